"""When a plan fails, as the user writes it: `jobs < 0`, `cost > 1e8 or jobs < 0`. Nothing is evaluated as code."""

import re
from dataclasses import dataclass

import numpy as np

from .mistakes import UsageMistake

COMPARISON = re.compile(r"\s*([^\W\d][\w.@]*)\s*(<=|>=|<|>)\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*")
FULL_WIDTH = str.maketrans({"＜": "<", "＞": ">", "≤": "<=", "≥": ">=", "－": "-", "．": "."})
COMPARE = {"<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal}


@dataclass(frozen=True)
class Rule:
    """Comparisons of outputs with numbers, joined by all "and" or all "or".

    Attributes
    ----------
    text : str
        As it is shown.
    comparisons : tuple of (output name, sign, number)
    every : bool
        True when all must hold ("and").
    """

    text: str
    comparisons: tuple
    every: bool

    def holds(self, values):
        """Tell where the plan fails.

        Parameters
        ----------
        values : dict of {str: ndarray}
            By output name, all of one shape.
        """
        parts = [COMPARE[sign](values[name], number) for name, sign, number in self.comparisons]
        return np.all(parts, axis=0) if self.every else np.any(parts, axis=0)


def rule_of(text):
    """Read a rule, or say what is wrong with it."""
    plain = text.translate(FULL_WIDTH).replace("且", " and ").replace("或", " or ")
    words = re.split(r"\b(and|or)\b", plain, flags=re.IGNORECASE)
    joints = {word.lower() for word in words[1::2]}
    found = [COMPARISON.fullmatch(part) for part in words[::2]]
    if len(joints) > 1 or not all(found):
        wrong = next((part.strip() for part, match in zip(words[::2], found) if not match), text)
        raise UsageMistake("bad_rule", got=text, wrong=wrong)
    comparisons = tuple((match[1], match[2], float(match[3])) for match in found)
    joint = next(iter(joints), "and")
    return Rule(f" {joint} ".join(f"{name} {sign} {number:g}" for name, sign, number in comparisons), comparisons,
                joint == "and")
