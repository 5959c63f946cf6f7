"""Whose fate a policy changed: the same enterprises under both, firm by firm."""

from dataclasses import dataclass

import numpy as np

from .labels import ZONE_PLACES

SIZE_EDGES = (0, 5, 20, 100, np.inf)
SIZE_LABELS = ("<5", "5-19", "20-99", "100+")
NOTABLE = 0.01


@dataclass
class Fates:
    """One row for every enterprise that stands in the zone at the end in either scenario.

    Attributes
    ----------
    fate : ndarray of str, shape (firm,)
        "gained", "same", "shrank" (alive in both, by revenue), "saved", "lost", "new".
    upgrade : ndarray of int, shape (firm,)
        +1 above scale (or a company) only under the policy, -1 only in the baseline.
    size, sector : ndarray of int, shape (firm,)
        Size class by workers in the baseline; code of the sector.
    change : ndarray, shape (firm,)
        Relative change of revenue of those alive in both, else NaN.
    sectors : dict of {int: str}
        Codes of sectors to their names in the file.
    source : str
        "snapshot" or "panel"; `n_pairs` is the number of pairs behind it.
    """

    fate: np.ndarray
    upgrade: np.ndarray
    size: np.ndarray
    sector: np.ndarray
    change: np.ndarray
    sectors: dict
    source: str
    n_pairs: int


def fates_of(pairs):
    """Return the `Fates` of some paired runs, or None when files hold no enterprises."""
    for source, read in (("snapshot", _from_snapshot), ("panel", _from_panel)):
        parts, sectors = [], {}
        for policy, base in zip(pairs.policy, pairs.base):
            ends = read(base), read(policy)
            if None not in ends:
                parts.append(_pair_up(*ends, left_zone(base), left_zone(policy)))
                sectors = _sector_names(base, source)
        if parts:
            joined = [np.concatenate(column) for column in zip(*parts)]
            return Fates(*joined, sectors, source, len(parts))
    return None


def _from_snapshot(run):
    month = run.months[-1]
    if month not in run.snapshot_months():
        return None
    return run.snapshot(month, "firms", ("id", "kind", "sector", "workers", "revenue_12m", "above_scale"))


def _from_panel(run):
    ids = run.read("panel/firm")
    if ids is None:
        return None
    rows = len(run.months)
    found = {"id": ids}
    for column in ("kind", "sector", "workers", "revenue_12m", "above_scale"):
        node = run.node(f"panel/{column}")
        if node is not None and node.ndim == 2 and node.shape[0] >= rows:
            found[column] = run.read(f"panel/{column}")[rows - 1]
        elif column == "revenue_12m" and run.node("panel/revenue") is not None:
            found[column] = np.nansum(run.read("panel/revenue")[max(rows - 12, 0):rows], axis=0)
        elif column in ("kind", "above_scale"):
            found[column] = np.zeros(len(ids))
        else:
            return None
    here = np.isfinite(found["workers"].astype(float)) & (found["workers"] >= 0) & (found["sector"] >= 0)
    return {column: values[here] for column, values in found.items()}


def left_zone(run):
    """Ids of enterprises that ended or moved out of the zone in a run (shape (firm,))."""
    exits, moves = run.events("exit", ("firm",)), run.events("move", ("firm", "place_to"))
    gone = [] if exits is None else [exits["firm"]]
    codes = run.flags("event/place_to") or {code: row for row, code in enumerate(run.labels("place")[0])}
    if moves is not None and codes:
        inside = [codes[place] for place in ZONE_PLACES if place in codes]
        gone.append(moves["firm"][~np.isin(moves["place_to"], inside)])
    return np.unique(np.concatenate(gone)) if gone else np.array([], np.int64)


def _pair_up(base, policy, base_gone, policy_gone):
    ids = np.union1d(base["id"], policy["id"])
    in_base, in_policy = np.isin(ids, base["id"]), np.isin(ids, policy["id"])

    def column(name):
        """Return (baseline, policy) of a column on `ids`, NaN where absent."""
        both = []
        for end, here in ((base, in_base), (policy, in_policy)):
            values = np.full(len(ids), np.nan)
            values[here] = end[name][np.argsort(end["id"], kind="stable")]
            both.append(values)
        return both

    revenue, workers, sector = column("revenue_12m"), column("workers"), column("sector")
    with np.errstate(divide="ignore", invalid="ignore"):
        change = np.where(revenue[0] > 0, revenue[1] / revenue[0] - 1, np.nan)
    both = in_base & in_policy
    fate = np.full(len(ids), "new", dtype="U6")
    fate[both] = "same"
    fate[both & (change > NOTABLE)] = "gained"
    fate[both & (change < -NOTABLE)] = "shrank"
    fate[~in_base & np.isin(ids, base_gone)] = "saved"
    fate[~in_policy & np.isin(ids, policy_gone)] = "lost"
    rungs = [np.nan_to_num(scale) * 2 + np.nan_to_num(kind)
             for scale, kind in zip(column("above_scale"), column("kind"))]
    upgrade = np.where(both, np.sign(rungs[1] - rungs[0]), 0).astype(int)
    size = np.digitize(np.where(in_base, workers[0], workers[1]), SIZE_EDGES[1:-1])
    return fate, upgrade, size, np.where(in_base, sector[0], sector[1]).astype(int), change


def _sector_names(run, source):
    last = run.months[-1]
    flags = run.flags(f"snapshot/{last}/firms/sector" if source == "snapshot" else "panel/sector")
    flags = flags or {code: row for row, code in enumerate(run.labels("sector")[0])}
    return {value: code for code, value in flags.items()}
