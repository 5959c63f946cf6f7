"""What paired seeds can tell: intervals, joint verdicts, how many seeds are missing."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

LEVEL = 0.10
POWER = 0.80
ROUNDING = 1e-12  # differences below this part of the level are rounding, not effects
MOST_SEEDS = 100_000


@dataclass
class Estimate:
    """A paired comparison of one number per run.

    Attributes
    ----------
    base, policy, difference : float
        Means over the pairs, in the measure's unit.
    low, high : float
        90 % Student t interval of the mean difference.
    spread : float
        Standard deviation of the differences over pairs.
    p : float
        Two-sided p-value of "no difference"; `p_joint` after Holm.
    n : int
        Number of pairs.
    verdict : str
        "up", "down" or "open" (cannot be told apart), jointly over a table.
    more_seeds : int or None
        Seeds to add until such an effect would probably be clear; None when it never would.
    """

    base: float
    policy: float
    difference: float
    low: float
    high: float
    spread: float
    p: float
    n: int
    p_joint: float = 1.0
    verdict: str = "open"
    more_seeds: int | None = None

    @property
    def percent(self):
        """Difference in per cent of the baseline (NaN when that is 0)."""
        return 100 * self.difference / abs(self.base) if self.base else float("nan")


def estimate(base, policy):
    """Compare one number per run over pairs.

    Parameters
    ----------
    base, policy : ndarray, shape (pair,)

    Returns
    -------
    Estimate
    """
    base, policy = np.asarray(base, float), np.asarray(policy, float)
    difference = policy - base
    difference[np.abs(difference) <= ROUNDING * np.maximum(np.abs(base), np.abs(policy))] = 0.0
    n, mean, spread = len(base), difference.mean(), difference.std(ddof=1)
    half = stats.t.ppf(1 - LEVEL / 2, n - 1) * spread / np.sqrt(n)
    if spread > 0:
        p = float(2 * stats.t.sf(abs(mean) / (spread / np.sqrt(n)), n - 1))
    else:
        p = 1.0 if mean == 0 else 0.0
    return Estimate(float(base.mean()), float(policy.mean()), float(mean), float(mean - half),
                    float(mean + half), float(spread), p, n)


def holm(p_values):
    """Holm's step-down adjustment.

    Parameters
    ----------
    p_values : sequence of float, shape (test,)

    Returns
    -------
    ndarray, shape (test,)
        Adjusted p-values; rejecting those at or below a level holds it jointly.
    """
    p = np.asarray(p_values, float)
    order = np.argsort(p, kind="stable")
    stepped = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(stepped, 1.0)
    return adjusted


def judge_jointly(estimates):
    """Set the joint verdict of every estimate of a table (Holm at 10 %), in place."""
    p = [e.p for e in estimates]
    rank = np.argsort(np.argsort(p, kind="stable"), kind="stable")
    for e, adjusted, r in zip(estimates, holm(p), rank):
        e.p_joint = float(adjusted)
        if adjusted <= LEVEL and e.difference != 0:
            e.verdict = "up" if e.difference > 0 else "down"
            e.more_seeds = 0
        else:
            e.verdict = "open"
            e.more_seeds = seeds_missing(e.difference, e.spread, e.n, LEVEL / (len(p) - r))
    return estimates


def seeds_missing(mean, spread, n, level):
    """How many seeds to add until such a difference is probably clear.

    Parameters
    ----------
    mean, spread : float
        Mean and standard deviation of the differences seen so far.
    n : int
        Pairs so far.
    level : float
        Two-sided level the single test must reach.

    Returns
    -------
    int or None
        Seeds beyond `n` that give 80 % power; None without a difference or beyond 100,000.
    """
    if mean == 0 or spread == 0:
        return None

    def enough(pairs):
        needed = stats.t.ppf(1 - level / 2, pairs - 1) + stats.t.ppf(POWER, pairs - 1)
        return abs(mean) * np.sqrt(pairs) >= needed * spread

    low, high = n, MOST_SEEDS
    if not enough(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle + 1, high)
    return max(low - n, 1)


def band(difference):
    """Mean and 90 % interval over pairs, pointwise.

    Parameters
    ----------
    difference : ndarray, shape (pair, ...)

    Returns
    -------
    tuple of ndarray, each shape (...)
        Mean, low, high.
    """
    n = difference.shape[0]
    mean = difference.mean(axis=0)
    half = stats.t.ppf(1 - LEVEL / 2, n - 1) * difference.std(axis=0, ddof=1) / np.sqrt(n)
    return mean, mean - half, mean + half


def ratio_interval(top, bottom):
    """Ratio of two means over the same pairs with its 90 % interval (Fieller).

    Parameters
    ----------
    top, bottom : ndarray, shape (pair,)

    Returns
    -------
    tuple of float
        Ratio, low, high; low and high are NaN when the interval is unbounded.
    """
    n = len(top)
    t2 = stats.t.ppf(1 - LEVEL / 2, n - 1) ** 2
    a, b = top.mean(), bottom.mean()
    cov = np.cov(top, bottom, ddof=1) / n
    g = b * b - t2 * cov[1, 1]
    middle = a * b - t2 * cov[0, 1]
    root = middle**2 - g * (a * a - t2 * cov[0, 0])
    if g <= 0 or root < 0:
        return float(a / b), float("nan"), float("nan")
    return float(a / b), float((middle - np.sqrt(root)) / g), float((middle + np.sqrt(root)) / g)
