"""When a policy works: from its scenario, else from where the runs part."""

import tomllib
from dataclasses import dataclass

import numpy as np

DATED = ("lever", "project", "shock")


@dataclass
class Period:
    """Months of a policy.

    Attributes
    ----------
    start, stop : int
        First month and the one after the last, as rows of the months of a run.
    source : str
        "scenario", "difference" or "none" (the runs never part: all months).
    """

    start: int
    stop: int
    source: str

    def text(self, months):
        """Return "2024-01..2026-12"."""
        return f"{months[self.start]}..{months[self.stop - 1]}"


def policy_period(pairs):
    """Return the period of the policy of some `PairedRuns`."""
    months = pairs.months
    dates = _dates_of_additions(pairs.policy[0].resolved_scenario(), pairs.base[0].resolved_scenario())
    if dates:
        start = min(first for first, _ in dates)
        ends = [last for _, last in dates]
        stop = len(months) if None in ends else int(np.searchsorted(months, max(ends)))
        start = 0 if start is None else int(np.searchsorted(months, start))
        if start < min(stop, len(months)):
            return Period(start, min(stop, len(months)), "scenario")
    parted = first_difference(pairs)
    if parted is None:
        return Period(0, len(months), "none")
    return Period(parted, len(months), "difference")


def first_difference(pairs):
    """Return the first month (row) in which any measure of any pair differs, or None."""
    first = None
    for name in pairs.names():
        base, policy = pairs.kpi(name)
        differs = (base != policy) & ~(np.isnan(base) & np.isnan(policy))
        rows = np.flatnonzero(differs.any(axis=tuple(a for a in range(differs.ndim) if a != 1)))
        if rows.size and (first is None or rows[0] < first):
            first = int(rows[0])
    return first


def _dates_of_additions(policy_text, base_text):
    """Return [(from, until)] of the entries that only the policy has, months or None."""
    try:
        policy, base = tomllib.loads(policy_text), tomllib.loads(base_text)
    except tomllib.TOMLDecodeError:
        return []
    found = []
    starts = {project.get("name"): _month(project, "start") for project in _entries(policy, "project")}
    for table in DATED:
        known = _entries(base, table)
        for entry in _entries(policy, table):
            if entry not in known:
                # What waits for a project cannot begin before the project does.
                first = _month(entry, "from", "start") or starts.get(entry.get("project"))
                found.append((first, _month(entry, "until")))
    return [] if any(first is None for first, _ in found) else found


def _entries(scenario, table):
    held = scenario.get(table, [])
    return [entry for entry in (held.values() if isinstance(held, dict) else held)
            if isinstance(entry, dict)]


def _month(entry, *keys):
    for key in keys:
        value = entry.get(key)
        value = value.get("value") if isinstance(value, dict) else value
        try:
            if value is not None:
                return np.datetime64(str(value)[:7], "M")
        except ValueError:
            return None
    return None
