"""The whole plan is divided among its systems without a rest, and mistakes are told first."""

import csv
from collections import defaultdict

import pytest

PLAN = "scenarios/plan-1-4-n.toml"
SMALL = ("--set", "world.scale=0.01", "--set", 'time.last_month="2024-04"')


@pytest.fixture(scope="module")
def divided(canopy, tmp_path_factory):
    out = tmp_path_factory.mktemp("attribution")
    said = canopy("attribute", PLAN, *SMALL, "--seeds", "2", "--out", out, "--quiet")
    assert said.returncode == 0, said.stderr
    return out, said


def test_sixteen_combinations_are_run_and_the_systems_add_up_to_the_plan(divided):
    out, _ = divided
    assert len(list(out.glob("*/seed-0002.h5"))) == 16
    parts = defaultdict(dict)
    with open(out / "attribution.csv", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            parts[row["measure"]][row["part"]] = float(row["effect"])
    assert {"employment", "lever_cost"} <= parts.keys()
    for effect in parts.values():
        systems = sum(effect[system] for system in ("open", "efficient", "professional", "friendly"))
        assert systems == pytest.approx(effect["whole"], rel=1e-6, abs=1e-6)
    assert parts["lever_cost"]["whole"] > 0


def test_table_and_figure_lie_beside_the_runs(divided):
    out, said = divided
    assert (out / "attribution.md").is_file() and (out / "attribution.png").is_file()
    assert "Shapley" in said.stdout


def test_a_plan_that_adds_nothing_is_refused_with_the_reason(canopy, tmp_path):
    said = canopy("attribute", "scenarios/zhuzhou-2023.toml", "--out", tmp_path)
    assert said.returncode == 2
    assert "adds no lever and no project" in said.stderr
