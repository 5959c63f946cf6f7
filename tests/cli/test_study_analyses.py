"""Analyses of packed studies through the program: words are passed on, codes and languages hold."""

import json
import sys
import tomllib

import pytest

from conftest import ROOT


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """A small packed study with two scenarios, written by the analysis tests' fixture."""
    sys.path[:0] = [str(ROOT / "analysis"), str(ROOT / "tests" / "analysis")]
    from synthetic_study import write_study
    factors = [{"name": "open", "low": 0, "high": 1}, {"name": "budget", "low": 0, "high": 1}]
    return write_study(
        tmp_path_factory.mktemp("pack"), "sobol", factors,
        {"cost": lambda x, scenario, _: 1e6 * x[:, 1] * (scenario == "plan"),
         "jobs": lambda x, scenario, _: (x[:, 0] * x[:, 1] - 0.2) * (scenario == "plan")},
        scenarios=("base", "plan"), replicates=2, points=64)


@pytest.mark.parametrize(("words", "english", "chinese"), [
    (["sensitivity", "--output", "jobs"], "Shares of the variance", "份额"),
    (["frontier", "--cost", "cost", "--effect", "jobs", "--effect", "cost:min"], "beaten by none", "未被超越"),
    (["discover", "--fails", "jobs < 0"], "It fails when", "时失败")])
def test_each_analysis_ends_in_words_table_and_picture(canopy, pack, tmp_path, words, english, chinese):
    for lang, said in (("en", english), ("zh", chinese)):
        done = canopy(words[0], pack.parent, *words[1:], "--scenario", "plan", "--against", "base", "-o",
                      tmp_path / lang, "--lang", lang)
        assert done.returncode == 0 and said in done.stdout, done.stderr
        assert {file.suffix for file in (tmp_path / lang).iterdir()} == {".csv", ".txt", ".png", ".svg"}


def test_what_is_missing_or_wrong_is_said(canopy, pack, tmp_path):
    assert "canopy sweep pack" in canopy("sensitivity", tmp_path, "--lang", "en").stderr
    assert canopy("sensitivity", pack).returncode == 2
    assert canopy("frontier", pack).returncode == 2
    done = canopy("discover", pack, "--fails", "-1 < jobs", "--lang", "zh")
    assert done.returncode == 2 and "jobs < 0" in done.stderr
    assert "frontier" in canopy("fronteir", pack, "--lang", "en").stderr
    done = canopy("search", tmp_path / "none.toml", "--cost", "cost", "--effect", "jobs", "--population", "10")
    assert done.returncode == 2 and "12" in done.stderr


def times(value, factor):
    return [item * factor for item in value] if isinstance(value, list) else value * factor


@pytest.mark.parametrize("end", ["low", "high"])
def test_the_zone_study_multiplies_only_what_the_plan_says_and_stays_in_range(canopy, tmp_path, end):
    study = tomllib.loads((ROOT / "scenarios/studies/zone-frontier.toml").read_text("utf-8"))
    rows = json.loads(canopy("explain", "scenarios/zone-plan.toml", "--json").stdout)
    said = {row["key"]: row["value"] for row in rows if row["origin"].startswith("scenarios/")}
    words = []
    for factor in study["factor"]:
        words += [f"{factor['key']}={factor[end]}"] if "key" in factor else [
            f"{key}={times(json.loads(said[key]), factor[end])!r}" for key in factor["multiplies"]]
    done = canopy("run", "scenarios/zone-plan.toml", "--scale", "0.01", "--until", "2023-01", "--seeds", "1", "--out",
                  tmp_path, "--quiet", *(word for setting in words for word in ("--set", setting)))
    assert done.returncode == 0, done.stderr


SEARCH = """
title = "Meetings"
scenarios = ["{scenarios}/tiny.toml"]
until = "2023-04"
[design]
kind = "sobol"
points = 8
[[factor]]
name = "meetings"
multiplies = ["lever.congress_2023.congress_firms", "lever.friend_circle_2023.meetings"]
low = 0.0
high = 2.0
[[factor]]
name = "congress"
key = "lever.congress_2023.congress_cost"
low = 1e6
high = 2e6
[[output]]
name = "cost"
measure = "lever_cost"
statistic = "sum"
[[output]]
name = "links"
measure = "link_births"
statistic = "sum"
"""


def test_a_search_sweeps_each_generation_and_goes_on_with_more(canopy, tmp_path):
    (tmp_path / "study.toml").write_text(SEARCH.format(scenarios=ROOT / "scenarios"), "utf-8")
    words = ["search", tmp_path / "study.toml", "--cost", "cost", "--effect", "links", "--population", "8", "-o",
             tmp_path / "out", "--lang", "en"]
    done = canopy(*words, "--generations", "0")
    assert done.returncode == 0, done.stderr
    first = (tmp_path / "out/generation-000/study.nc").read_bytes()
    done = canopy(*words, "--generations", "1")
    assert done.returncode == 0 and "generation 1 of 1" in done.stderr, done.stderr
    assert (tmp_path / "out/generation-000/study.nc").read_bytes() == first
    assert len((tmp_path / "out/search.csv").read_text("utf-8-sig").splitlines()) == 17
    assert "Found by NSGA-II" in done.stdout
