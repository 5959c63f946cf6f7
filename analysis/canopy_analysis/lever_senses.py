"""What each lever alone does to the senses of people and of enterprises, and for how much money."""

from pathlib import Path

from .horizon import after_start
from .levers import TWICE, read_aims, series_of
from .output_folder import whole_folder
from .paired import estimate
from .policy_period import policy_period
from .run_set import PairedRuns
from .table_text import markdown, number, write_csv
from .words import say

SENSES = ("gain", "happiness", "security", "firm_gain", "firm_happiness", "firm_security")
MONTHS = {"gain": 12, "firm_gain": 12}  # a pulse of the first year; the others are levels, after 24 months
MONEY = 10e6  # yuan, over the months from the start to the horizon
THOUSANDTHS = 1000
CSV_HEADER = ["lever", "sense", "pairs", "effect", "low90", "high90", "clear", "cost_yuan", "effect_per_10m_yuan",
              "effect_at_twice", "cost_at_twice_yuan"]


def sense_effects(folder, lever):
    """Compare the senses of one lever with the baseline; return a list of dicts, one a sense that is recorded."""
    once = _effects(folder, lever)
    twice = _effects(folder, lever + TWICE) if (folder / (lever + TWICE)).is_dir() else {}
    return [{"lever": lever, "sense": sense, "measure": measure, "estimate": e, "cost": cost,
             "twice": twice.get(sense)} for sense, (measure, e, cost) in once.items()]


def _effects(folder, lever):
    with PairedRuns(folder / lever, folder / "baseline") as pairs:
        start = policy_period(pairs).start
        found = {}
        for sense in SENSES:
            if sense not in pairs.names():
                continue
            months = MONTHS.get(sense, 24)
            measure, base, policy = series_of(pairs, sense)
            cost = estimate(*(after_start(x, "flow", start, months) for x in pairs.kpi("lever_cost"))).difference
            found[sense] = measure, estimate(*(after_start(x, "level", start, months) for x in (base, policy))), cost
        return found


def _clear(e):
    return e.difference != 0 and (e.low > 0 or e.high < 0)


def _per_money(effect):
    return effect["estimate"].difference / effect["cost"] * MONEY if effect["cost"] > 0 else None


def _csv_row(effect):
    e, twice = effect["estimate"], effect["twice"]
    return [effect["lever"], effect["sense"], e.n, e.difference, e.low, e.high, int(_clear(e)), effect["cost"],
            _per_money(effect), twice and twice[1].difference, twice and twice[2]]


def _text_row(effect, lang):
    e, twice, per = effect["estimate"], effect["twice"], _per_money(effect)
    return [effect["measure"].label(lang), effect["lever"], number(THOUSANDTHS * e.difference),
            f"[{number(THOUSANDTHS * e.low)}, {number(THOUSANDTHS * e.high)}]", number(effect["cost"] / 1e6),
            "–" if per is None else number(THOUSANDTHS * per),
            number(THOUSANDTHS * twice[1].difference) if twice else "–"]


def lever_senses(folder, out, lang):
    """Write lever_senses.csv (every lever and sense) and .md (the clear ones, dearest last); return the csv rows.

    Happiness and security are means of months 13 to 24 after the start against the cost of 24 months; gain,
    a pulse, is the mean of the first 12 months against their cost.
    """
    folder = Path(folder)
    levers = list(dict.fromkeys(aim["lever"] for aim in read_aims(folder)))
    effects = [effect for lever in levers for effect in sense_effects(folder, lever)]
    if not effects:
        return []
    shown = sorted((effect for effect in effects if _clear(effect["estimate"])),
                   key=lambda effect: (SENSES.index(effect["sense"]), -(_per_money(effect) or 0)))
    header = [say(lang, key) for key in ("sense", "lever", "effect_thousandths", "interval", "cost", "per_ten_million",
                                         "twice")]
    with whole_folder(out) as place:
        write_csv(place / "lever_senses.csv", CSV_HEADER, [_csv_row(effect) for effect in effects])
        (place / "lever_senses.md").write_text(
            f"{markdown(header, [_text_row(effect, lang) for effect in shown], (0, 1))}\n{say(lang, 'luck')}\n\n"
            f"{say(lang, 'senses_note')}\n", "utf-8")
    return [dict(zip(CSV_HEADER, _csv_row(effect))) for effect in effects]
