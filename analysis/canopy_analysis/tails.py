"""Exponents of power-law tails (of the CCDF, so Zipf's law is 1)."""

import numpy as np

CANDIDATES = 120
FEWEST = 50
SMALLEST_PART = 0.01


def clauset(sizes, discrete=False):
    """Maximum likelihood with the cut-off of smallest Kolmogorov-Smirnov distance.

    Source: Clauset, Shalizi, Newman (2009), eqs 3.1 and 3.7.

    Parameters
    ----------
    sizes : ndarray, shape (firm,)
        Positive sizes.
    discrete : bool
        Whether sizes are counts (shifts the cut-off by one half).

    Returns
    -------
    tuple of float
        Exponent of the CCDF and cut-off; NaN with fewer than 50 sizes.
    """
    x = np.sort(np.asarray(sizes, float))
    x = x[x > 0]
    n = len(x)
    fewest = max(FEWEST, int(SMALLEST_PART * n))
    if n < fewest or x[-1] == x[0]:
        return float("nan"), float("nan")
    levels = np.unique(x[: n - fewest + 1])
    if len(levels) > CANDIDATES:
        levels = levels[np.unique(np.linspace(0, len(levels) - 1, CANDIDATES).astype(int))]
    best = (np.inf, float("nan"), float("nan"))
    shift = 0.5 if discrete else 0.0
    for cut in levels:
        tail = x[np.searchsorted(x, cut):]
        logs = np.log(tail / (cut - shift)).sum()
        if logs <= 0:
            continue
        exponent = len(tail) / logs
        best = min(best, (_distance(tail, cut, exponent, shift), exponent, cut))
    return float(best[1]), float(best[2])


def _distance(tail, cut, exponent, shift):
    """Largest gap between the tail's CCDF and the fitted one, taken at distinct sizes."""
    levels, first = np.unique(tail, return_index=True)
    seen = 1 - first / len(tail)
    fitted = ((levels - shift) / (cut - shift)) ** -exponent
    gap = np.abs(seen - fitted).max()
    if shift == 0:
        after = np.append(seen[1:], 0.0)
        gap = max(gap, np.abs(after - fitted).max())
    return gap


def rank_half(sizes, cut):
    """Rank - 1/2 regression above a cut-off.

    Source: Gabaix, Ibragimov (2011): ln(rank - 1/2) on ln(size); s.e. = b sqrt(2/n).

    Parameters
    ----------
    sizes : ndarray, shape (firm,)
    cut : float
        Smallest size taken.

    Returns
    -------
    float
        Exponent of the CCDF; NaN with fewer than 50 sizes above the cut-off.
    """
    tail = np.sort(np.asarray(sizes, float))[::-1]
    tail = tail[(tail >= cut) & (tail > 0)]
    if len(tail) < FEWEST or tail[0] == tail[-1]:
        return float("nan")
    return float(-np.polyfit(np.log(tail), np.log(np.arange(1, len(tail) + 1) - 0.5), 1)[0])
