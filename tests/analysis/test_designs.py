"""Designs: exact, reproducible, growing without moving, and refused with a remedy."""

import csv
import json

import numpy as np
import pytest

from canopy_analysis.command_line import main
from canopy_analysis.design_samples import lhs

FACTORS = [{"name": "users", "low": 0, "high": 8000, "integer": True}, {"name": "power", "low": 0.0, "high": 0.1},
           {"name": "size", "low": 0.01, "high": 100.0, "scale": "log"}]


def make(folder, kind, factors=None, code=0, lang="en", **settings):
    """Write a design; return its rows as text cells and its .json (None, None after a mistake)."""
    (folder / "factors.json").write_text(json.dumps({"kind": kind, "factors": FACTORS if factors is None else factors,
                                                     **settings}), "utf-8")
    out = folder / f"{kind}.csv"
    out.unlink(missing_ok=True)
    assert main(["design", "--factors", str(folder / "factors.json"), "--out", str(out), "--lang", lang]) == code
    if code:
        assert not out.exists()
        return None, None
    rows = list(csv.reader(out.read_text("utf-8").splitlines()))
    assert [row[0] for row in rows[1:]] == [str(point) for point in range(len(rows) - 1)]
    about = json.loads(out.with_suffix(".json").read_text("utf-8"))
    assert about["rows"] == len(rows) - 1 and not list(folder.glob(".*part*"))
    return [row[1:] for row in rows], about


def numbers(rows):
    return np.array(rows[1:], float)


def test_twice_the_sobol_points_keep_the_first_rows_byte_for_byte(tmp_path):
    few, _ = make(tmp_path, "sobol", points=64, seed=3)
    many, _ = make(tmp_path, "sobol", points=128, seed=3)
    other, _ = make(tmp_path, "sobol", points=64, seed=4)
    rest, _ = make(tmp_path, "sobol", points=64, seed=3, skip=64)
    assert many[:65] == few and other != few and rest[1:] == many[65:]


@pytest.mark.parametrize(("kind", "few", "many"), [
    ("lhs", {"points": 50}, {"points": 100}), ("saltelli", {"points": 8}, {"points": 16}),
    ("morris", {"trajectories": 5}, {"trajectories": 9})])
def test_the_other_sampled_designs_grow_without_moving_too(tmp_path, kind, few, many):
    first, about = make(tmp_path, kind, seed=2, **few)
    second, _ = make(tmp_path, kind, seed=2, **many)
    assert second[:len(first)] == first and len(second) > len(first) and about["extendable"]


def test_sobol_points_fill_every_cell_of_a_balanced_net(tmp_path):
    rows = numbers(make(tmp_path, "sobol", [{"name": n, "low": 0, "high": 1} for n in "ab"], points=64, seed=5)[0])
    counts = np.histogram2d(rows[:, 0], rows[:, 1], bins=8, range=[[0, 1], [0, 1]])[0]
    assert (counts == 1).all()


@pytest.mark.parametrize("points", [1, 7, 48, 64])
def test_a_latin_hypercube_has_one_point_in_every_stratum(points):
    sample = lhs(points, 3, 1)
    assert (np.sort(np.floor(sample * points), axis=0) == np.arange(points)[:, None]).all()


def test_ranges_scales_and_whole_numbers_are_kept(tmp_path):
    rows, _ = make(tmp_path, "sobol", points=256, seed=1)
    users, power, size = numbers(rows).T
    assert all("." not in row[0] for row in rows[1:]) and users.min() >= 0 and users.max() <= 8000
    assert power.min() >= 0 and power.max() <= 0.1 and power.mean() == pytest.approx(0.05, abs=1e-3)
    assert np.log10(size).mean() == pytest.approx(0, abs=0.02) and size.min() >= 0.01
    assert all(repr(float(cell)) == cell for row in rows[1:] for cell in row[1:])


def test_each_whole_number_of_a_short_range_is_as_likely(tmp_path):
    rows, _ = make(tmp_path, "sobol", [{"name": "n", "low": 1, "high": 4, "integer": True}], points=64)
    assert np.bincount(numbers(rows)[:, 0].astype(int)).tolist() == [0, 16, 16, 16, 16]


@pytest.mark.parametrize("second", [False, True])
def test_saltelli_blocks_swap_one_column_at_a_time(tmp_path, second):
    rows, about = make(tmp_path, "saltelli", points=8, second_order=second)
    blocks = numbers(rows).reshape(8, about["block"], 3)
    assert about["block"] == (8 if second else 5)
    for block in blocks:
        a, b = block[0], block[-1]
        assert (a != b).all()
        for column in range(3):
            assert (np.flatnonzero(block[1 + column] == b) == [column]).all()
            assert (block[1 + column] == np.where(np.arange(3) == column, b, a)).all()
            if second:
                assert (block[4 + column] == np.where(np.arange(3) == column, a, b)).all()


