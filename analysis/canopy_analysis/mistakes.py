"""What can go wrong with what the user gave, and how it is said."""

from .mistake_texts import MISTAKES


class Mistake(Exception):
    """A mistake of the input: one paragraph with place, reason and remedy.

    Parameters
    ----------
    key : str
        Row of `mistake_texts.MISTAKES`.
    **facts
        Values that the text names.
    """

    exit_code = 2

    def __init__(self, key, **facts):
        super().__init__(key)
        self.key = key
        self.facts = facts

    def text(self, lang):
        """Return the paragraph in `lang` ("zh" or "en")."""
        return MISTAKES[self.key][lang == "zh"].format(**self.facts)

    def __str__(self):
        return self.text("en")


class UsageMistake(Mistake):
    """What was asked for cannot be done with these inputs (exit 2)."""


class FileMistake(Mistake):
    """A file cannot be read or written (exit 3)."""

    exit_code = 3


class Stopped(Exception):
    """A signal stopped the work; the same command goes on later (exit 75)."""
