"""What a run file holds for the patterns, read once; says what is missing."""

from functools import lru_cache

import numpy as np

REASONS = {
    "december": ("no snapshot of enterprises of a December is in them (record: snapshots = \"yearly\")",
                 "其中没有 12 月的企业快照（record: snapshots = \"yearly\"）"),
    "links": ("no snapshot of links of a December is in them (record: snapshots = \"yearly\")",
              "其中没有 12 月的链接快照（record: snapshots = \"yearly\"）"),
    "two_years": ("no two snapshots of enterprises twelve months apart are in them (record: snapshots = \"yearly\")",
                  "其中没有相隔 12 个月的两个企业快照（record: snapshots = \"yearly\"）"),
    "two_links": ("no two snapshots of links twelve months apart are in them (record: snapshots = \"yearly\")",
                  "其中没有相隔 12 个月的两个链接快照（record: snapshots = \"yearly\"）"),
    "kpi": ("/kpi/{name} is not in them", "其中没有 /kpi/{name}"),
    "column": ("a snapshot lacks one of the columns {name}", "快照缺少以下某列：{name}"),
    "events": ("/event is not in them", "其中没有 /event"),
    "snapshot": ("no snapshot of enterprises is in them", "其中没有企业快照"),
    "people": ("no panel of people is in them", "其中没有居民面板"),
    "short": ("they cover less than {name} months", "其时段少于 {name} 个月"),
    "few": ("there are too few enterprises or links for it", "企业或链接太少"),
}


class NotMeasurable(Exception):
    """A pattern's inputs are not in a run file."""

    def __init__(self, reason, name=""):
        super().__init__(reason)
        self.reason, self.name = reason, name

    def text(self, lang):
        """Return the reason in `lang`."""
        return REASONS[self.reason][lang == "zh"].format(name=self.name)


class Sample:
    """A run as the patterns see it.

    Attributes
    ----------
    run : RunFile
    """

    def __init__(self, run):
        self.run = run
        self.firms = lru_cache(maxsize=None)(self._firms)
        self.links = lru_cache(maxsize=None)(self._links)

    def kpi(self, name):
        """Return a measure, shape (month,) or (month, axis)."""
        values = self.run.kpi(name)
        if values is None:
            raise NotMeasurable("kpi", name)
        return values

    def last_december(self, table="firms"):
        """Return the last December that has a snapshot."""
        months = [m for m in self.run.snapshot_months(table) if str(m).endswith("-12")]
        if not months:
            raise NotMeasurable("december" if table == "firms" else "links")
        return months[-1]

    def year_pairs(self, table="firms"):
        """Return [(month, month twelve later)] of snapshots."""
        months = self.run.snapshot_months(table)
        found = [(m, m + 12) for m in months if m + 12 in months]
        if not found:
            raise NotMeasurable("two_years" if table == "firms" else "two_links")
        return found

    def _firms(self, month, *columns):
        """Return {column: ndarray (firm,)} of a snapshot."""
        held = self.run.snapshot(month, "firms", columns)
        if held is None:
            raise NotMeasurable("column", ", ".join(columns))
        return held

    def _links(self, month, *columns):
        """Return {column: ndarray (link,)} of a snapshot."""
        held = self.run.snapshot(month, "links", columns)
        if held is None:
            raise NotMeasurable("column", ", ".join(columns))
        return held

    def code(self, month, column, meaning, default):
        """Return the code of a meaning in a column of a snapshot."""
        return self.run.flags(f"snapshot/{month}/firms/{column}").get(meaning, default)

    def last_year(self, values):
        """Return the last twelve months of a monthly series."""
        if len(values) < 12:
            raise NotMeasurable("short", 12)
        return values[-12:]


def some(value):
    """Return a number, or say that there was too little to measure it on."""
    if not np.isfinite(value):
        raise NotMeasurable("few")
    return float(value)
