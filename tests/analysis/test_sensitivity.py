"""Sensitivity: known functions give their indices, luck is told apart, wrong designs and gaps are said."""

import csv
import json
import sys

import h5py
import numpy as np
import pytest

from canopy_analysis.command_line import main
from canopy_analysis.design_samples import lhs, sobol
from canopy_analysis.sensitivity_chaos import chaos_indices
from canopy_analysis.study_luck import luck_of
from synthetic_study import FIRST, ISHIGAMI, TOTAL, ishigami, write_study


def known(x, *_):
    return ishigami(x)


def indices(pack, capsys, *words):
    """Run the command; return {(factor, index): (estimate, low, high)} of the first output."""
    capsys.readouterr()
    assert main(["sensitivity", str(pack), "--json", "--lang", "en", *words]) == 0
    rows = json.loads(capsys.readouterr().out)["table"]
    return {(row["factor"], row["index"]): (row["estimate"], row["low90"], row["high90"])
            for row in rows if row["output"] == rows[0]["output"]}


@pytest.mark.parametrize(("kind", "settings"), [
    ("sobol", {"points": 256}), ("lhs", {"points": 300}), ("saltelli", {"points": 4096}),
    ("saltelli", {"points": 4096, "second_order": True})])
def test_ishigami_indices_are_within_two_hundredths_and_intervals_cover(tmp_path, capsys, kind, settings):
    found = indices(write_study(tmp_path, kind, ISHIGAMI, {"y": known}, **settings), capsys)
    for column, factor in enumerate(("x1", "x2", "x3")):
        for index, truth in (("first", FIRST[column]), ("total", TOTAL[column])):
            estimate, low, high = found[factor, index]
            assert estimate == pytest.approx(truth, abs=0.02)
            assert low - 1e-4 <= truth <= high + 1e-4 and high - low < 0.15


def test_intervals_of_noisy_points_cover_nine_times_in_ten():
    covered = []
    for seed in range(6):
        unit = lhs(128, 3, seed)
        noise = 1.2 * np.random.default_rng(seed).standard_normal(128)
        found = chaos_indices(unit, ishigami((2 * unit - 1) * np.pi) + noise, [None] * 3, 0.09, parts=25)
        for index, truth in (("first", FIRST), ("total", TOTAL)):
            covered += [*((found[index][1] <= truth + 1e-4) & (truth <= found[index][2] + 1e-4))]
            assert (found[index][2] - found[index][1]).max() < 0.4
    assert np.mean(covered) >= 0.85


def test_few_whole_numbers_are_counted_one_by_one():
    # y = n x with n in {0, 1}, x even on [0, 1]: Var = 1/3 - 1/16... E n = 1/2, E x = 1/2, E x^2 = 1/3
    # Var y = 1/6 - 1/16 = 5/48; alone n: Var(n)/4 = 1/16 = 3/48; alone x: Var(x)/4 = 1/48
    unit = sobol(128, 2, 3)
    n = np.floor(unit[:, 0] * 2)
    found = chaos_indices(np.stack([(n + 0.5) / 2, unit[:, 1]], axis=1), n * unit[:, 1],
                          [np.array([0.25, 0.75]), None], parts=10)
    assert found["first"][0] == pytest.approx([3 / 5, 1 / 5], abs=0.01)
    assert found["total"][0] == pytest.approx([4 / 5, 2 / 5], abs=0.01)


