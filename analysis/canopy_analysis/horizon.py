"""One number per run from a monthly series: what a table compares."""

import numpy as np

LAST_MONTHS = 12


def at_horizon(series, kind, period):
    """Reduce a measure to one number per run.

    Parameters
    ----------
    series : ndarray, shape (pair, month) or (pair, month, axis)
    kind : str
        "flow": the sum over the policy's period; otherwise the mean of the last 12 months.
    period : Period

    Returns
    -------
    ndarray, shape (pair,) or (pair, axis)
        NaN where no month holds a value.
    """
    if kind == "flow":
        part = series[:, period.start:period.stop]
        return np.where(np.isnan(part).all(axis=1), np.nan, np.nansum(part, axis=1))
    return _mean(series[:, -LAST_MONTHS:])


def after_start(series, kind, start, months):
    """Reduce a measure to one number per run, `months` after a lever's start.

    A flow is summed from the start on; anything else is averaged over the last
    12 months (or fewer) before the horizon. Shapes as in `at_horizon`.
    """
    stop = min(start + months, series.shape[1])
    if kind == "flow":
        part = series[:, start:stop]
        return np.where(np.isnan(part).all(axis=1), np.nan, np.nansum(part, axis=1))
    return _mean(series[:, max(start, stop - LAST_MONTHS):stop])


def _mean(part):
    count = (~np.isnan(part)).sum(axis=1)
    return np.where(count > 0, np.nansum(part, axis=1) / np.maximum(count, 1), np.nan)
