"""The table of points of a study, and beside it what analyses must know of how it was made."""

import csv
import json
import os
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

import numpy as np

from . import design_samples, design_tables
from .design_factors import factors_of, require_ranges
from .mistakes import FileMistake, UsageMistake

KINDS = ("grid", "list", "lhs", "sobol", "saltelli", "morris", "csv")
MOST_POINTS = 10_000_000
ROW_ORDER = {
    "grid": "every combination, the last factor fastest",
    "list": "as given", "csv": "as given",
    "lhs": "the first half is the hypercube of half as many points",
    "sobol": "the order of the sequence: the first n rows are the design of n points",
    "saltelli": "blocks of one base point: A, A with column j of B for each factor j, B with column j of A "
                "for each factor j (second order only), B",
    "morris": "trajectories of (factors + 1) rows; each row moves one factor"}
EXTENDABLE = ("list", "lhs", "sobol", "saltelli", "morris", "csv")


def design(factors_file, out, lang, kind=None):
    """Write the table of points of a study.

    Parameters
    ----------
    factors_file : path
        JSON: kind, points, seed, skip, levels, trajectories, second_order, csv, factors.
    out : path
        CSV: point, then one column a factor; beside it the same name with .json.
    kind : str, optional
        Instead of the file's.

    Returns
    -------
    tuple of (str, dict)
        What is printed, and the content of the .json.
    """
    wanted = _read(factors_file)
    kind = kind or wanted.get("kind")
    if kind not in KINDS:
        near = get_close_matches(str(kind), KINDS, 1)
        raise UsageMistake("unknown_design", got=kind, known=", ".join(KINDS),
                           hint=f" ({near[0]}?)" if near else "")
    factors = factors_of(wanted.get("factors"), kind)
    rows, facts = _rows(kind, wanted, factors)
    out = Path(out)
    count = _write_table(out, [factor.name for factor in factors], rows)
    about = {"format": 1, "kind": kind, "rows": count, **facts, "row_order": ROW_ORDER[kind],
             "extendable": kind in EXTENDABLE,
             "factors": [{key: value for key, value in vars(factor).items() if value is not None}
                         for factor in factors]}
    _whole_file(out.with_suffix(".json"), lambda file: json.dump(about, file, ensure_ascii=False, indent=1))
    text = (f"{out}：{kind} 设计，{count} 个点 × {len(factors)} 个因子" if lang == "zh" else
            f"{out}: {kind} design, {count} points x {len(factors)} factors")
    return text, about


def _read(path):
    try:
        wanted = json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError) as problem:
        raise FileMistake("no_factors_file", place=path, reason=getattr(problem, "strerror", None) or problem) from None
    if not isinstance(wanted, dict) or not isinstance(wanted.get("factors", []), list):
        raise FileMistake("no_factors_file", place=path, reason="no object with a list of factors")
    return wanted


def _rows(kind, wanted, factors):
    """Return the rows of a design and the facts that tell how they were made."""
    if kind == "grid":
        return design_tables.grid(factors, _whole_number(wanted, "levels", 5, 2), MOST_POINTS), {}
    if kind == "list":
        return design_tables.listed(factors), {}
    if kind == "csv":
        return design_tables.from_csv(wanted.get("csv"), factors), {"csv": str(wanted.get("csv"))}
    require_ranges(factors, kind)
    seed = _whole_number(wanted, "seed", 1, 0)
    if kind == "morris":
        return _morris(wanted, factors, seed)
    points = _whole_number(wanted, "points", None, 1)
    facts = {"points": points, "seed": seed}
    if kind == "lhs":
        return _scaled(factors, design_samples.lhs(points, len(factors), seed)), facts
    if points & (points - 1):
        below = 1 << (points.bit_length() - 1)
        raise UsageMistake("not_power_of_two", got=points, kind=kind, below=below, above=2 * below)
    facts["skip"] = skip = _whole_number(wanted, "skip", 0, 0)
    if kind == "sobol":
        return _scaled(factors, design_samples.sobol(points, len(factors), seed, skip)), facts
    facts["second_order"] = second = bool(wanted.get("second_order", False))
    facts["block"] = (2 if second else 1) * len(factors) + 2
    return _scaled(factors, design_samples.saltelli(points, len(factors), seed, second, skip)), facts


def _morris(wanted, factors, seed):
    levels = _whole_number(wanted, "levels", 4, 2)
    trajectories = _whole_number(wanted, "trajectories", 10, 2)
    if levels % 2:
        raise UsageMistake("odd_levels", got=levels, above=levels + 1)
    columns = []
    for factor in factors:
        values = factor.on_levels(np.arange(levels), levels)
        if len(set(values)) < levels:
            raise UsageMistake("coarse_integer", name=factor.name, low=factor.low, high=factor.high, levels=levels)
        columns.append(values)
    steps = design_samples.morris(trajectories, len(factors), levels, seed)
    rows = np.stack([values[steps[:, column]] for column, values in enumerate(columns)], axis=1)
    return _typed(factors, rows), {"trajectories": trajectories, "levels": levels, "seed": seed,
                                   "block": len(factors) + 1}


def _scaled(factors, unit):
    return _typed(factors, np.stack([factor.at(unit[:, column]) for column, factor in enumerate(factors)], axis=1))


def _typed(factors, rows):
    whole = [factor.integer for factor in factors]
    return ([int(value) if integer else float(value) for value, integer in zip(row, whole)] for row in rows)


def _whole_number(wanted, key, usual, least):
    got = wanted.get(key)
    got = usual if got is None else got
    if isinstance(got, bool) or not isinstance(got, int) or got < least:
        raise UsageMistake("whole_number", setting=key, got=got, least=least, example=max(usual or 128, least))
    if got > MOST_POINTS and key != "seed":
        raise UsageMistake("too_many_points", got=got, most=MOST_POINTS)
    return got


def _write_table(out, names, rows):
    """Write point and factors; numbers read back exactly. Return how many rows."""
    count = 0

    def write(file):
        nonlocal count
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["point", *names])
        rest = iter(rows)
        while batch := list(islice(rest, 10_000)):
            writer.writerows([count + row, *map(_cell, values)] for row, values in enumerate(batch))
            count += len(batch)

    _whole_file(out, write)
    return count


def _cell(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, (int, float)) else str(value)


def _whole_file(path, write):
    """Write a file beside its name and rename it when it is whole."""
    part = path.with_name(f".{path.name}.part-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", newline="", encoding="utf-8") as file:
            write(file)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
