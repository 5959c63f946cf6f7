"""The factors of a design: what may vary, between which values, and the checks of both."""

import math
import re
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np

from .mistakes import UsageMistake

SCALES = ("linear", "log")


@dataclass(frozen=True)
class Factor:
    """One factor of a study.

    Attributes
    ----------
    name : str
    low, high : float or None
        Ends of the range, in the unit of what the factor sets; both inclusive.
    values : list or None
        Numbers or text, for designs that list them.
    scale : str
        "linear" or "log": how the unit interval is spread over the range.
    integer : bool
        Whether only whole numbers are taken.
    """

    name: str
    low: float | None = None
    high: float | None = None
    values: list | None = None
    scale: str = "linear"
    integer: bool = False

    def at(self, unit):
        """Return the value at places of the unit interval, same shape as `unit`."""
        if self.integer and self.scale == "linear":
            return np.minimum(np.floor(self.low + unit * (self.high - self.low + 1)), self.high)
        if self.scale == "log":
            values = self.low * (self.high / self.low) ** unit
        else:
            values = self.low + unit * (self.high - self.low)
        return np.round(values) if self.integer else np.clip(values, self.low, self.high)

    def on_levels(self, level, levels):
        """Return the value of levels 0 … levels - 1, spread from low to high."""
        unit = level / (levels - 1)
        values = self.low * (self.high / self.low) ** unit if self.scale == "log" else (
            self.low + unit * (self.high - self.low))
        return np.round(values) if self.integer else np.clip(values, self.low, self.high)

    def unit(self, value):
        """Return the place of values in the unit interval: the inverse of a plain `at`."""
        if self.scale == "log":
            return np.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)


def factors_of(entries, kind):
    """Read and check the factors of a design.

    Parameters
    ----------
    entries : list of dict
    kind : str
        Kind of the design, named in mistakes.

    Returns
    -------
    list of Factor
    """
    if not entries:
        raise UsageMistake("no_factors", kind=kind)
    factors = [_factor(entry) for entry in entries]
    names = [factor.name for factor in factors]
    for name in names:
        if names.count(name) > 1:
            raise UsageMistake("bad_factor_name", name=name, reason="it stands twice")
    return factors


def _factor(entry):
    name = str(entry.get("name", ""))
    if not re.fullmatch(r"\w+", name) or name == "point":
        raise UsageMistake("bad_factor_name", name=name, reason="point is the row" if name == "point"
                           else "it is empty or holds other signs")
    for what in ("low", "high"):
        got = entry.get(what)
        if got is not None and not _finite(got):
            raise UsageMistake("not_a_number", name=name, what=what, got=got)
    scale = entry.get("scale", "linear")
    if scale not in SCALES:
        near = get_close_matches(str(scale), SCALES, 1)
        raise UsageMistake("bad_scale", name=name, got=scale, hint=f" ({near[0]}?)" if near else "")
    values = entry.get("values")
    for value in values or ():
        if isinstance(value, float) and not math.isfinite(value):
            raise UsageMistake("not_a_number", name=name, what="values", got=value)
    return Factor(name, entry.get("low"), entry.get("high"), values, scale, bool(entry.get("integer", False)))


def _finite(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def require_ranges(factors, kind):
    """Refuse factors that a sampled design cannot draw."""
    for factor in factors:
        low, high = factor.low, factor.high
        if low is None or high is None:
            raise UsageMistake("no_range", name=factor.name, kind=kind)
        if not low < high:
            swapped = f" ({high} … {low}?)" if high < low else ""
            raise UsageMistake("bad_range", name=factor.name, low=low, high=high, hint=swapped)
        if factor.scale == "log" and low <= 0:
            raise UsageMistake("log_of_nothing", name=factor.name, low=low)
