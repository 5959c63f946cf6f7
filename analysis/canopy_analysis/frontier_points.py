"""Which points no other point beats, and how sure that is."""

import numpy as np


def unbeaten(cost, effect):
    """Tell which points lie on the frontier of low cost and high effect.

    Parameters
    ----------
    cost, effect : ndarray, shape (point,)

    Returns
    -------
    ndarray of bool, shape (point,)
        True where no point costs no more and does no less, one of the two strictly.
    """
    order = np.lexsort((-effect, cost))
    before = np.concatenate([[-np.inf], np.maximum.accumulate(effect[order])[:-1]])
    found = np.zeros(len(cost), bool)
    found[order] = effect[order] > before
    twins = {(cost[row], effect[row]) for row in np.flatnonzero(found)}
    return found | np.array([(c, e) in twins for c, e in zip(cost, effect)], bool)


def redrawn(cost, effect, draws=400, seed=1):
    """Tell how often each point is unbeaten when luck is drawn again.

    Parameters
    ----------
    cost, effect : ndarray, shape (point, replicate)
        Seeds in the same columns; points with all runs only.
    draws, seed : int

    Returns
    -------
    ndarray, shape (point,)
        Share of the draws; NaN with one replicate. What a seed adds to all points cancels.
    """
    n_points, n = cost.shape
    if n < 2 or n_points < 2:
        return np.full(n_points, np.nan)
    both = np.stack([cost, effect])
    means = both.mean(axis=2)
    rest = both - means[..., None] - both.mean(axis=1, keepdims=True) + both.mean(axis=(1, 2), keepdims=True)
    pool = rest.reshape(2, -1) * np.sqrt(n / (n - 1) * n_points / (n_points - 1))
    draw, count = np.random.default_rng(seed), np.zeros(n_points)
    for _ in range(draws):
        moved = means + pool[:, draw.integers(0, pool.shape[1], (n_points, n))].mean(axis=2)
        count += unbeaten(*moved)
    return count / draws
