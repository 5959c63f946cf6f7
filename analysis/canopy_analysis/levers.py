"""Each lever alone: does it do what it declares, and at what cost?"""

import json
from difflib import get_close_matches
from pathlib import Path

from .horizon import after_start
from .measures import measure_of
from .mistakes import FileMistake, UsageMistake
from .output_folder import whole_folder
from .paired import estimate, holm
from .policy_period import policy_period
from .report_tables import estimate_cells
from .run_set import PairedRuns
from .table_text import aligned, markdown, number, write_csv
from .words import say

SIGNS = {"+": 1, "up": 1, "1": 1, "+1": 1, "-": -1, "down": -1, "-1": -1}
TWICE = "-twice"


def read_aims(folder):
    """Return the list of aims in DIR/aims.json: dicts of lever, measure, sign (+1, -1), months."""
    path = Path(folder) / "aims.json"
    try:
        aims = json.loads(path.read_text("utf-8"))
        return [{"lever": aim["lever"], "measure": aim["measure"], "sign": SIGNS[str(aim["sign"])],
                 "months": int(aim["horizon_months"])} for aim in aims]
    except OSError as problem:
        raise FileMistake("bad_aims", place=path, reason=problem.strerror) from None
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise UsageMistake("bad_aims", place=path, reason=repr(problem)) from None


def series_of(pairs, name):
    """Return a measure and its series of both scenarios, each shape (pair, month).

    `name` may pick a part of a breakdown: "unit_cost_by_cost_term.energy".
    """
    whole, _, part = name.partition(".")
    if pairs.kpi(whole) is None or (pairs.kpi(whole)[0].ndim == 3) != bool(part):
        near = get_close_matches(whole, pairs.names(), 1)
        raise UsageMistake("no_measure", place=pairs.folder, measure=name, hint=f" ({near[0]}?)" if near else "")
    base, policy = pairs.kpi(whole)
    if part:
        codes, _ = pairs.axis(whole, "en")
        if part not in codes:
            near = get_close_matches(part, codes, 1)
            raise UsageMistake("no_measure", place=pairs.folder, measure=name,
                               hint=f" ({whole}.{near[0]}?)" if near else "")
        base, policy = base[:, :, codes.index(part)], policy[:, :, codes.index(part)]
    return measure_of(pairs.first, whole.split("_by_")[0]), base, policy


def lever_effect(folder, aim):
    """Compare one lever with the baseline at its horizon; return a dict of the results."""
    folder = Path(folder)
    with PairedRuns(folder / aim["lever"], folder / "baseline") as pairs:
        start = policy_period(pairs).start
        measure, base, policy = series_of(pairs, aim["measure"])
        e = estimate(*(after_start(x, measure.kind, start, aim["months"]) for x in (base, policy)))
        cost = pairs.kpi("lever_cost")
        cost = cost and estimate(*(after_start(x, "flow", start, aim["months"]) for x in cost))
    clear = e.difference != 0 and (e.low > 0 or e.high < 0)
    verdict = "open" if not clear else "as_declared" if e.difference * aim["sign"] > 0 else "against"
    return {"aim": aim, "measure": measure, "estimate": e, "cost": cost, "verdict": verdict, "start": start,
            "twice": _at_twice(folder, aim, start)}


def _at_twice(folder, aim, start):
    """Whether twice the limit is clearly lower than once: "lower", "not_lower", or "no_runs"."""
    if not (folder / (aim["lever"] + TWICE)).is_dir():
        return "no_runs"
    with PairedRuns(folder / (aim["lever"] + TWICE), folder / aim["lever"]) as pairs:
        measure, once, twice = series_of(pairs, aim["measure"])
        e = estimate(*(aim["sign"] * after_start(x, measure.kind, start, aim["months"]) for x in (once, twice)))
    return "lower" if e.high < 0 else "not_lower"


def levers(folder, out, lang):
    """Write lever_signs.csv and .md; return (text, list) of the table."""
    if not Path(folder).is_dir():
        raise UsageMistake("no_folder", place=folder)
    effects = [lever_effect(folder, aim) for aim in read_aims(folder)]
    joint = holm([effect["estimate"].p for effect in effects]).tolist()
    header = [say(lang, key) for key in ("lever", "aim", "months", "unit", "effect", "percent", "interval",
                                         "verdict", "cost", "pairs_short", "twice")]
    rows = [_text_row(effect, lang) for effect in effects]
    csv_header = ["lever", "measure", "sign", "horizon_months", "start_row", "pairs", "baseline", "effect", "percent",
                  "low90", "high90", "p", "p_holm", "verdict", "cost_yuan", "cost_low90", "cost_high90", "at_twice"]
    csv = [_csv_row(effect, p) for effect, p in zip(effects, joint)]
    left = (0, 1, 3, 7, 10)
    with whole_folder(out) as place:
        write_csv(place / "lever_signs.csv", csv_header, csv)
        (place / "lever_signs.md").write_text(
            f"{markdown(header, rows, left)}\n{say(lang, 'luck')}\n\n{say(lang, 'lever_note')}\n", "utf-8")
    text = aligned(header, rows, left) + f"\n{say(lang, 'luck')}\n{say(lang, 'lever_note')}"
    return text, [dict(zip(csv_header, row)) for row in csv]


def _text_row(effect, lang):
    aim, e = effect["aim"], effect["estimate"]
    unit, _, _, difference, percent, interval = estimate_cells(e, effect["measure"].unit, lang)
    part = aim["measure"].partition(".")[2]
    name = effect["measure"].label(lang) + (f" ({part})" if part else "")
    cost = effect["cost"]
    return [aim["lever"], f"{name} {'↑' if aim['sign'] > 0 else '↓'}", str(aim["months"]), unit, difference,
            percent, interval, say(lang, effect["verdict"]),
            "–" if cost is None else number(cost.difference / 1e6), str(e.n), say(lang, effect["twice"])]


def _csv_row(effect, joint):
    aim, e, cost = effect["aim"], effect["estimate"], effect["cost"]
    verdict = {"as_declared": "clear_as_declared", "open": "cannot_be_told_apart",
               "against": "clear_against"}[effect["verdict"]]
    return [aim["lever"], aim["measure"], aim["sign"], aim["months"], effect["start"], e.n, e.base, e.difference,
            e.percent, e.low, e.high, e.p, joint, verdict, cost and cost.difference, cost and cost.low,
            cost and cost.high, effect["twice"]]
