"""Scenario discovery: a planted box is found, noise is not, and rules are read without being run."""

import csv

import numpy as np
import pytest

from canopy_analysis.command_line import main
from canopy_analysis.failure_boxes import failure_boxes, found_again
from canopy_analysis.failure_rule import rule_of
from canopy_analysis.mistakes import UsageMistake
from synthetic_study import write_study

FACTORS = [{"name": "open", "low": 0, "high": 2}, {"name": "budget", "low": 0, "high": 2e8},
           {"name": "hubs", "low": 0, "high": 5, "integer": True}, {"name": "idle", "low": -1, "high": 1}]
TITLES = {"jobs": ("persons", "Jobs in 2027", "2027年就业"), "cost": ("yuan", "Public cost", "公共成本")}


def planted(x, *_):
    """Jobs are lost when the Open system is weak and the budget small; and with four hubs or more."""
    return np.where(((x[:, 0] < 0.8) & (x[:, 1] < 1.2e8)) | (x[:, 2] >= 4), -100.0, 100.0)


def run(pack, rule, *words, code=0):
    """Call the command; return {(box, factor): row} of its table."""
    out = pack.parent / "out"
    assert main(["discover", str(pack), "--fails", rule, "-o", str(out), "--lang", "en", *words]) == code
    if code == 0:
        rows = csv.DictReader((out / "discover.csv").read_text("utf-8-sig").splitlines())
        return {(row["box"], row["factor"]): row for row in rows}


def test_two_planted_boxes_are_found_with_their_limits_and_shares(tmp_path, capsys):
    pack = write_study(tmp_path, "sobol", FACTORS, {"jobs": planted}, titles=TITLES, points=256)
    rows = run(pack, "jobs < 0")
    by_factor = {factor: row for (_, factor), row in rows.items()}
    assert set(by_factor) == {"open", "budget", "hubs"}
    assert float(by_factor["open"]["up_to"]) == pytest.approx(0.8, abs=0.05) and by_factor["open"]["above"] == ""
    assert float(by_factor["budget"]["up_to"]) == pytest.approx(1.2e8, rel=0.05)
    assert float(by_factor["hubs"]["above"]) == 3.5
    for row in rows.values():
        assert float(row["density"]) > 0.95 and float(row["density_low90"]) > 0.85
        assert float(row["coverage_low90"]) < float(row["coverage"]) < float(row["coverage_high90"])
        assert float(row["factor_limited_in_searches"]) > 0.8
    text = capsys.readouterr().out
    assert "hubs is at least 4" in text and "No run is missing." in text
    assert 0.40 < float(text.split(" of the points in such boxes")[0].split()[-2]) / 100 <= 1


def test_pure_luck_has_no_box_that_unseen_points_confirm():
    draw = np.random.default_rng(4)
    points, fails = draw.random((200, 4)), draw.random(200) < 0.3
    judged, limited = found_again(points, fails, searches=40)
    known = judged[np.isfinite(judged[:, 0]), 0]
    assert not failure_boxes(points, fails) or np.mean(known) < 0.5
    assert limited.max() < 0.6


def test_a_box_in_the_middle_is_closed_on_both_sides():
    points = np.random.default_rng(5).random((600, 3))
    fails = (np.abs(points[:, 0] - 0.5) < 0.2) & (points[:, 1] < 0.6)
    box, *others = failure_boxes(points, fails)
    assert not others and box.low[0] == pytest.approx(0.3, abs=0.03) and box.high[0] == pytest.approx(0.7, abs=0.03)
    assert box.high[1] == pytest.approx(0.6, abs=0.03) and not np.isfinite(box.low[1]) and not box.restricted[2]


def test_rules_are_compared_and_never_run():
    values = {"jobs": np.array([-1.0, 1, 1]), "cost": np.array([0.0, 0, 3e8])}
    assert rule_of("jobs < 0 or cost > 2e8").holds(values).tolist() == [True, False, True]
    assert rule_of("jobs ＞ 0 且 cost ≤ 2e8").holds(values).tolist() == [False, True, False]
    assert rule_of("jobs@2027>=-.5").comparisons == (("jobs@2027", ">=", -0.5),)
    for wrong in ("jobs", "jobs < cost", "__import__('os')", "jobs < 0 and cost > 1 or jobs > 2", "jobs < 0 or", "0 < jobs"):
        with pytest.raises(UsageMistake):
            rule_of(wrong)


def test_luck_and_gaps_are_said(tmp_path, capsys):
    def noisy(x, _, replicate):
        return planted(x) + 120 * np.random.default_rng(replicate).standard_normal(len(x))
    pack = write_study(tmp_path, "lhs", FACTORS, {"jobs": noisy}, replicates=2, titles=TITLES, failed=[0, 1, 8],
                       points=100)
    run(pack, "jobs < 0")
    text = capsys.readouterr().out
    assert "3 of 200 runs are missing (3 crash); 99 of 100 points" in text and "the seeds do not agree" in text


@pytest.mark.parametrize(("kind", "settings"), [("saltelli", {"points": 8}), ("morris", {"trajectories": 9})])
def test_designs_whose_shares_mean_nothing_are_refused(tmp_path, capsys, kind, settings):
    pack = write_study(tmp_path, kind, FACTORS, {"jobs": planted}, levels=2, **settings)
    run(pack, "jobs < 0", code=2)
    assert f"not made for a {kind} design" in capsys.readouterr().err


def test_a_rule_that_nearly_always_or_never_holds_is_refused_with_the_range(tmp_path, capsys):
    pack = write_study(tmp_path, "sobol", FACTORS, {"jobs": lambda x, *_: x[:, 0]}, titles=TITLES, points=64)
    run(pack, "jobs > 5", code=2)
    text = capsys.readouterr().err
    assert "0 of 64 points fail" in text and "half of it below 0.9998" in text
    run(pack, "jbs > 5", code=2)
    assert "(jobs?)" in capsys.readouterr().err
    run(pack, "jobs > five", code=2)
    assert "jobs < 0" in capsys.readouterr().err


def test_few_points_and_text_factors_are_refused(tmp_path, capsys):
    pack = write_study(tmp_path / "few", "sobol", FACTORS, {"jobs": planted}, points=16)
    run(pack, "jobs < 0", code=2)
    assert "needs 32" in capsys.readouterr().err
    text = [{"name": "who", "values": ["a", "b"]}, {"name": "n", "values": list(range(20))}]
    draw = np.random.default_rng(1)
    pack = write_study(tmp_path / "text", "grid", text, {"jobs": lambda *_: draw.standard_normal(40)})
    run(pack, "jobs < 0", code=2)
    assert "who is text" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_words_table_and_picture_come_out_in_both_languages(tmp_path, capsys, lang):
    pack = write_study(tmp_path, "sobol", FACTORS, {"jobs": planted}, titles=TITLES, points=64)
    run(pack, "jobs < 0", "--lang", lang)
    assert ("时失败" if lang == "zh" else "It fails when") in capsys.readouterr().out
    assert {file.name for file in (tmp_path / "out").iterdir()} == {
        "discover.csv", "discover.txt", "discover.png", "discover.svg"}
