"""Several scenarios, factors of some of them, texts and tables of one's own."""

import os
import shutil
import signal
import subprocess
import time

import pytest
from conftest import ROOT

xarray = pytest.importorskip("xarray")

TWO = """
scenarios = ["scenarios/tiny.toml", "scenarios/platform.toml"]
scale = 0.001
until = "2023-06"
replicates = 2
[design]
{design}
[[factor]]
name = "users"
key = "lever.platform.users"
scenarios = ["platform"]
{users}
[[factor]]
name = "begin"
key = "lever.platform.from"
scenarios = ["platform"]
{begin}
[outputs]
series = ["lever_cost_by_lever[supply_platform]", "employment"]
"""


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    (tmp_path / "scenarios" / "platform.toml").write_text(
        'base = "tiny.toml"\ntitle = "Platform"\n[[lever]]\nkind = "supply_platform"\nname = "platform"\n'
        'users = 4000\nfrom = "2023-01"\n', encoding="utf-8")
    return tmp_path


def test_a_grid_over_texts_changes_only_the_scenarios_it_names(canopy, folder):
    study = folder / "grid.toml"
    study.write_text(TWO.format(design='kind = "grid"', users="values = [0, 9000]",
                                begin='values = ["2023-02", "2023-05"]'), encoding="utf-8")
    canopy.run(study, folder / "out")
    with xarray.open_dataset(folder / "out" / "study.nc") as pack:
        assert dict(pack.sizes) == {"run": 16, "month": 6, "year": 1, "point": 4, "scenario": 2}
        assert pack.scenario.values.tolist() == ["tiny", "platform"]
        assert pack.factor_begin.values.tolist() == ["2023-02", "2023-05"] * 2
        assert pack.run_scenario.values[:6].tolist() == [0, 0, 1, 1, 0, 0]
        assert pack.run_seed.values[:4].tolist() == [1, 2, 1, 2]
        tiny = pack.employment.values[pack.run_scenario.values == 0].reshape(4, 2, 6)
        assert (tiny == tiny[0]).all()  # no factor reaches it: the same at every point
        cost = pack["lever_cost_by_lever.supply_platform"].values.reshape(4, 2, 2, 6)
        assert (cost[:, 0] == 0).all()
        assert (cost[2:, 1, :, 4:].sum(axis=(1, 2)) > 0).all()
        assert (cost[3, 1, :, :4] == 0).all()  # begins in May


def test_a_table_of_ones_own_may_grow(canopy, folder):
    (folder / "mine.csv").write_text("users,begin\n0,2023-02\n9000,2023-03\n", encoding="utf-8")
    study = folder / "own.toml"
    study.write_text(TWO.format(design='kind = "csv"\ncsv = "mine.csv"', users="", begin=""), encoding="utf-8")
    canopy.run(study, folder / "out")
    assert canopy.verify(folder / "out")["counts"]["ok"] == 8
    with (folder / "mine.csv").open("a", encoding="utf-8") as table:
        table.write("4000,2023-01\n")
    said = canopy("sweep", "extend", folder / "out", "--quiet")
    assert said.returncode == 0, said.stderr
    assert canopy.verify(folder / "out")["counts"]["ok"] == 12


def test_a_point_that_the_model_refuses_is_a_result(canopy, folder):
    (folder / "mine.csv").write_text("users,begin\n0,2023-02\n9000,never\n", encoding="utf-8")
    study = folder / "own.toml"
    study.write_text(TWO.format(design='kind = "csv"\ncsv = "mine.csv"', users="", begin=""), encoding="utf-8")
    canopy.run(study, folder / "out", expect=4)
    status = canopy.status(folder / "out")
    assert [(one["run"], one["status"]) for one in status["failures"]] == [(6, "model_error"), (7, "model_error")]
    assert "is not a month" in status["failures"][0]["message"]


def test_a_task_that_slurm_ends_keeps_what_it_has_done(canopy, micro, tmp_path):
    out = tmp_path / "out"
    assert canopy("sweep", "plan", micro(100, 2), "--out", out, "--chunk", 200).returncode == 0
    (tmp_path / "list").write_text("0\n", encoding="utf-8")
    words = [canopy.binary, "sweep", "task", out, "--list", tmp_path / "list", "--quiet"]
    environment = {**os.environ, "SLURM_ARRAY_TASK_ID": "0"}
    with subprocess.Popen(words, env=environment) as task:
        time.sleep(0.7)
        task.send_signal(signal.SIGTERM)
        assert task.wait(timeout=60) == 75
    assert (out / "shards" / "chunk-0000000.begun").exists()
    assert not (out / "shards" / "chunk-0000000.h5").exists()
    assert subprocess.run(words, env=environment, check=False).returncode == 0
    assert canopy.status(out)["complete"]
    canopy.run(out, out)
    assert canopy.verify(out)["counts"]["ok"] == 200
