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


@pytest.mark.parametrize("end", ["low", "high"])
def test_the_zone_study_multiplies_only_what_the_plan_says_and_stays_in_range(canopy, tmp_path, end):
    study = tomllib.loads((ROOT / "scenarios/studies/zone-frontier.toml").read_text("utf-8"))
    rows = json.loads(canopy("explain", "scenarios/zone-plan.toml", "--json").stdout)
    said = {row["key"]: row["value"] for row in rows if row["origin"].startswith("scenarios/")}
    words = []
    for factor in study["factor"]:
        words += [f"{factor['key']}={factor[end]}"] if "key" in factor else [
            f"{key}={float(said[key]) * factor[end]!r}" for key in factor["multiplies"]]
    done = canopy("run", "scenarios/zone-plan.toml", "--scale", "0.01", "--until", "2023-01", "--seeds", "1", "--out",
                  tmp_path, "--quiet", *(word for setting in words for word in ("--set", setting)))
    assert done.returncode == 0, done.stderr
