"""Exit by age: the Nelson-Aalen estimator with late entry and censoring."""

import numpy as np


def nelson_aalen(seen_at, left_at, exited, horizon):
    """Cumulative hazard by age in months.

    Parameters
    ----------
    seen_at, left_at : ndarray of int, shape (firm,)
        Age [months] at which a firm comes under observation and at which that ends.
    exited : ndarray of bool, shape (firm,)
        Whether observation ended by exit (otherwise censored).
    horizon : int
        Ages beyond are left out.

    Returns
    -------
    tuple of ndarray, each shape (horizon,)
        Cumulative hazard after each month of age, and firms at risk in it.
    """
    ages = np.arange(horizon)
    entered = np.bincount(np.clip(seen_at, 0, horizon), minlength=horizon + 1)
    left = np.bincount(np.clip(left_at, 0, horizon), minlength=horizon + 1)
    at_risk = np.cumsum(entered)[ages] - np.concatenate([[0], np.cumsum(left)])[ages]
    exits = np.bincount(left_at[exited & (left_at < horizon)], minlength=horizon)[:horizon]
    return np.cumsum(np.where(at_risk > 0, exits / np.maximum(at_risk, 1), 0.0)), at_risk


def yearly_hazard(cumulative):
    """Hazard of each year of age, shape (horizon // 12,), from the cumulative one by month."""
    ends = np.concatenate([[0.0], cumulative[11::12]])
    return np.diff(ends)