def test_a_morris_step_moves_one_factor_by_half_the_levels_and_each_once(tmp_path):
    rows, about = make(tmp_path, "morris", trajectories=6, levels=4)
    blocks = numbers(rows).reshape(6, 4, 3)
    for block in blocks:
        moved = np.diff(block, axis=0) != 0
        assert (moved.sum(axis=1) == 1).all() and (moved.sum(axis=0) == 1).all()
    assert np.abs(np.diff(blocks[:, :, 1], axis=1)).max() == pytest.approx(0.1 * 2 / 3) and about["block"] == 4


def test_a_grid_holds_every_combination_and_text_is_allowed(tmp_path):
    rows, _ = make(tmp_path, "grid", [{"name": "who", "values": ["公司", "a, b"]}, {"name": "n", "values": [1, 2.5]},
                                      {"name": "x", "low": 0, "high": 1}], levels=3)
    assert len(rows) == 13 and rows[1:4] == [["公司", "1", "0.0"], ["公司", "1", "0.5"], ["公司", "1", "1.0"]]
    assert rows[12] == ["a, b", "2.5", "1.0"]


def test_a_list_goes_row_by_row_and_a_csv_is_taken_as_it_is(tmp_path):
    rows, _ = make(tmp_path, "list", [{"name": "a", "values": [1, 2]}, {"name": "b", "values": ["x", True]}])
    assert rows[1:] == [["1", "x"], ["2", "true"]]
    (tmp_path / "points.csv").write_text("﻿b,a\nx,0.10\ny,1e3\n", "utf-8")
    rows, _ = make(tmp_path, "csv", [{"name": "a"}, {"name": "b"}], csv=str(tmp_path / "points.csv"))
    assert rows[1:] == [["0.10", "x"], ["1e3", "y"]]


@pytest.mark.parametrize(("kind", "factors", "settings", "said"), [
    ("sobbol", None, {}, ["sobol?"]),
    ("sobol", None, {"points": 100}, ["64 or 128"]),
    ("saltelli", None, {"points": 3}, ["2 or 4"]),
    ("sobol", None, {}, ["points", "whole number"]),
    ("sobol", [], {"points": 4}, ["at least one [[factor]]"]),
    ("sobol", [{"name": "a", "low": 1}], {"points": 4}, ["factor a", "no range"]),
    ("sobol", [{"name": "a", "low": 2, "high": 1}], {"points": 4}, ["1 … 2?"]),
    ("sobol", [{"name": "a", "low": 0, "high": 1, "scale": "log"}], {"points": 4}, ["above 0"]),
    ("sobol", [{"name": "a", "low": 0, "high": 1, "scale": "lug"}], {"points": 4}, ["log?"]),
    ("sobol", [{"name": "a", "low": "x", "high": 1}], {"points": 4}, ["finite number"]),
    ("lhs", [{"name": "a", "low": 0, "high": 1}] * 2, {"points": 4}, ["stands twice"]),
    ("lhs", [{"name": "point", "low": 0, "high": 1}], {"points": 4}, ["cannot be used"]),
    ("morris", None, {"levels": 5}, ["Write 6"]),
    ("morris", [{"name": "a", "low": 0, "high": 2, "integer": True}], {"levels": 4}, ["fewer whole numbers"]),
    ("grid", [{"name": "a"}], {}, ["needs values"]),
    ("grid", [{"name": n, "low": 0, "high": 1} for n in "abcdefgh"], {"levels": 10}, ["more than"]),
    ("list", [{"name": "a", "values": [1, 2]}, {"name": "b", "values": [1]}], {}, ["2", "1", "row by row"]),
    ("csv", [{"name": "a"}], {}, ["needs the name"])])
def test_a_wrong_design_is_refused_with_a_remedy(tmp_path, capsys, kind, factors, settings, said):
    make(tmp_path, kind, factors, code=2, **settings)
    text = capsys.readouterr().err
    assert all(part in text for part in said), text


@pytest.mark.parametrize(("table", "said"), [
    ("b\n1\n", "a has no columns"), ("a,c\n1,2\n", "'c'"), ("a\n", "no point"), ("a,point\n1,0\n,1\n", "line 3"),
    ("a\nnan\n", "line 2")])
def test_a_wrong_table_of_points_is_refused(tmp_path, capsys, table, said):
    (tmp_path / "p.csv").write_text(table, "utf-8")
    make(tmp_path, "csv", [{"name": "a"}], code=2, csv=str(tmp_path / "p.csv"))
    assert said in capsys.readouterr().err


def test_files_that_cannot_be_read_are_named(tmp_path, capsys):
    make(tmp_path, "csv", [{"name": "a"}], code=3, csv=str(tmp_path / "none.csv"))
    assert "none.csv" in capsys.readouterr().err
    (tmp_path / "bad.json").write_text("{")
    assert main(["design", "--factors", str(tmp_path / "bad.json"), "--out", str(tmp_path / "x.csv")]) == 3
