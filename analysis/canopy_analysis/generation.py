"""One generation of a search: a study of its own with a table of points, run by `canopy sweep`."""

import csv
import signal
import subprocess
import tomllib
from pathlib import Path

import numpy as np

from .design_factors import factors_of, require_ranges
from .library import library
from .mistakes import FileMistake, Stopped, UsageMistake
from .study_file import PACK, StudyFile

SOME_FAILED, STOPPED = 4, 75


def read_study(path):
    """Return a study file as a dict, and its factors."""
    try:
        study = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise FileMistake("no_study_file", place=path, reason=problem) from None
    factors = factors_of(study.get("factor"), "search")
    require_ranges(factors, "search")
    return study, factors


def run_generation(study, origin, factors, points, folder, canopy):
    """Run the points of a generation unless its pack is there; return the open pack.

    Parameters
    ----------
    study : dict
        The study file.
    origin : Path
        Folder that its scenarios are relative to.
    factors : list of Factor
    points : ndarray, shape (point, factor)
        Values of the factors.
    folder : Path
        Of this generation; gets points.csv, study.toml and what `canopy sweep` writes.
    canopy : str
        The program.

    Returns
    -------
    StudyFile
    """
    table = [[factor.name for factor in factors]]
    table += [[repr(int(v) if factor.integer else float(v)) for factor, v in zip(factors, row)] for row in points]
    _write_once(folder, table)
    if not (folder / PACK).is_file():
        own = {**study, "scenarios": [str((origin / name).resolve()) for name in study.get("scenarios", [])],
               "design": {"kind": "csv", "csv": "points.csv"},
               "factor": [{key: value for key, value in factor.items() if key != "values"}
                          for factor in study["factor"]]}
        (folder / "study.toml").write_text(library("tomli_w").dumps(own), "utf-8")
        _call(canopy, "run", folder / "study.toml", "--out", folder)
        if not (folder / PACK).is_file():
            _call(canopy, "pack", folder)
    return StudyFile(folder)


def _write_once(folder, table):
    """Write the points, or check that those there are the same."""
    path = folder / "points.csv"
    if path.is_file():
        with path.open(newline="", encoding="utf-8") as file:
            if list(csv.reader(file)) != table:
                raise UsageMistake("other_search", place=folder)
        return
    folder.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(table)
    part.replace(path)


def _call(canopy, *words):
    """Run a sweep; a signal to stop is passed on, and the sweep ends in its own time."""
    command = [str(canopy), "sweep", *map(str, words), "--quiet"]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    before = {number: signal.signal(number, lambda *_: child.terminate())
              for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        code = child.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if code in (STOPPED, -signal.SIGTERM, -signal.SIGINT):
        raise Stopped
    if code not in (0, SOME_FAILED):
        raise UsageMistake("sweep_failed", command=" ".join(command), code=code)


def unit_to_values(factors, unit):
    """Return the factors' values at places of the unit cube, shape (point, factor)."""
    return np.stack([factor.at(unit[:, column]) for column, factor in enumerate(factors)], axis=1)
