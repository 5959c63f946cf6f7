"""What a policy costs the public: net of the baseline, plain and discounted."""

from dataclasses import dataclass

import numpy as np

from .horizon import at_horizon
from .labels import CITY_PLACE, ZONE_PLACES
from .paired import estimate, ratio_interval

YEARLY_DISCOUNT = 0.03


@dataclass
class NetCost:
    """Cost of levers and projects of the policy less the baseline's, over the policy's period.

    Attributes
    ----------
    base, policy, plain, discounted : ndarray, shape (pair,)
        Yuan; `plain` and `discounted` are differences.
    after : float
        Mean difference that falls after the period [yuan].
    """

    base: np.ndarray
    policy: np.ndarray
    plain: np.ndarray
    discounted: np.ndarray
    after: float


def net_cost(pairs, period):
    """Return the `NetCost` of some paired runs, or None when no lever cost is recorded."""
    if pairs.kpi("lever_cost") is None:
        return None
    base, policy = _public_cost(pairs)
    difference = np.nan_to_num(policy - base)
    part = difference[:, period.start:period.stop]
    factor = (1 + YEARLY_DISCOUNT) ** (-np.arange(part.shape[1]) / 12)
    return NetCost(at_horizon(base, "flow", period), at_horizon(policy, "flow", period), part.sum(axis=1),
                   (part * factor).sum(axis=1), float(difference[:, period.stop:].sum(axis=1).mean()))


def _public_cost(pairs):
    """Return what levers and dated projects cost in both scenarios, each shape (pair, month)."""
    base, policy = pairs.kpi("lever_cost")
    projects = pairs.kpi("project_cost")
    return (base, policy) if projects is None else (base + projects[0], policy + projects[1])


def cost_per_unit(cost, gain, unit_size):
    """Price of a gain with its 90 % interval.

    Parameters
    ----------
    cost : ndarray, shape (pair,)
        Net cost [yuan].
    gain : ndarray, shape (pair,)
        Gain in the measure's unit, positive when good.
    unit_size : float
        What counts as one unit (0.01 for a percentage point of a share).

    Returns
    -------
    tuple of float
        Yuan per unit: ratio, low, high.
    """
    return ratio_interval(cost, gain / unit_size)


def moved_over(run, period):
    """Enterprises that came from the rest of the city during the period, or None.

    They are no gain to the city: `entities` is priced without them.
    """
    moves, codes = run.events("move", ("place_from", "place_to")), run.flags("event/place_from")
    codes = codes or {code: row for row, code in enumerate(run.labels("place")[0])}
    if moves is None or CITY_PLACE not in codes:
        return None
    months = run.months[period.start:period.stop]
    inside = [codes[place] for place in ZONE_PLACES if place in codes]
    return int(((moves["place_from"] == codes[CITY_PLACE]) & np.isin(moves["place_to"], inside)
                & (moves["month"] >= months[0]) & (moves["month"] <= months[-1])).sum())


def moved_over_difference(pairs, period):
    """Return policy less baseline of `moved_over`, shape (pair,); zeros when unknown."""
    counts = [(moved_over(policy, period), moved_over(base, period))
              for policy, base in zip(pairs.policy, pairs.base)]
    return np.array([0 if None in pair else pair[0] - pair[1] for pair in counts], float)


def commuting_difference(pairs, period):
    """Return how many jobs of the policy are filled by people who commute in, or no longer out, shape (pair,).

    The rest of the city may lose their work: `employment` is priced without them. Zeros when unknown.
    """
    ways = pairs.kpi("commuters_in"), pairs.kpi("commuters_out")
    if None in ways:
        return np.zeros(len(pairs.policy))
    inward, outward = ((at_horizon(policy, "stock", period) - at_horizon(base, "stock", period))
                       for base, policy in ways)
    return inward - outward


def by_lever(pairs, period, lang):
    """Cost and use of every lever that costs something in either scenario.

    Returns
    -------
    list of (code, label, Estimate of cost [yuan], Estimate of use or None)
    """
    if pairs.kpi("lever_cost_by_lever") is None:
        return []
    base, policy = (at_horizon(x, "flow", period) for x in pairs.kpi("lever_cost_by_lever"))
    use = pairs.kpi("lever_use_by_lever")
    used = use and [at_horizon(x, "flow", period) for x in use]
    rows = []
    for column, (code, label) in enumerate(zip(*pairs.axis("lever_cost_by_lever", lang))):
        if np.nan_to_num(base[:, column]).any() or np.nan_to_num(policy[:, column]).any():
            rows.append((code, label, estimate(base[:, column], policy[:, column]),
                         estimate(used[0][:, column], used[1][:, column]) if used else None))
    return rows
