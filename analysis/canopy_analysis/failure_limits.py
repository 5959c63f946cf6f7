"""Limits of a box in words and figures; those of whole numbers are the whole numbers inside."""

import math

from .table_text import decimals_for
from .words import say


def ends_of(factor, low, high):
    """Return the limits as shown, None where there is none."""
    if factor.integer:
        low, high = (math.floor(end) if math.isfinite(end) else end for end in (low, high))
        low += 1
    return tuple(shown(end, factor) if math.isfinite(end) else None for end in (low, high))


def shown(value, factor):
    """Return a value of a factor: three figures, or the whole number."""
    if factor.integer or value == 0:
        return f"{value:,.0f}"
    digits = 2 - math.floor(math.log10(abs(value)))
    return f"{round(value, digits):,.{decimals_for(value)}f}"


def limits_of(study, box, lang, labels):
    """Return the limits of a box as clauses, one a restricted factor."""
    clauses = []
    for factor, label, low, high in zip(study.ranges, labels, box.low, box.high):
        low, high = ends_of(factor, low, high)
        if low is not None and high is not None:
            clauses.append(say(lang, "between", factor=label, low=low, high=high))
        elif high is not None:
            clauses.append(say(lang, "below", factor=label, value=high))
        elif low is not None:
            clauses.append(say(lang, "at_least" if factor.integer else "above", factor=label, value=low))
    return clauses


def span_of(factor, low, high):
    """Return the limits of one factor for a cell of a table; a dash when it is free."""
    low, high = ends_of(factor, low, high)
    if low is not None and high is not None:
        return f"{low} - {high}"
    if high is not None:
        return f"<= {high}"
    return "–" if low is None else f"{'>=' if factor.integer else '>'} {low}"
