"""The finding in words, made from the numbers."""

from .comparison import unit_cost_terms
from .report_tables import estimate_cells
from .table_text import number
from .words import say


def finding(comparison, lang):
    """Return the finding of a `Comparison` as a few sentences."""
    pairs = comparison.pairs
    comma, stop = ("、", "") if lang == "zh" else (", ", " ")
    sentences = [say(lang, "finding_head", policy=pairs.policy[0].title(lang), base=pairs.base[0].title(lang),
                     n=len(pairs.seeds), first=pairs.months[0], last=pairs.months[-1])]
    for verdict, key in (("up", "finding_up"), ("down", "finding_down")):
        items = [_item(row, lang) for row in comparison.main if row.estimate.verdict == verdict]
        if items:
            sentences.append(say(lang, key, items=comma.join(items)))
    still_open = [row.measure.label(lang) for row in comparison.main if row.estimate.verdict == "open"]
    if comparison.main and len(still_open) == len(comparison.main):
        sentences.append(say(lang, "finding_none"))
    elif still_open:
        sentences.append(say(lang, "finding_open", items=comma.join(still_open)))
    sentences += _terms(pairs, lang) + _cost(comparison.cost, lang) + [say(lang, "luck")]
    return (stop or "").join(sentences)


def _item(row, lang):
    unit, _, _, difference, percent, _ = estimate_cells(row.estimate, row.measure.unit, lang)
    opening, closing = ("（", "）") if lang == "zh" else (" (", ")")
    beside = f"{opening}{percent} %{closing}" if percent != "–" and row.measure.unit != "share" else ""
    gap = "" if lang == "zh" else " "
    unit = "" if unit == "1" else gap + ("百分点" if unit == "%" and lang == "zh" else
                                         "points" if unit == "%" else unit)
    return f"{row.measure.label(lang)} {difference}{unit}{beside}"


def _terms(pairs, lang):
    terms = [(label, e) for code, label, e in unit_cost_terms(pairs, lang)
             if code != "total" and e.verdict != "open"]
    if not terms:
        return []
    label, e = max(terms, key=lambda term: abs(term[1].difference))
    return [say(lang, f"finding_term_{e.verdict}", term=label if lang == "zh" else label.lower(),
                amount=number(e.difference, sign=True))]


def _cost(cost, lang):
    if cost is None:
        return []
    return [say(lang, "finding_cost", cost=number(cost.plain.mean() / 1e6),
                discounted=number(cost.discounted.mean() / 1e6))]
