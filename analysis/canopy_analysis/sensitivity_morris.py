"""Elementary effects of Morris's design (1991); mean of the absolute effects after Campolongo et al. (2007)."""

import numpy as np

from .paired import LEVEL

LEAST_STEPS = 4


def elementary_effects(unit, values):
    """Effects of one step, for the whole range of a factor, in the output's unit.

    Parameters
    ----------
    unit : ndarray, shape (trajectory, factor + 1, factor)
    values : ndarray, shape (trajectory, factor + 1)
        NaN where a row is missing; the steps that touch it are left out.

    Returns
    -------
    ndarray, shape (trajectory, factor)
        NaN for steps left out.
    """
    step = np.diff(unit, axis=1)
    moved = step.argmax(axis=2), (-step).argmax(axis=2)
    up = np.take_along_axis(step, moved[0][..., None], axis=2)[..., 0]
    down = np.take_along_axis(step, moved[1][..., None], axis=2)[..., 0]
    factor = np.where(up > -down, *moved)
    effects = np.full((unit.shape[0], unit.shape[2]), np.nan)
    effect = np.diff(values, axis=1) / np.where(up > -down, up, down)
    effects[np.arange(len(effects))[:, None], factor] = effect
    return effects


def morris_indices(effects, seed=1, resamples=1000):
    """Mean absolute effect, mean effect and spread of each factor, with intervals.

    Parameters
    ----------
    effects : ndarray, shape (trajectory, factor)
    seed, resamples : int
        Of drawing trajectories with replacement.

    Returns
    -------
    dict of ndarray, shape (3, factor)
        strength (mean of absolute effects), effect (mean), bend (standard deviation: interaction or
        curvature); each estimate, low, high (90 %).
    """
    draw = np.random.default_rng(seed)
    drawn = [_summary(effects[draw.integers(0, len(effects), len(effects))]) for _ in range(resamples)]
    low, high = np.nanpercentile(drawn, (50 * LEVEL, 100 - 50 * LEVEL), axis=0)
    return dict(zip(("strength", "effect", "bend"), np.stack([_summary(effects), low, high], axis=1)))


def _summary(effects):
    known = np.isfinite(effects)
    n = np.maximum(known.sum(axis=0), 1)
    filled = np.where(known, effects, 0)
    mean = filled.sum(axis=0) / n
    spread = np.sqrt(np.where(known, (filled - mean) ** 2, 0).sum(axis=0) / np.maximum(n - 1, 1))
    return np.stack([np.abs(filled).sum(axis=0) / n, mean, spread])
