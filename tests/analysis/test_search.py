"""Search: it approaches a known frontier, is the same again, and goes on where it stopped."""

import csv
from pathlib import Path

import numpy as np
import pytest

from canopy_analysis.command_line import main
from canopy_analysis.nondominated_search import search

STUDY = """
title = "Search"
scenarios = ["base.toml"]
replicates = 1
[design]
kind = "sobol"
points = 8
[[factor]]
name = "open"
key = "lever.open.users"
low = 0
high = 10
integer = true
[[factor]]
name = "waste"
key = "lever.waste.share"
low = 0.0
high = 1.0
[[output]]
name = "jobs"
measure = "employment"
"""
# stands in for the program: "runs" a generation by the fixture's writer
PROGRAM = '''#!/usr/bin/python3
import sys, tomllib
from pathlib import Path
sys.path[:0] = [{tests!r}, {analysis!r}]
from synthetic_study import write_study
words = [word for word in sys.argv[1:] if word != "--quiet"]
assert words[:2] == ["sweep", "run"] and words[3] == "--out", words
study, out = Path(words[2]), Path(words[4])
log = out.parent / "calls.txt"
calls = log.read_text().split() if log.exists() else []
stop = out.parent / "stop"
if stop.exists() and int(stop.read_text()) == len(calls):
    sys.exit(75)
log.write_text(" ".join([*calls, out.name]))
read = tomllib.loads(study.read_text())
assert read["design"] == {{"kind": "csv", "csv": "points.csv"}} and Path(read["scenarios"][0]).is_absolute()
write_study(out, "csv", read["factor"], {{"cost": lambda x, *_: 1e6 * x[:, 0],
            "jobs": lambda x, *_: x[:, 0] * (1 - x[:, 1])}}, csv=str(study.parent / read["design"]["csv"]))
'''


def zdt1(points):
    """Zitzler, Deb and Thiele (2000), first function: the frontier is f2 = 1 - sqrt(f1)."""
    g = 1 + 9 * points[:, 1:].mean(axis=1)
    return np.stack([points[:, 0], g * (1 - np.sqrt(points[:, 0] / g))], axis=1)


def test_the_search_comes_to_the_frontier_of_zdt1():
    points, found = search(lambda _, unit: zdt1(unit), 6, 2, 40, 150, 1)
    last = found[-400:]
    gap = last[:, 1] - (1 - np.sqrt(last[:, 0]))
    assert np.median(gap) < 0.02 and np.ptp(last[gap < 0.02, 0]) > 0.8  # close, and spread along it
    assert len(points) == 40 * 151 and found[:40, 1].mean() > 3  # the first generation was far away


def test_the_same_search_again_and_a_longer_one_propose_the_same_points():
    short, _ = search(lambda _, unit: zdt1(unit), 4, 2, 12, 5, 3)
    again, _ = search(lambda _, unit: zdt1(unit), 4, 2, 12, 5, 3)
    longer, _ = search(lambda _, unit: zdt1(unit), 4, 2, 12, 9, 3)
    other, _ = search(lambda _, unit: zdt1(unit), 4, 2, 12, 5, 4)
    assert (short == again).all() and (longer[:len(short)] == short).all() and not (other == short).all()


def test_every_generation_is_one_batch_and_a_point_without_result_is_worst():
    sizes = []

    def holes(generation, unit):
        sizes.append((generation, len(unit)))
        values = zdt1(unit)
        values[unit[:, 0] > 0.5] = np.nan
        return values

    points, found = search(holes, 3, 2, 16, 30, 1)
    assert sizes == [(generation, 16) for generation in range(31)]
    assert (points[-32:, 0] > 0.5).mean() < 0.25 < (points[:16, 0] > 0.5).mean() and np.isnan(found).any()


def test_what_a_batch_raises_comes_through_the_library():
    def broken(generation, unit):
        if generation == 2:
            raise KeyError("mine")
        return zdt1(unit)
    with pytest.raises(KeyError, match="mine"):
        search(broken, 3, 2, 8, 5, 1)


@pytest.fixture
def program(tmp_path):
    """A study file and a program beside it that writes packs."""
    (tmp_path / "study.toml").write_text(STUDY)
    here = Path(__file__).parent
    script = tmp_path / "canopy"
    script.write_text(PROGRAM.format(tests=str(here), analysis=str(here.parents[1] / "analysis")))
    script.chmod(0o755)
    return tmp_path


def run(folder, *words, code=0, generations=2):
    out = folder / "out"
    assert main(["search", str(folder / "study.toml"), "-o", str(out), "--cost", "cost", "--effect", "jobs",
                 "--population", "8", "--generations", str(generations), "--canopy", str(folder / "canopy"), "--lang",
                 "en", *words]) == code
    if code == 0:
        return list(csv.DictReader((out / "search.csv").read_text("utf-8-sig").splitlines()))


def test_a_stopped_search_goes_on_and_equals_one_that_was_not(program, tmp_path, capsys):
    (program / "out").mkdir()
    (program / "out/stop").write_text("1")
    run(program, code=75)
    calls = (program / "out/calls.txt").read_text().split()
    assert calls == ["generation-000"]
    (program / "out/stop").unlink()
    rows = run(program)
    assert (program / "out/calls.txt").read_text().split() == [f"generation-{n:03d}" for n in range(3)]
    text = capsys.readouterr()
    assert "Unbeaten points by the generation" in text.out and "generation 2 of 2: 8 points" in text.err
    (program / "out").rename(program / "first")
    assert run(program) == rows and len(rows) == 24
    assert all(float(row["open"]).is_integer() for row in rows)
    assert {file.name for file in (program / "out").glob("search.*")} == {
        "search.csv", "search.txt", "search.png", "search.svg"}


def test_a_folder_of_another_search_and_an_odd_population_are_refused(program, capsys):
    run(program, generations=0)
    run(program, "--seed", "2", generations=0, code=2)
    assert "another search" in capsys.readouterr().err
    run(program, "--population", "10", code=2)
    assert "Write 12" in capsys.readouterr().err


def test_a_sweep_that_fails_is_named(program, capsys):
    (program / "canopy").write_text("#!/bin/sh\nexit 3\n")
    run(program, code=2)
    assert "code 3" in capsys.readouterr().err
