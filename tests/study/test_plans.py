"""A plan stands still: what it was made from may not change under it, but it may grow."""

import json
import shutil

import pytest
from conftest import ROOT


@pytest.fixture
def study(micro):
    return micro(8, 2)


def test_a_plan_says_what_it_will_take(canopy, study, tmp_path):
    said = canopy("sweep", "plan", study, "--out", tmp_path, "--json")
    assert said.returncode == 0, said.stderr
    told = json.loads(said.stdout)
    assert (told["runs"], told["points"], told["replicates"], told["months"]) == (16, 8, 2, 12)
    assert 0 < told["run_seconds"] < 5 and told["cpu_seconds"] > 0 and told["disk_bytes"] > 0
    assert not (tmp_path / "shards").exists()


def test_a_changed_study_is_refused_with_what_changed(canopy, study, tmp_path):
    canopy.run(study, tmp_path)
    study.write_text(study.read_text("utf-8").replace("high = -3.0", "high = -3.5"), encoding="utf-8")
    said = canopy("sweep", "run", study, "--out", tmp_path)
    assert said.returncode == 2
    assert "study.toml" in said.stderr and "another --out" in said.stderr


def test_a_changed_scenario_is_refused(canopy, study, tmp_path):
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    text = study.read_text("utf-8").replace(str(ROOT / "scenarios"), str(tmp_path / "scenarios"))
    study.write_text(text, encoding="utf-8")
    canopy.run(study, tmp_path / "out")
    tiny = tmp_path / "scenarios" / "tiny.toml"
    tiny.write_text(tiny.read_text("utf-8").replace("growth_months = 24", "growth_months = 23"), encoding="utf-8")
    said = canopy("sweep", "run", study, "--out", tmp_path / "out")
    assert said.returncode == 2 and "scenarios/tiny.toml" in said.stderr


@pytest.mark.parametrize("file", ["design.csv", "scenarios/tiny.toml"])
def test_a_plan_that_was_touched_is_refused(canopy, study, tmp_path, file):
    canopy.run(study, tmp_path)
    touched = tmp_path / "plan" / file
    touched.write_text(touched.read_text("utf-8").replace("5", "4", 1), encoding="utf-8")
    said = canopy("sweep", "run", tmp_path)
    assert said.returncode == 2 and "has been changed since it was made" in said.stderr


def test_another_program_is_refused_but_may_look(canopy, planted, study, tmp_path):
    canopy.run(study, tmp_path)
    said = planted("sweep", "run", study, "--out", tmp_path)
    assert said.returncode == 2 and "was planned by another program" in said.stderr
    assert planted.status(tmp_path)["complete"]
    assert planted.verify(tmp_path)["digest"] == canopy.verify(tmp_path)["digest"]


def test_another_size_of_chunk_is_refused(canopy, study, tmp_path):
    canopy.run(study, tmp_path, "--chunk", 3)
    said = canopy("sweep", "run", study, "--out", tmp_path, "--chunk", 4)
    assert said.returncode == 2 and "is not the plan's 3" in said.stderr


def test_twice_as_many_points_make_only_the_new_runs(canopy, study, tmp_path):
    canopy.run(study, tmp_path, "--chunk", 3)
    old = {file.name: file.stat().st_mtime_ns for file in (tmp_path / "shards").glob("*.h5")}
    assert len(old) == 6  # of which the last holds a single run
    said = canopy("sweep", "extend", tmp_path, "--quiet", "--json")
    assert said.returncode == 0, said.stderr
    told = json.loads(said.stdout)
    assert (told["runs"], told["complete"]) == (32, True)
    new = {file.name: file.stat().st_mtime_ns for file in (tmp_path / "shards").glob("*.h5")}
    assert [name for name in old if new[name] != old[name]] == ["chunk-0000005.h5"]
    longer = study.with_name("longer.toml")
    longer.write_text(study.read_text("utf-8").replace("points = 8", "points = 16"), encoding="utf-8")
    canopy.run(longer, tmp_path / "longer")
    assert canopy.verify(tmp_path / "longer")["digest"] == canopy.verify(tmp_path)["digest"]


def test_whole_run_files_of_chosen_points(canopy, study, tmp_path):
    text = study.read_text("utf-8").replace('"entities"]', '"entities"]\nrun_files = [3]')
    study.write_text(text, encoding="utf-8")
    canopy.run(study, tmp_path)
    files = sorted(str(file.relative_to(tmp_path)) for file in (tmp_path / "runs").rglob("*.h5")
                   if ".starts" not in file.parts)
    assert files == [f"runs/point-3/tiny/seed-000{seed}.h5" for seed in (1, 2)]
