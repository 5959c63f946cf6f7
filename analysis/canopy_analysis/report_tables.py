"""The tables of a report in words: rows for people, rows for programs."""

from .horizon import LAST_MONTHS
from .paired import estimate
from .run_set import seed_list
from .table_text import decimals_for, number
from .words import per_unit, say, shown_unit

CSV_HEADER = ["measure", "label", "unit", "horizon", "pairs", "baseline", "policy", "difference", "percent",
              "low90", "high90", "p", "p_holm", "verdict", "verdict_text", "more_seeds",
              "yuan_per_unit", "yuan_per_unit_low90", "yuan_per_unit_high90",
              "yuan_per_unit_discounted", "yuan_per_unit_discounted_low90", "yuan_per_unit_discounted_high90"]


def verdict_text(e, lang):
    """Return the verdict of an `Estimate` as a phrase."""
    if e.verdict != "open":
        return say(lang, e.verdict)
    if e.difference == 0 and e.spread == 0:
        return say(lang, "equal")
    if e.more_seeds is None:
        return say(lang, "open_never")
    return say(lang, "open_more", n=f"{e.more_seeds:,}")


def header(lang):
    """Column heads of the main table."""
    return [say(lang, key) for key in ("measure", "unit", "baseline", "policy", "difference", "percent",
                                       "interval", "verdict", "cost_per_unit")]


LEFT = (0, 1, 7)


def estimate_cells(e, unit, lang):
    """Return unit, baseline, policy, difference, % and interval of an `Estimate` as text."""
    scale, unit_name = shown_unit(unit, lang)
    finest = scale * (max(abs(e.difference), e.high - e.difference) or e.base)
    d = min(decimals_for(finest, figures=2 if e.difference or e.spread else 3), 4)
    percent = "–" if not e.base else number(e.percent, 2, sign=True)
    return [unit_name, number(scale * e.base, d), number(scale * e.policy, d),
            number(scale * e.difference, d, sign=True), percent,
            f"[{number(scale * e.low, d, True)}, {number(scale * e.high, d, True)}]"]


def price_cell(row, lang):
    """Return "1,230 (1,190) yuan/person", discounted in brackets, or a dash without a price."""
    if row.price is None:
        return "–"
    yuan, (_, name) = "元" if lang == "zh" else "yuan", per_unit(row.measure.unit, lang)
    values = [row.price[0], row.price_discounted[0]]
    if max(map(abs, values)) >= 1e6:
        values, yuan = [v / 1e6 for v in values], "百万元" if lang == "zh" else "million yuan"
    plain, later = (number(float(f"{v:.3g}")) for v in values)
    return f"{plain} ({later}) {yuan}/{name}"


def text_rows(rows, lang):
    """Return the rows of a table as lists of text, as `header`."""
    return [[row.measure.label(lang), *estimate_cells(row.estimate, row.measure.unit, lang),
             verdict_text(row.estimate, lang), price_cell(row, lang)] for row in rows]


def csv_rows(rows, lang):
    """Return the rows of a table with full figures, in the file's units, as `CSV_HEADER`."""
    return [[row.measure.name, row.measure.label(lang), row.measure.unit,
             "sum_of_period" if row.measure.kind == "flow" else "last_12_months",
             e.n, e.base, e.policy, e.difference, e.percent, e.low, e.high, e.p, e.p_joint,
             {"open": "cannot_be_told_apart", "up": "clear_up", "down": "clear_down"}[e.verdict],
             verdict_text(e, lang), e.more_seeds,
             *(row.price or [None] * 3), *(row.price_discounted or [None] * 3)]
            for row in rows for e in (row.estimate,)]


def notes(comparison, lang):
    """Return the lines that stand under every table."""
    months, period, cost = comparison.pairs.months, comparison.period, comparison.cost
    last = f"{months[-LAST_MONTHS:][0]}..{months[-1]}"
    lines = [say(lang, "luck"), say(lang, "joint"),
             say(lang, "pairs", n=len(comparison.pairs.seeds), seeds=seed_list(comparison.pairs.seeds)),
             say(lang, "horizon", last=last, period=period.text(months))]
    if cost is not None:
        lines += [cost_line(cost, lang),
                  say(lang, "cost_note", period=period.text(months), start=months[period.start]),
                  say(lang, "moved_over")]
        if cost.after:
            lines.append(say(lang, "cost_outside", amount=number(cost.after / 1e6)))
    return lines


def cost_line(cost, lang):
    """Return the net public cost with its interval, plain and discounted."""
    unit = "百万元" if lang == "zh" else "million yuan"
    plain, later = (estimate(0 * x, x) for x in (cost.plain, cost.discounted))
    d = decimals_for(plain.difference / 1e6)
    cells = [f"{number(e.difference / 1e6, d)} [{number(e.low / 1e6, d)}, {number(e.high / 1e6, d)}]"
             for e in (plain, later)]
    return f"{say(lang, 'net_cost')}: {cells[0]} {unit}; {say(lang, 'discounted')} {cells[1]}"
