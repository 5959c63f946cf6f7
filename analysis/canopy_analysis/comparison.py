"""The comparison of a policy with its baseline: every measure, judged jointly."""

from dataclasses import dataclass

import numpy as np

from .cost import commuting_difference, cost_per_unit, moved_over_difference, net_cost
from .horizon import at_horizon
from .labels import ORDER_OF_TERMS
from .measures import MEASURES, Measure, measure_of
from .paired import Estimate, estimate, judge_jointly
from .policy_period import policy_period
from .words import per_unit, say

NOT_TESTED = ("lever_cost", "state_hash")


@dataclass
class Row:
    """One measure of a table.

    Attributes
    ----------
    measure : Measure
    estimate : Estimate
    gain : ndarray, shape (pair,)
        Difference of each pair, positive when good (zero for neutral measures).
    price, price_discounted : tuple of float or None
        Yuan per unit gained: ratio, low, high; None when there is no clear gain.
    """

    measure: Measure
    estimate: Estimate
    gain: np.ndarray
    price: tuple | None = None
    price_discounted: tuple | None = None


@dataclass
class Comparison:
    """Both tables of a policy against its baseline, with period and net cost."""

    pairs: object
    period: object
    cost: object
    main: list
    further: list


def compare(pairs):
    """Return the `Comparison` of some `PairedRuns`."""
    period = policy_period(pairs)
    cost = net_cost(pairs, period)
    main, further = [], []
    for name in pairs.names():
        measure = measure_of(pairs.first, name)
        if pairs.kpi(name)[0].ndim == 2 and name not in NOT_TESTED:
            base, policy = (at_horizon(x, measure.kind, period) for x in pairs.kpi(name))
            if np.isfinite(base).all() and np.isfinite(policy).all():
                row = Row(measure, estimate(base, policy), measure.good * (policy - base))
                (main if measure.headline else further).append(row)
    for table in (main, further):
        judge_jointly([row.estimate for row in table])
        for row in table:
            if cost is not None:
                _set_price(row, cost, pairs, period)
    order = list(MEASURES)
    main.sort(key=lambda row: order.index(row.measure.name))
    return Comparison(pairs, period, cost, main, further)


def _set_price(row, cost, pairs, period):
    clear_gain = row.estimate.verdict == {1: "up", -1: "down"}.get(row.measure.good)
    if not clear_gain:
        return
    gain = row.gain
    if row.measure.name == "entities":
        gain = gain - moved_over_difference(pairs, period)
    if row.measure.name == "employment":
        gain = gain - commuting_difference(pairs, period)
    if gain.mean() <= 0:
        return
    size, _ = per_unit(row.measure.unit, "en")
    row.price = cost_per_unit(cost.plain, gain, size)
    row.price_discounted = cost_per_unit(cost.discounted, gain, size)


def unit_cost_terms(pairs, lang):
    """Unit cost by term and in total, judged jointly.

    Returns
    -------
    list of (code, label, Estimate), the total last under code "total"; empty if not recorded
    """
    name = "unit_cost_by_cost_term"
    if pairs.kpi(name) is None:
        return []
    base, policy = (at_horizon(x, "ratio", None) for x in pairs.kpi(name))
    codes, labels = pairs.axis(name, lang)
    order = sorted(range(len(codes)), key=lambda c: ORDER_OF_TERMS.index(codes[c])
                   if codes[c] in ORDER_OF_TERMS else len(ORDER_OF_TERMS))
    terms = [(codes[c], labels[c], estimate(base[:, c], policy[:, c])) for c in order]
    judge_jointly([e for *_, e in terms])
    return terms + [("total", say(lang, "total"), estimate(base.sum(axis=1), policy.sum(axis=1)))]
