"""Panels of yearly lines: a measure of both scenarios, mean and range over seeds."""

import numpy as np
from matplotlib.ticker import FuncFormatter

from .figure_style import BASE, POLICY
from .measures import measure_of
from .words import say, shown_unit


def years_of(pairs):
    """Return the calendar years that the runs hold whole."""
    months = pairs.months[: len(pairs.months) // 12 * 12]
    return months[::12].astype("datetime64[Y]").astype(int) + 1970


def yearly(series, how, n_years):
    """Reduce months to years.

    Parameters
    ----------
    series : ndarray, shape (pair, month, ...)
    how : str
        "sum", "mean" or "last" (December).
    n_years : int

    Returns
    -------
    ndarray, shape (pair, year, ...)
    """
    whole = series[:, :12 * n_years].reshape(series.shape[0], n_years, 12, *series.shape[2:])
    return whole[:, :, -1] if how == "last" else {"sum": np.nansum, "mean": np.nanmean}[how](whole, axis=2)


def panel(axes, pairs, name, how, lang):
    """Draw one measure by year: grey the baseline, blue the policy, bands from least to most seed."""
    years = years_of(pairs)
    measure = measure_of(pairs.first, name)
    scale, unit = shown_unit(measure.unit, lang)
    looks = ((BASE, "--", "baseline"), (POLICY, "-", "policy"))
    for series, (colour, style, role) in zip(pairs.kpi(name), looks):
        values = scale * yearly(series, how, len(years))
        axes.plot(years, values.mean(axis=0), style, color=colour, label=say(lang, role))
        axes.fill_between(years, values.min(axis=0), values.max(axis=0), color=colour, alpha=0.2, linewidth=0)
    axes.set_title(measure.label(lang), loc="left", fontsize=8)
    axes.set_ylabel(unit, fontsize=7)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.6g}"))
    axes.tick_params(labelsize=7)
    axes.xaxis.get_major_locator().set_params(integer=True)
