"""Whom each lever alone keeps: people who move away and enterprises that leave, year by year after its start."""

from pathlib import Path

from .horizon import after_start
from .levers import read_aims, series_of
from .output_folder import whole_folder
from .paired import estimate
from .policy_period import policy_period
from .run_set import PairedRuns
from .table_text import markdown, number, write_csv
from .words import say

LEAVING = ("departures", "moves_out", "moves_out_expected")
YEAR = 12
CSV_HEADER = ["lever", "measure", "year", "pairs", "baseline", "effect", "low90", "high90"]


def retention(folder, lever):
    """Compare those who leave with the baseline; return dicts with lever, name, measure, year (1, 2) and estimate."""
    found = []
    with PairedRuns(folder / lever, folder / "baseline") as pairs:
        start = policy_period(pairs).start
        for name in LEAVING:
            if name not in pairs.names():
                continue
            measure, *both = series_of(pairs, name)
            before = [0, 0]
            for year in (1, 2):
                until = [after_start(x, "flow", start, YEAR * year) for x in both]
                found.append({"lever": lever, "measure": measure, "name": name, "year": year,
                              "estimate": estimate(*(now - then for now, then in zip(until, before)))})
                before = until
    return found


def _cell(e):
    mark = " ·" if e.low <= 0 <= e.high else ""
    return f"{number(e.difference, sign=True)} [{number(e.low, sign=True)}, {number(e.high, sign=True)}]{mark}"


def lever_retention(folder, out, lang):
    """Write lever_retention.csv and .md: per lever, who leaves in its first and in its second year; return the rows."""
    folder = Path(folder)
    levers = list(dict.fromkeys(aim["lever"] for aim in read_aims(folder)))
    effects = {lever: retention(folder, lever) for lever in levers}
    rows = [[e["lever"], e["name"], e["year"], e["estimate"].n, e["estimate"].base,
             e["estimate"].difference, e["estimate"].low, e["estimate"].high]
            for lever in levers for e in effects[lever]]
    if not rows:
        return []
    header = [say(lang, "lever")] + [f"{e['measure'].label(lang)}, {say(lang, 'year_' + str(e['year']))}"
                                     for e in effects[levers[0]]]
    table = [[lever] + [_cell(e["estimate"]) for e in effects[lever]] for lever in levers]
    with whole_folder(out) as place:
        write_csv(place / "lever_retention.csv", CSV_HEADER, rows)
        (place / "lever_retention.md").write_text(
            f"{markdown(header, table, (0,))}\n{say(lang, 'luck')}\n\n{say(lang, 'retention_note')}\n", "utf-8")
    return [dict(zip(CSV_HEADER, row)) for row in rows]
