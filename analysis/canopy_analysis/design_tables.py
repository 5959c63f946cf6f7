"""Designs whose points somebody wrote down: grid, list and CSV."""

import csv
from itertools import product
from math import prod
from pathlib import Path

import numpy as np

from .mistakes import FileMistake, UsageMistake


def grid(factors, levels, most):
    """Every combination of the factors' values, the last factor fastest.

    Parameters
    ----------
    factors : list of Factor
        With values, or with a range that `levels` values are spread over.
    levels : int
    most : int
        Refuses more points.

    Returns
    -------
    iterator of tuple
    """
    axes = []
    for factor in factors:
        if factor.values:
            axes.append(factor.values)
        elif factor.low is not None and factor.high is not None:
            axes.append(_whole(factor, factor.on_levels(np.arange(levels), levels)))
        else:
            raise UsageMistake("no_values", name=factor.name, kind="grid", or_range=" / low, high")
    count = prod(map(len, axes))
    if count > most:
        raise UsageMistake("too_many_points", got=count, most=most)
    return product(*axes)


def _whole(factor, values):
    return [int(value) for value in dict.fromkeys(values)] if factor.integer else values.tolist()


def listed(factors):
    """The factors' values row by row."""
    for factor in factors:
        if not factor.values:
            raise UsageMistake("no_values", name=factor.name, kind="list", or_range="")
        if len(factor.values) != len(factors[0].values):
            raise UsageMistake("unequal_lists", name=factor.name, got=len(factor.values), other=factors[0].name,
                               other_got=len(factors[0].values))
    return zip(*(factor.values for factor in factors))


def from_csv(path, factors):
    """Rows of a CSV with one column a factor, as written there; a column `point` is passed over."""
    if not path:
        raise UsageMistake("no_design_csv")
    names = [factor.name for factor in factors]
    try:
        with Path(path).open(newline="", encoding="utf-8-sig") as file:
            lines = [line for line in csv.reader(file) if line]
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise FileMistake("bad_design_csv", place=path, reason=problem) from None
    if len(lines) < 2:
        raise UsageMistake("bad_design_csv", place=path, reason="it holds no point")
    header = [cell.strip() for cell in lines[0]]
    for name in names:
        if header.count(name) != 1:
            raise UsageMistake("bad_design_csv", place=path, reason=f"the factor {name} has "
                               f"{header.count(name) or 'no'} columns")
    unknown = [name for name in header if name not in names and name != "point"]
    if unknown:
        raise UsageMistake("bad_design_csv", place=path, reason=f"column {unknown[0]!r} is no factor")
    columns, rows = [header.index(name) for name in names], []
    for number, line in enumerate(lines[1:], 2):
        cells = [line[column].strip() if column < len(line) else "" for column in columns]
        if "" in cells or len(line) != len(header) or any(cell.lower() in ("nan", "inf", "-inf") for cell in cells):
            raise UsageMistake("bad_design_csv", place=path, reason=f"line {number} lacks a value")
        rows.append(cells)
    return rows
