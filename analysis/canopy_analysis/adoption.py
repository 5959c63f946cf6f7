"""Diffusion of digital tools: the Bass model by non-linear least squares."""

import numpy as np
from scipy import optimize


def bass_curve(years, p, q, start):
    """Share of adopters after some years, from an opening share.

    Solves dF/dt = (p + q F)(1 - F), F(0) = start. Source: Bass (1969).
    """
    c = (p + q * start) / (1 - start) * np.exp((p + q) * years)
    return (c - p) / (c + q)


def bass_fit(share):
    """Innovation and imitation rates a year.

    Parameters
    ----------
    share : ndarray, shape (month,)
        Share of adopters at month ends.

    Returns
    -------
    tuple of float
        p and q [1/year]; NaN when shares are missing, constant or outside (0, 1).
    """
    years = np.arange(len(share)) / 12
    if len(share) < 24 or not np.isfinite(share).all() or not 0 <= share[0] < 1 or np.ptp(share) < 1e-6:
        return float("nan"), float("nan")
    fit = optimize.least_squares(lambda r: bass_curve(years, *r, share[0]) - share, (0.02, 0.3),
                                 bounds=((0, 1e-9), (1, 3)), x_scale=(0.01, 0.1))
    return float(fit.x[0]), float(fit.x[1])
