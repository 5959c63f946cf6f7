"""Calibration: planted solutions are found, and what a study cannot carry is refused."""

import csv

import numpy as np
import pytest

from canopy_analysis.command_line import main
from synthetic_study import write_study

FACTORS = [{"name": "share", "low": 0.1, "high": 0.2}, {"name": "speed", "low": 1, "high": 3}]


def jobs(x, scenario, replicate):
    """8,800 at share .15 and speed 2; seeds differ by the same at every point."""
    return 8800 + 40_000 * (x[:, 0] - .15) - 300 * (x[:, 1] - 2) + 10 * (replicate - 1)


def links(x, *_):
    return 100 + 50 * (x[:, 1] - 2)


def run(pack, *targets, code=0):
    """Call the command; return {factor: row}."""
    out = pack.parent / "out"
    words = [word for target in targets for word in ("--target", target)]
    assert main(["calibrate", str(pack), "-o", str(out), "--lang", "en", *words]) == code
    if code == 0:
        return {row["factor"]: row for row in csv.DictReader((out / "calibrate.csv").read_text("utf-8-sig").splitlines())}


def test_two_targets_settle_two_factors_with_the_luck_of_seeds(tmp_path, capsys):
    pack = write_study(tmp_path, "sobol", FACTORS, {"jobs": jobs, "links": links}, replicates=3, points=16)
    rows = run(pack, "jobs=8900", "links=110")
    assert float(rows["speed"]["value"]) == pytest.approx(2.2)
    assert float(rows["share"]["value"]) == pytest.approx(.15 + (100 + 60) / 40_000)
    assert float(rows["share"]["low90"]) < float(rows["share"]["value"]) < float(rows["share"]["high90"])
    assert "(jobs) then is 8,900" in capsys.readouterr().out


def test_what_lies_outside_the_study_is_not_made_up(tmp_path, capsys):
    pack = write_study(tmp_path, "sobol", FACTORS, {"jobs": jobs, "links": links}, points=16)
    run(pack, "jobs=20000", "links=110", code=2)
    assert "outside the studied 0.1" in capsys.readouterr().err


def test_a_bent_response_and_a_dead_factor_are_refused(tmp_path, capsys):
    outputs = {"jobs": jobs, "bent": lambda x, *_: (x[:, 1] - 2) ** 2, "still": lambda x, *_: 7 + 0 * x[:, 0]}
    pack = write_study(tmp_path, "sobol", FACTORS, outputs, points=16)
    run(pack, "jobs=8900", "bent=0.5", code=2)
    assert "straight response" in capsys.readouterr().err
    run(pack, "jobs=8900", "still=7", code=2)
    assert "do not move still" in capsys.readouterr().err


@pytest.mark.parametrize("targets, said", [(["jobs=8900"], "1 targets for 2 factors"), (["jobs", "links=1"], "NAME=VALUE"),
                                           (["jbos=8900", "links=1"], "jobs?")])
def test_targets_that_cannot_be_met_are_named(tmp_path, capsys, targets, said):
    pack = write_study(tmp_path, "lhs", FACTORS, {"jobs": jobs, "links": links}, points=16)
    run(pack, *targets, code=2)
    assert said in capsys.readouterr().err


def test_a_missing_run_leaves_its_point_out(tmp_path, capsys):
    pack = write_study(tmp_path, "lhs", FACTORS, {"jobs": jobs, "links": links}, points=16, failed=[3])
    assert np.isfinite(float(run(pack, "jobs=8900", "links=110")["share"]["value"]))
    assert "1 of 16 runs" in capsys.readouterr().out