def test_morris_effects_of_a_plane_are_its_slopes_and_ishigami_bends(tmp_path, capsys):
    plane = write_study(tmp_path / "plane", "morris", ISHIGAMI, {"y": lambda x, *_: 3 * x[:, 0] - x[:, 1]},
                        trajectories=6)
    found = indices(plane, capsys)
    for factor, slope in (("x1", 3), ("x2", -1), ("x3", 0)):
        assert found[factor, "effect"][0] == pytest.approx(2 * np.pi * slope, abs=1e-9)
        assert found[factor, "strength"][:2] == pytest.approx([2 * np.pi * abs(slope)] * 2, abs=1e-9)
        assert found[factor, "bend"][0] == pytest.approx(0, abs=1e-9)
    # all steps of the 4-level grid, enumerated: the estimate of many trajectories approaches their mean
    grid = np.stack(np.meshgrid(*[np.arange(4)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    exact = []
    for column in range(3):
        start = grid[grid[:, column] < 2]
        end = start + 2 * (np.arange(3) == column)
        exact.append(np.diff([ishigami((2 * g / 3 - 1) * np.pi) for g in (start, end)], axis=0)[0] * 3 / 2)
    bent = indices(write_study(tmp_path / "bent", "morris", ISHIGAMI, {"y": known}, trajectories=400), capsys)
    for column, factor in enumerate(("x1", "x2", "x3")):
        estimate, low, high = bent[factor, "strength"]
        assert estimate == pytest.approx(np.abs(exact[column]).mean(), rel=0.06)
        assert low - 1e-9 <= np.abs(exact[column]).mean() <= high + 1e-9
    assert bent["x3", "bend"][0] > bent["x3", "strength"][0]


def test_luck_is_told_from_effect_and_a_seed_that_moves_all_points_is_not_luck():
    draw = np.random.default_rng(2)
    effect, rest = 3 * draw.standard_normal((400, 1)), draw.standard_normal((400, 2))
    luck = luck_of(effect + rest + np.array([[0.0, 50.0]]))
    assert luck.rest == pytest.approx(1, abs=0.1) and luck.share == pytest.approx(0.5 / 9.5, abs=0.02)
    assert luck.half > 100  # two seeds, one of which lifts everything: the level itself is unknown
    assert luck_of(effect + rest).half == pytest.approx(1.645 / np.sqrt(2), rel=0.35)
    assert np.isnan(luck_of(effect).share)


def test_a_missing_run_neither_moves_its_point_nor_goes_unsaid(tmp_path, capsys):
    def lifted(x, _, replicate):
        return ishigami(x) + 1000 * replicate
    pack = write_study(tmp_path, "sobol", ISHIGAMI, {"y": lifted}, replicates=2, failed=[4, 9, 20, 21], points=256)
    assert indices(pack, capsys)["x2", "first"][0] == pytest.approx(FIRST[1], abs=0.02)
    assert main(["sensitivity", str(pack), "--lang", "en"]) == 0
    text = capsys.readouterr().out
    assert "4 of 512 runs are missing (4 crash); 255 of 256 points are used" in text
    assert main(["sensitivity", str(pack), "--lang", "zh"]) == 0
    assert "512 次运行缺 4 次" in capsys.readouterr().out


def test_a_missing_row_costs_saltelli_its_block_and_morris_its_steps(tmp_path, capsys):
    pack = write_study(tmp_path / "s", "saltelli", ISHIGAMI, {"y": known}, failed=[6], points=1024)
    found = indices(pack, capsys)
    assert found["x2", "total"][0] == pytest.approx(TOTAL[1], abs=0.02)
    assert main(["sensitivity", str(pack), "--lang", "en"]) == 0
    assert "1023 blocks" in capsys.readouterr().out
    pack = write_study(tmp_path / "m", "morris", ISHIGAMI, {"y": lambda x, *_: x[:, 0]}, failed=[1], trajectories=5)
    assert indices(pack, capsys)["x1", "effect"][0] == pytest.approx(2 * np.pi)


def test_too_few_rows_are_refused_with_their_number_and_reason(tmp_path, capsys):
    pack = write_study(tmp_path, "sobol", ISHIGAMI, {"y": known}, failed=range(20), points=32)
    assert main(["sensitivity", str(pack), "--lang", "en"]) == 2
    text = capsys.readouterr().err
    assert "12 of 32 points" in text and "20 runs are missing: 20 crash" in text and "needs 16" in text


@pytest.mark.parametrize(("kind", "settings"), [("grid", {"levels": 3}), ("csv", {}), ("list", {})])
def test_a_design_that_draws_nothing_independently_is_refused(tmp_path, capsys, kind, settings):
    factors = [{**factor, "values": [1.0, 2.0]} for factor in ISHIGAMI] if kind == "list" else ISHIGAMI
    if kind == "csv":
        (tmp_path / "p.csv").write_text("x1,x2,x3\n1,2,3\n2,3,1\n")
        settings = {"csv": str(tmp_path / "p.csv")}
    pack = write_study(tmp_path, kind, factors, {"y": known}, **settings)
    assert main(["sensitivity", str(pack), "--lang", "en"]) == 2
    text = capsys.readouterr().err
    assert f"not made for a {kind} design" in text and "sobol, lhs, saltelli, morris" in text


def test_a_pack_that_does_not_fit_its_design_and_a_constant_are_refused(tmp_path, capsys):
    pack = write_study(tmp_path / "a", "saltelli", ISHIGAMI, {"y": known}, points=16)
    with h5py.File(pack, "a") as file:
        design = json.loads(file.attrs["design"])
        file.attrs["design"] = json.dumps({**design, "block": 7})
    assert main(["sensitivity", str(pack), "--lang", "en"]) == 2
    assert "no whole blocks of 7" in capsys.readouterr().err
    pack = write_study(tmp_path / "b", "sobol", ISHIGAMI, {"y": lambda x, *_: 0 * x[:, 0] + 5}, points=32)
    assert main(["sensitivity", str(pack), "--lang", "en"]) == 2
    assert "same at every point (5)" in capsys.readouterr().err


def test_outputs_and_scenarios_are_chosen_by_name(tmp_path, capsys):
    def by_scenario(x, scenario, _):
        return x[:, 0] + (10 * x[:, 1] if scenario == "plan" else 0)
    pack = write_study(tmp_path, "sobol", ISHIGAMI, {"jobs": by_scenario}, scenarios=("base", "plan"), points=32)
    assert main(["sensitivity", str(pack), "--lang", "en"]) == 2
    assert "--scenario: base, plan" in capsys.readouterr().err
    assert main(["sensitivity", str(pack), "--scenario", "pln", "--lang", "en"]) == 2
    assert "(plan?)" in capsys.readouterr().err
    assert main(["sensitivity", str(pack), "--scenario", "plan", "--output", "jbs", "--lang", "en"]) == 2
    assert "(jobs?)" in capsys.readouterr().err
    found = indices(pack, capsys, "--scenario", "plan", "--against", "base", "--output", "jobs@2024")
    assert found["x2", "first"][0] == pytest.approx(1, abs=1e-6)
    assert found["x1", "total"][0] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_table_and_a_picture_come_out_in_both_languages(tmp_path, lang):
    titles = {"y": ("persons", "Jobs in 2027", "2027年就业"), "z": ("yuan", "Cost", "成本")}
    pack = write_study(tmp_path, "lhs", ISHIGAMI, {"y": known, "z": known}, titles=titles, points=40)
    assert main(["sensitivity", str(tmp_path), "-o", str(tmp_path / "out"), "--lang", lang]) == 0
    assert (tmp_path / "out/sensitivity.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader((tmp_path / "out/sensitivity.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 12 and pack.exists()
    assert {file.name for file in (tmp_path / "out").iterdir()} == {"sensitivity.csv", "sensitivity.txt",
                                                                    "sensitivity.png", "sensitivity.svg"}


def test_what_is_no_pack_is_said(tmp_path, capsys):
    for place, code, said in ((tmp_path / "none", 2, "no such study"), (tmp_path, 2, "canopy sweep pack"),
                              (tmp_path / "x.nc", 3, "not a packed study")):
        (tmp_path / "x.nc").write_text("x")
        assert main(["sensitivity", str(place), "--lang", "en"]) == code
        assert said in capsys.readouterr().err


def test_a_library_that_is_not_there_is_asked_for_by_its_package(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "openturns", None)
    pack = write_study(tmp_path, "sobol", ISHIGAMI, {"y": known}, points=32)
    assert main(["sensitivity", str(pack), "--lang", "en"]) == 3
    assert "python3-openturns" in capsys.readouterr().err


def test_runs_of_a_part_of_the_zone_and_twins_of_one_measure_are_said(tmp_path, capsys):
    titles = {"first": ("persons", "Jobs", "就业"), "last": ("persons", "Jobs", "就业")}
    pack = write_study(tmp_path, "morris", ISHIGAMI, {"first": known, "last": known}, titles=titles, trajectories=6)
    with h5py.File(pack, "a") as file:
        file.attrs["study"] = "title = 'x'\nscale = 0.1\n"
    assert main(["sensitivity", str(pack), "--lang", "en"]) == 0
    text = capsys.readouterr().out
    assert "scale 0.1" in text and "Jobs (first)" in text and "Jobs (last)" in text
