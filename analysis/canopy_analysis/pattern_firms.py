"""Patterns of enterprises: size, growth, productivity."""

import numpy as np

from .growth import demean, subbotin, volatility_slope
from .sample import NotMeasurable, some
from .tails import clauset, rank_half

FEWEST_IN_SECTOR = 30


def _sizes(sample, column):
    return sample.firms(sample.last_december(), column)[column].astype(float)


def headcount_rank(sample):
    """Tail exponent of headcounts, rank - 1/2 above Clauset's cut-off."""
    sizes = _sizes(sample, "workers")
    return some(rank_half(sizes, clauset(sizes, discrete=True)[1]))


def headcount_mle(sample):
    """Tail exponent of headcounts, maximum likelihood."""
    return some(clauset(_sizes(sample, "workers"), discrete=True)[0])


def revenue_rank(sample):
    """Tail exponent of yearly revenue, rank - 1/2 above Clauset's cut-off."""
    sizes = _sizes(sample, "revenue_12m")
    return some(rank_half(sizes, clauset(sizes)[1]))


def revenue_mle(sample):
    """Tail exponent of yearly revenue, maximum likelihood."""
    return some(clauset(_sizes(sample, "revenue_12m"))[0])


def top_eight(sample):
    """Share of the top eight in the district's above-scale output, December."""
    run = sample.run
    values = run.kpi("top8_share")
    decembers = [row for row, month in enumerate(run.months) if str(month).endswith("-12")]
    if values is not None and decembers:
        return some(values[decembers[-1]])
    month = sample.last_december()
    firms = sample.firms(month, "revenue_12m", "above_scale", "place")
    district = [sample.code(month, "place", place, default)
                for place, default in (("hexi", 0), ("rest_of_district", 3))]
    revenue = np.sort(firms["revenue_12m"][(firms["above_scale"] > 0) & np.isin(firms["place"], district)])
    return some(revenue[-8:].sum() / revenue.sum() if revenue.sum() else np.nan)


def _yearly_growth(sample):
    """Log growth of survivors with a full year behind them, sector-demeaned, and size before."""
    growth, size = [], []
    for before, after in sample.year_pairs():
        columns = ("id", "sector", "revenue_12m", "birth_month")
        a, b = sample.firms(before, *columns), sample.firms(after, *columns)
        _, row_a, row_b = np.intersect1d(a["id"], b["id"], assume_unique=True, return_indices=True)
        old, new = a["revenue_12m"][row_a].astype(float), b["revenue_12m"][row_b].astype(float)
        age = (before - np.datetime64("2022-12", "M")).astype(int) - a["birth_month"][row_a]
        here = (old > 0) & (new > 0) & (age >= 12)
        if here.sum():
            growth.append(demean(np.log(new[here] / old[here]), a["sector"][row_a][here]))
            size.append(old[here])
    if not growth:
        raise NotMeasurable("few")
    return np.concatenate(growth), np.concatenate(size)


def growth_shape(sample):
    """Subbotin's b of yearly log growth."""
    return some(subbotin(_yearly_growth(sample)[0]))


def volatility(sample):
    """How the standard deviation of growth falls with size."""
    return some(volatility_slope(*_yearly_growth(sample)))


def productivity_spread(sample):
    """90/10 ratio of productivity within sectors, weighted median over sectors."""
    firms = sample.firms(sample.last_december(), "sector", "productivity")
    spreads, weights = [], []
    for sector in np.unique(firms["sector"]):
        values = firms["productivity"][(firms["sector"] == sector) & (firms["productivity"] > 0)]
        if len(values) >= FEWEST_IN_SECTOR:
            low, high = np.quantile(np.log(values), (0.1, 0.9))
            spreads.append(np.exp(high - low))
            weights.append(len(values))
    if not spreads:
        raise NotMeasurable("few")
    order = np.argsort(spreads)
    half = np.searchsorted(np.cumsum(np.array(weights)[order]), sum(weights) / 2)
    return some(np.array(spreads)[order][half])


def agglomeration(sample):
    """Slope of log productivity, density of jobs included, sector-demeaned, on log jobs of the place."""
    firms = sample.firms(sample.last_december(), "sector", "place", "effective_productivity", "workers")
    here = firms["effective_productivity"] > 0
    places, row = np.unique(firms["place"][here], return_inverse=True)
    jobs = np.bincount(row, firms["workers"][here])
    if len(places) < 2 or jobs.min() <= 0:
        raise NotMeasurable("few")
    y = demean(np.log(firms["effective_productivity"][here]), firms["sector"][here])
    x = demean(np.log(jobs)[row], firms["sector"][here])
    return some((x @ y) / (x @ x) if x @ x > 0 else np.nan)
