"""Growth of enterprises: shape of the distribution, and volatility by size."""

import numpy as np
from scipy import optimize, special

BINS = 10


def demean(values, groups):
    """Take the mean of its group from every value; shapes (firm,)."""
    _, row = np.unique(groups, return_inverse=True)
    return values - (np.bincount(row, values) / np.bincount(row))[row]


def subbotin(values):
    """Shape b of the Subbotin density by maximum likelihood (1 Laplace, 2 normal).

    f(x) = exp(-|x - m|^b / (b a^b)) / (2 a b^(1/b) Gamma(1 + 1/b)), m the median.
    Source: Bottazzi, Secchi (2006).

    Parameters
    ----------
    values : ndarray, shape (firm,)

    Returns
    -------
    float
    """
    distance = np.abs(values - np.median(values))
    distance = distance[distance > 0]
    if len(distance) < 50:
        return float("nan")

    def loss(log_b):
        b = np.exp(log_b)
        scale = np.mean(distance**b) ** (1 / b)
        return np.log(2 * scale) + np.log(b) / b + special.gammaln(1 + 1 / b) + 1 / b

    found = optimize.minimize_scalar(loss, bounds=(np.log(0.1), np.log(10)), method="bounded")
    return float(np.exp(found.x))


def volatility_slope(growth, size):
    """How volatility falls with size: beta of sigma ~ size^-beta over ten bins of equal count.

    Parameters
    ----------
    growth : ndarray, shape (firm,)
        Log growth.
    size : ndarray, shape (firm,)
        Size before the growth.

    Returns
    -------
    float
    """
    if len(size) < 20 * BINS:
        return float("nan")
    order = np.argsort(size, kind="stable")
    parts = np.array_split(order, BINS)
    log_size = [np.log(size[part]).mean() for part in parts]
    sigma = [growth[part].std(ddof=1) for part in parts]
    if min(sigma) <= 0:
        return float("nan")
    return float(-np.polyfit(log_size, np.log(sigma), 1)[0])
