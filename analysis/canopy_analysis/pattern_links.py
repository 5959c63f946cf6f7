"""Patterns of supply links: degrees and churn."""

import numpy as np
import pandas as pd

from .sample import NotMeasurable, some
from .tails import clauset

LONGEST = 36
OUTSIDE = -1


def _active(sample):
    month = sample.last_december("links")
    links = sample.links(month, "buyer", "seller", "flow")
    here = links["flow"] > 0
    return links["buyer"][here], links["seller"][here]


def customers(sample):
    """Tail exponent of the number of customers of an enterprise."""
    buyer, seller = _active(sample)
    inside = seller != OUTSIDE
    pairs = np.unique(np.stack([seller[inside], buyer[inside]]), axis=1)
    return some(clauset(np.unique(pairs[0], return_counts=True)[1], discrete=True)[0])


def suppliers(sample):
    """Tail exponent of the number of suppliers; every outside link counts as one."""
    buyer, seller = _active(sample)
    inside = seller != OUTSIDE
    pairs = np.unique(np.stack([buyer[inside], seller[inside]]), axis=1)
    who = np.concatenate([pairs[0], buyer[~inside]])
    return some(clauset(np.unique(who, return_counts=True)[1], discrete=True)[0])


def _survival(sample):
    """Part of the links of h months ago that are still there, for h = 0, 1, ... (shape (h,)).

    The links that old between enterprises of the zone are counted in the last snapshot; the
    stock of h months ago is /kpi/links, which counts the same.
    """
    run = sample.run
    months = [m for m in run.snapshot_months("links") if m in run.months]
    if not months:
        raise NotMeasurable("links")
    stock = sample.kpi("links")
    row = int(np.flatnonzero(run.months == months[-1])[0])
    links = sample.links(months[-1], "age", "seller")
    age = links["age"][links["seller"] != OUTSIDE]
    if row < 12:
        raise NotMeasurable("short", 13)
    return np.array([(age >= h).sum() / stock[row - h] if stock[row - h] > 0 else np.nan
                     for h in range(min(row, LONGEST) + 1)])


def half_life(sample):
    """Months after which half of a stock of links is gone."""
    alive = _survival(sample)
    below = np.flatnonzero(alive <= 0.5)
    if below.size and below[0] > 0:
        h = below[0]
        return some(h - 1 + (alive[h - 1] - 0.5) / (alive[h - 1] - alive[h]))
    return some(-(len(alive) - 1) * np.log(2) / np.log(alive[-1]) if 0 < alive[-1] < 1 else np.nan)


def gone_in_a_year(sample):
    """Part of a stock of links that is gone twelve months later."""
    return some(1 - _survival(sample)[12])


def top_five_kept(sample):
    """Part of the five largest suppliers of each buyer that still supply it a year later."""
    kept = total = 0
    for before, after in sample.year_pairs("links"):
        links, later = (_by_pair(sample.links(month, "buyer", "seller", "flow")) for month in (before, after))
        staying = links[links["buyer"].isin(later["buyer"])]
        top = staying.sort_values(["flow", "seller"], ascending=False).groupby("buyer").head(5)
        kept += len(top.merge(later, on=["buyer", "seller"]))
        total += len(top)
    return some(kept / total if total else np.nan)


def _by_pair(links):
    """Return a frame of buyer, seller and flow, one row a pair of enterprises of the zone."""
    frame = pd.DataFrame(links)
    return frame[frame["seller"] != OUTSIDE].groupby(["buyer", "seller"], as_index=False)["flow"].sum()
