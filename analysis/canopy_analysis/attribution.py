"""Shares of the four systems in a plan's effect: Shapley values over their combinations."""

from dataclasses import dataclass
from itertools import combinations
from math import factorial
from pathlib import Path

import numpy as np

from .comparison import compare
from .cost import net_cost
from .figure_attribution import draw
from .figure_style import drawing, save
from .horizon import at_horizon
from .measures import measure_of
from .mistakes import UsageMistake
from .output_folder import whole_folder
from .paired import estimate, judge_jointly
from .report_tables import estimate_cells
from .run_set import PairedRuns
from .table_text import aligned, markdown, write_csv
from .words import say

SYSTEMS = ("open", "efficient", "professional", "friendly")
WHOLE = "-".join(SYSTEMS)
NOTHING = "none"


@dataclass
class Shares:
    """A measure's change under the whole plan, divided among the systems.

    Attributes
    ----------
    measure : Measure
    total : Estimate
        Whole plan against none of it.
    systems : dict of str to Estimate
        Shapley value of each system; they add up to `total`, pair by pair.
    alone : dict of str to Estimate
        Effect of each system without the others.
    """

    measure: object
    total: object
    systems: dict
    alone: dict


def shapley(values):
    """Shapley values of a game.

    Parameters
    ----------
    values : dict of frozenset to ndarray, shape (pair,)
        Worth of every coalition, the empty one included.

    Returns
    -------
    dict of player to ndarray, shape (pair,)
    """
    players = sorted(frozenset().union(*values))
    n = len(players)
    shares = {}
    for player in players:
        others = [p for p in players if p != player]
        share = 0.0
        for size in range(n):
            weight = factorial(size) * factorial(n - size - 1) / factorial(n)
            for chosen in combinations(others, size):
                before = frozenset(chosen)
                share = share + weight * (values[before | {player}] - values[before])
        shares[player] = share
    return shares


def attribute(folder, out, lang):
    """Write the table and the figure of a plan's 16 combinations; return (text, rows)."""
    folder = Path(folder)
    _require_all(folder)
    rows = _all_shares(folder)
    header = [say(lang, "measure"), say(lang, "unit"), say(lang, "baseline"), say(lang, "whole_plan"),
              *(say(lang, f"system_{system}") for system in SYSTEMS)]
    text_rows = [_text_row(row, lang) for row in rows]
    csv_header = ["measure", "unit", "baseline", "part", "effect", "low90", "high90", "p_joint", "verdict"]
    with whole_folder(out) as place:
        write_csv(place / "attribution.csv", csv_header, _csv_rows(rows))
        (place / "attribution.md").write_text(
            f"# {say(lang, 'attribution_title')}\n\n{markdown(header, text_rows, (0, 1))}\n"
            f"{say(lang, 'attribution_note')}\n\n{say(lang, 'luck')}\n", "utf-8")
        with drawing(lang):
            save(draw(rows, SYSTEMS, lang), place, "attribution")
    text = "\n".join([aligned(header, text_rows, (0, 1)), say(lang, "attribution_note"), say(lang, "luck")])
    return text, [dict(zip(csv_header, row)) for row in _csv_rows(rows)]


def _require_all(folder):
    for coalition in _coalitions():
        if not (folder / _name(coalition)).is_dir():
            raise UsageMistake("no_folder", place=folder / _name(coalition))


def _coalitions():
    return [frozenset(chosen) for size in range(len(SYSTEMS) + 1) for chosen in combinations(SYSTEMS, size)]


def _name(coalition):
    return "-".join(system for system in SYSTEMS if system in coalition) or NOTHING


def _all_shares(folder):
    """Return the `Shares` of every headline measure, and of cost, over the common seeds."""
    with PairedRuns(folder / WHOLE, folder / NOTHING) as pairs:
        whole = compare(pairs)
        cost = measure_of(pairs.first, "lever_cost")
    gains = {row.measure.name: {} for row in whole.main}
    costs = {}
    for coalition in filter(None, _coalitions()):
        with PairedRuns(folder / _name(coalition), folder / NOTHING) as pairs:
            for row in whole.main:
                base, policy = (at_horizon(x, row.measure.kind, whole.period) for x in pairs.kpi(row.measure.name))
                gains[row.measure.name][coalition] = policy - base
            costs[coalition] = net_cost(pairs, whole.period).plain
    rows = [_shares(row.measure, row.estimate.base, gains[row.measure.name]) for row in whole.main]
    rows.append(_shares(cost, 0.0, costs))
    for system in SYSTEMS:
        judge_jointly([row.systems[system] for row in rows])
    judge_jointly([row.total for row in rows])
    return rows


def _shares(measure, base, gains):
    gains = {frozenset(): np.zeros_like(next(iter(gains.values()))), **gains}

    def change(gain):
        return estimate(np.full_like(gain, base), base + gain)

    return Shares(measure, change(gains[frozenset(SYSTEMS)]),
                  {system: change(share) for system, share in shapley(gains).items()},
                  {system: change(gains[frozenset({system})]) for system in SYSTEMS})


def _cell(e, unit, lang):
    """Return "+205 [+180, +230] ↑"."""
    _, _, _, difference, _, interval = estimate_cells(e, unit, lang)
    return f"{difference} {interval} " + {"up": "↑", "down": "↓", "open": "·"}[e.verdict]


def _text_row(row, lang):
    unit = row.measure.unit
    unit_name, base, *_ = estimate_cells(row.total, unit, lang)
    return [row.measure.label(lang), unit_name, base, _cell(row.total, unit, lang),
            *(_cell(row.systems[system], unit, lang) for system in SYSTEMS)]


def _csv_rows(rows):
    def lines(row):
        yield "whole", row.total
        for system in SYSTEMS:
            yield system, row.systems[system]
        for system in SYSTEMS:
            yield f"{system}_alone", row.alone[system]

    return [[row.measure.name, row.measure.unit, e.base, part, e.difference, e.low, e.high, e.p_joint, e.verdict]
            for row in rows for part, e in lines(row)]
