"""What differs between the results of two run files."""

from pathlib import Path

import h5py
import numpy as np

from .run_file import RunFile, to_months
from .table_text import aligned, number
from .words import say

RESULTS = ("kpi", "panel", "event", "snapshot", "account", "check")
MONTHLY = ("kpi", "account", "check")


def difference(path_a, path_b, lang):
    """Return (text, dict) of what differs between the results of two run files."""
    with RunFile(path_a) as a, RunFile(path_b) as b:
        names_a, names_b = _datasets(a), _datasets(b)
        found = []
        for name in sorted(names_a | names_b):
            if name not in names_a or name not in names_b:
                only = Path(path_a if name in names_a else path_b)
                found.append({"variable": "/" + name, "what": "only_in", "file": str(only)})
            else:
                entry = _compare(a, b, name)
                if entry:
                    found.append(entry)
    result = {"equal": not found, "variables": len(names_a | names_b), "differing": found}
    return _text(result, lang), result


def _datasets(run):
    names = set()
    for group in RESULTS:
        node = run.node(group)
        if isinstance(node, h5py.Group):
            node.visititems(lambda name, item, group=group: names.add(f"{group}/{name}")
                            if isinstance(item, h5py.Dataset) else None)
    return names


def _compare(a, b, name):
    """Return what differs in one variable, or None when equal byte for byte."""
    x, y = a.read(name), b.read(name)
    if x.dtype == y.dtype and x.shape == y.shape and _same_bytes(x, y):
        return None
    if x.dtype != y.dtype:
        return {"variable": "/" + name, "what": "type", "a": str(x.dtype), "b": str(y.dtype)}
    rows = min(len(x), len(y)) if x.ndim and y.ndim else 0
    entry = {"variable": "/" + name, "what": "values" if x.shape == y.shape else "shape"}
    if x.shape != y.shape:
        entry.update(a=list(x.shape), b=list(y.shape))
        if x.shape[1:] != y.shape[1:]:
            return entry
        x, y = x[:rows], y[:rows]
    entry["first_month"] = _first_month(a, name, x, y)
    aligned_rows = entry["what"] == "values" or name.split("/")[0] in MONTHLY
    if aligned_rows and x.dtype.kind in "iuf":
        gap = np.abs(x.astype(float) - y.astype(float))
        if np.nansum(gap) > 0:
            entry["largest"] = float(np.nanmax(gap))
    return entry


def _same_bytes(x, y):
    if x.dtype.kind == "O":
        return np.array_equal(x, y)
    return np.ascontiguousarray(x).tobytes() == np.ascontiguousarray(y).tobytes()


def _first_month(run, name, x, y):
    """Return the month of the first differing row as text, or None when rows are no months."""
    group = name.split("/")[0]
    if group == "snapshot":
        return name.split("/")[1]
    if x.dtype.kind == "O" or not x.ndim:
        return None
    differs = (x != y) & ~((x != x) & (y != y))
    rows = np.flatnonzero(differs.reshape(len(x), -1).any(axis=1))
    days = run.read(f"{group}/month")
    if days is None or (group != "event" and run.read(name).shape[0] != len(days)):
        return None
    if rows.size:
        return str(to_months(days[rows[0]]))
    return str(to_months(days[len(x)])) if len(x) < len(days) else None


def _text(result, lang):
    if result["equal"]:
        return say(lang, "diff_equal")
    header = [say(lang, key) for key in ("variable", "differs_how", "first_month", "largest")]
    rows = []
    for entry in result["differing"]:
        what = say(lang, entry["what"], **({"file": entry["file"]} if entry["what"] == "only_in" else {}))
        if "a" in entry:
            what += f" ({entry['a']} | {entry['b']})"
        largest = entry.get("largest")
        rows.append([entry["variable"], what, entry.get("first_month") or "–",
                     "–" if largest is None else f"{largest:.6g}" if abs(largest) < 1 else number(largest)])
    return aligned(header, rows, (0, 1, 2)) + "\n" + say(
        lang, "count_differ", n=len(rows), total=result["variables"])
