"""Does the zone start where it stays: the first year's drift of each aggregate against the second's."""

import numpy as np

from .run_file import RunFile
from .run_set import find_runs
from .table_text import aligned
from .words import say

TOTALS = ("entities", "employment", "unemployment_rate", "vacancies", "separations", "hires", "mean_wage", "revenue",
          "value_added", "profit", "price_level", "unit_cost", "loss_share", "cash", "loans", "local_supply_ratio",
          "links", "above_scale", "top8_share")
TIERS = "links_by_tier"
ENDS = (0, 11, 23)
"""Rows of the months whose ends are compared: January 2023, December 2023, December 2024."""
OF_SECOND_YEAR, OF_LEVEL = 2.0, 0.01
"""The first year may drift by so much of the second year's drift, or of the level."""


def opening_drift(paths):
    """Measure the drift of aggregates, mean over runs.

    Returns
    -------
    list of dict
        measure, ends (three values of the mean over runs), first and second year's drift, settled,
        and of how many runs each alone is settled; empty when no run covers two years.
    """
    seen = {}
    for path in paths:
        for file in find_runs(path).values() if path.is_dir() else [path]:
            with RunFile(file) as run:
                if len(run.months) > ENDS[-1]:
                    for name, values in _aggregates(run):
                        seen.setdefault(name, []).append(values[list(ENDS)])
    return [_row(name, np.array(values)) for name, values in seen.items()]


def _aggregates(run):
    """Yield (name, values by month) of the zone's aggregates."""
    for name in TOTALS:
        values = run.kpi(name)
        if values is not None:
            yield name, values
    by_tier = run.kpi(TIERS)
    if by_tier is not None:
        for column, tier in enumerate(run.labels("tier")[0]):
            yield f"{TIERS}.{tier}", by_tier[:, column]


def _settled(ends):
    first, second = abs(ends[1] - ends[0]), abs(ends[2] - ends[1])
    return bool(first <= max(OF_SECOND_YEAR * second, OF_LEVEL * abs(ends[1])))


def _row(name, by_run):
    """One aggregate; `by_run` has shape (run, 3)."""
    ends = by_run.mean(axis=0)
    return {"measure": name, "ends": ends.tolist(), "first_year": float(ends[1] - ends[0]),
            "second_year": float(ends[2] - ends[1]), "settled": _settled(ends),
            "runs_settled": sum(_settled(run) for run in by_run), "runs": len(by_run)}


def drift_table(rows, lang):
    """Return the text of the table, or "" without rows."""
    if not rows:
        return ""
    header = [say(lang, key) for key in ("measure", "drift_start", "drift_year_1", "drift_year_2", "result",
                                         "drift_runs")]
    table = [[row["measure"], *(f"{value:.5g}" for value in row["ends"]),
              say(lang, "settled" if row["settled"] else "drifts"), f"{row['runs_settled']}/{row['runs']}"]
             for row in rows]
    settled = sum(row["settled"] for row in rows)
    return "\n".join([aligned(header, table, (0, 4)), say(lang, "drift_rule"),
                      say(lang, "drift_count", inside=settled, n=len(rows))])
