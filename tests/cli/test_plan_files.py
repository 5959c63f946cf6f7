"""The plan holds the systems as their own files have them: one dose, written in two places, stays one."""

import tomllib

import pytest
from conftest import ROOT


def levers(name):
    """Return the levers of a scenario file alone, by name, without the notes."""
    with open(ROOT / "scenarios" / f"{name}.toml", "rb") as file:
        entries = tomllib.load(file).get("lever", [])
    return {entry["name"]: {key: value for key, value in entry.items() if not key.startswith("x-")}
            for entry in entries}


@pytest.mark.parametrize("system", ["friendly", "professional"])
def test_the_plan_has_every_lever_of_a_system_at_the_same_dose(system):
    plan, own = levers("plan-1-4-n"), levers(system)
    assert len(own) >= 10
    assert {name: plan.get(name) for name in own} == own


def test_open_and_efficient_come_to_the_plan_from_one_file():
    with open(ROOT / "scenarios" / "plan-1-4-n.toml", "rb") as file:
        assert tomllib.load(file)["base"] == "open-efficient.toml"
    together = levers("open-efficient")
    assert {name: together.get(name) for name in levers("efficient")} == levers("efficient")


@pytest.mark.parametrize("dose", ["low", "high"])
def test_another_dose_changes_levers_of_the_plan_and_adds_none(dose):
    known = levers("plan-1-4-n").keys() | levers("open-efficient").keys() | levers("open").keys()
    assert levers(f"plan-1-4-n-{dose}").keys() <= known
