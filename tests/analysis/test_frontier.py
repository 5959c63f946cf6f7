"""The frontier: known sets are found, luck is said, wrong designs are refused."""

import csv

import numpy as np
import pytest

from canopy_analysis.command_line import main
from canopy_analysis.frontier_points import redrawn, unbeaten
from synthetic_study import write_study

BUDGET = [{"name": "budget", "low": 0, "high": 100}, {"name": "waste", "low": 0, "high": 1}]
TITLES = {"cost": ("yuan", "Public cost", "公共成本"), "jobs": ("persons", "Jobs", "就业")}


def cost(x, scenario, _):
    return 1e6 * x[:, 0] * (scenario == "plan")


def jobs(x, scenario, replicate):
    """More budget, more jobs; waste loses half of them. Seed and scenario noise cancel in pairs."""
    luck = 500 * np.random.default_rng(replicate).standard_normal()
    return 1000 + luck + (scenario == "plan") * np.sqrt(x[:, 0]) * (1 - x[:, 1] / 2)


def test_a_point_is_unbeaten_when_none_is_as_cheap_and_as_good():
    #  (1, 1) on; (2, 1) costs more for the same; (2, 3) on; (3, 2) beaten; (4, 5) twice: both on
    cost_of = np.array([1.0, 2, 2, 3, 4, 4])
    effect = np.array([1.0, 1, 3, 2, 5, 5])
    assert unbeaten(cost_of, effect).tolist() == [True, False, True, False, True, True]


def test_a_random_set_agrees_with_comparing_every_pair():
    draw = np.random.default_rng(1)
    c, e = draw.integers(0, 12, (2, 200)).astype(float)
    beaten = [any(c[j] <= c[i] and e[j] >= e[i] and (c[j] < c[i] or e[j] > e[i]) for j in range(200))
              for i in range(200)]
    assert (unbeaten(c, e) == ~np.array(beaten)).all()


def test_redraws_doubt_a_narrow_lead_and_not_a_wide_one():
    draw = np.random.default_rng(3)
    effect = np.array([0.0, 50, 100, 100])[:, None] + draw.standard_normal((4, 6))
    price = np.repeat([[1.0], [2], [4], [3]], 6, axis=1)
    sure = redrawn(price, effect)
    assert sure[0] == sure[1] == 1 and 0.02 < sure[2] < 0.98
    assert np.isnan(redrawn(price[:, :1], effect[:, :1])).all()


def run(pack, *words, code=0):
    """Call the command; return the rows of its table."""
    out = pack.parent / "out"
    assert main(["frontier", str(pack), "--cost", "cost", "-o", str(out), "--lang", "en", *words]) == code
    if code == 0:
        return list(csv.DictReader((out / "frontier.csv").read_text("utf-8-sig").splitlines()))


def test_the_frontier_of_a_grid_is_the_row_without_waste(tmp_path):
    pack = write_study(tmp_path, "grid", BUDGET, {"cost": cost, "jobs": jobs}, scenarios=("base", "plan"),
                       replicates=3, titles=TITLES, levels=5)
    rows = run(pack, "--effect", "jobs", "--scenario", "plan", "--against", "base")
    on = {(float(row["budget"]), float(row["waste"])) for row in rows if row["on_frontier"] == "yes"}
    assert on == {(budget, 0.0) for budget in (25, 50, 75, 100)} | {(0.0, w) for w in (0, .25, .5, .75, 1)}
    best = next(row for row in rows if (row["budget"], row["waste"]) == ("100", "0"))
    assert float(best["effect_mean"]) == pytest.approx(10) and float(best["cost"]) == 1e8
    assert float(best["effect_high90"]) - float(best["effect_low90"]) < 1e-6  # in pairs the seed's luck cancels
    assert len(rows) == 25
    chosen = (tmp_path / "out/chosen.csv").read_text().splitlines()
    assert chosen[0] == "budget,waste" and chosen[-1] == "100.0,0.0" and len(chosen) == 10


def test_an_effect_that_should_fall_is_turned_round(tmp_path, capsys):
    pack = write_study(tmp_path, "grid", BUDGET, {"cost": cost, "jobs": lambda *a: -jobs(*a)}, titles=TITLES, levels=3)
    rows = run(pack, "--effect", "jobs:min", "--effect", "jobs@2024:min")
    on = [(float(row["budget"]), float(row["waste"])) for row in rows if row["on_frontier"] == "yes"]
    assert on[:5] == on[5:] and (100.0, 0.0) in on and (100.0, 1.0) not in on
    assert "cannot be told" in capsys.readouterr().out
    run(pack, "--effect", "jobs:least", code=2)
    assert "jobs:min" in capsys.readouterr().err


def test_missing_runs_are_said_and_leave_the_other_points(tmp_path, capsys):
    pack = write_study(tmp_path, "sobol", BUDGET, {"cost": cost, "jobs": jobs}, replicates=2, titles=TITLES,
                       failed=[0, 1, 7], points=16)
    assert len(run(pack, "--effect", "jobs")) == 15
    assert "3 of 32 runs are missing (3 crash); 15 of 16 points" in capsys.readouterr().out


@pytest.mark.parametrize(("kind", "settings"), [("saltelli", {"points": 4}), ("morris", {"trajectories": 4})])
def test_designs_of_blocks_are_refused(tmp_path, capsys, kind, settings):
    pack = write_study(tmp_path, kind, BUDGET, {"cost": cost, "jobs": jobs}, **settings)
    run(pack, "--effect", "jobs", code=2)
    assert f"not made for a {kind} design" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_text_factors_and_both_languages_are_drawn(tmp_path, lang, capsys):
    factors = [{"name": "who", "values": ["company", "个体户"]}, {"name": "budget", "values": [1, 2]}]
    draw = np.random.default_rng(1)
    pack = write_study(tmp_path, "grid", factors, {name: lambda *_: draw.standard_normal(4) for name in ("cost", "jobs")},
                       replicates=2, titles=TITLES)
    run(pack, "--effect", "jobs", "--lang", lang)
    assert ("公共成本（百万元）" if lang == "zh" else "Public cost (million yuan)") in capsys.readouterr().out
    assert (tmp_path / "out/frontier.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert {file.name for file in (tmp_path / "out").iterdir()} == {
        "chosen.csv", "frontier.csv", "frontier.txt", "frontier.png", "frontier.svg"}
