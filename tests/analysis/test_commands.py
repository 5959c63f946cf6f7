"""info, diff, patterns, levers: what they print for people and for programs."""

import csv
import json
import shutil
import warnings

import h5py
import numpy as np
import pytest

from canopy_analysis import figure_style
from canopy_analysis.command_line import main
from canopy_analysis.mistake_texts import MISTAKES
from canopy_analysis.words import WORDS
from synthetic_run import Zone, write_run, write_runs


def run(capsys, *arguments, code=0):
    """Call a command; return what it printed."""
    assert main([str(a) for a in arguments]) == code
    return capsys.readouterr()


def test_info_gives_december_of_stocks_and_the_sum_of_flows(runs, capsys):
    path = runs / "base/seed-0001.h5"
    data = json.loads(run(capsys, "info", path, "--json").out)
    with h5py.File(path) as file:
        cost, people = file["kpi/lever_cost"][:12].sum(), file["kpi/employment"][11]
    assert data["yearly"]["lever_cost"]["years"]["2023"] == pytest.approx(cost)
    assert data["yearly"]["employment"]["years"]["2023"] == pytest.approx(people)
    text = run(capsys, "info", path, "--lang", "zh").out
    assert "就业人数" in text and "git_commit" in text


def test_equal_runs_are_equal_and_attributes_do_not_count(runs, tmp_path, capsys):
    again = tmp_path / "again.h5"
    shutil.copy(runs / "base/seed-0001.h5", again)
    with h5py.File(again, "a") as file:
        file.attrs["created"] = "later"
    assert "equal" in run(capsys, "diff", runs / "base/seed-0001.h5", again, "--lang", "en").out


def test_one_changed_number_is_found_with_its_month_and_size(runs, tmp_path, capsys):
    again = tmp_path / "again.h5"
    shutil.copy(runs / "base/seed-0001.h5", again)
    with h5py.File(again, "a") as file:
        file["kpi/employment"][7] += 0.5
    data = json.loads(run(capsys, "diff", runs / "base/seed-0001.h5", again, "--json").out)
    assert not data["equal"] and len(data["differing"]) == 1
    entry = data["differing"][0]
    assert (entry["variable"], entry["first_month"]) == ("/kpi/employment", "2023-08")
    assert entry["largest"] == pytest.approx(0.5)


def test_a_negative_zero_is_a_difference_of_bytes(runs, tmp_path, capsys):
    again = tmp_path / "again.h5"
    shutil.copy(runs / "base/seed-0001.h5", again)
    with h5py.File(again, "a") as file:
        file["check/goods"][3] = -0.0
    assert not json.loads(run(capsys, "diff", runs / "base/seed-0001.h5", again, "--json").out)["equal"]


def test_patterns_measure_what_was_planted_and_name_what_is_missing(runs, capsys):
    rows = {row["pattern"]: row for row in json.loads(run(capsys, "patterns", runs / "base", "--json").out)}
    assert rows["half_life"]["median"] == pytest.approx(13, abs=0.5) and rows["half_life"]["inside"]
    assert rows["growth_shape"]["median"] == pytest.approx(1.0, abs=0.25)
    assert rows["revenue_tail_mle"]["median"] == pytest.approx(1.0, abs=0.2)
    assert rows["company_entry"]["median"] == pytest.approx(12 * 3.2 / 200, rel=0.02)
    assert rows["moves_out"]["median"] == pytest.approx(12 * .5 / 600, rel=0.02)
    assert rows["logistics"]["median"] == pytest.approx(.08 / .3, rel=0.01) and not rows["logistics"]["inside"]
    assert rows["growth_shape"]["class"] == "by construction" and rows["growth_shape"]["runs"] == 6
    text = run(capsys, "patterns", runs / "base/seed-0001.h5", "--lang", "en").out
    assert "emergent: " in text and "exit by age peaks at, months: not measurable from these files, because" in text


def test_without_snapshots_patterns_say_which_record_would_help(tmp_path, capsys):
    write_run(tmp_path / "r.h5", 1, Zone(snapshots=False))
    text = run(capsys, "patterns", tmp_path / "r.h5", "--lang", "en").out
    assert "not measurable from these files, because no snapshot of enterprises of a December" in text


def test_patterns_refuse_a_shrunk_zone(tmp_path, capsys):
    write_run(tmp_path / "r.h5", 1, Zone(scale=0.1))
    assert "scale 0.1" in run(capsys, "patterns", tmp_path / "r.h5", "--lang", "en", code=2).err


@pytest.fixture(scope="module")
def lever_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("levers")
    write_runs(folder / "baseline", range(1, 6), Zone())
    write_runs(folder / "training", range(1, 6), Zone(title="t", start=3, jobs=40, lever_cost=1e6, new_noise=1.0))
    write_runs(folder / "training-twice", range(1, 6), Zone(title="tt", start=3, jobs=10, new_noise=1.0))
    write_runs(folder / "power", range(1, 6), Zone(title="p", start=3, energy=-0.2, new_noise=1.0))
    aims = [{"lever": "training", "measure": "employment", "sign": "+", "horizon_months": 18},
            {"lever": "training", "measure": "unit_cost", "sign": "-", "horizon_months": 18},
            {"lever": "power", "measure": "unit_cost_by_cost_term.energy", "sign": 1, "horizon_months": 12},
            {"lever": "power", "measure": "revenue", "sign": 1, "horizon_months": 12}]
    (folder / "aims.json").write_text(json.dumps(aims))
    return folder


def test_levers_are_judged_against_their_declared_aims(lever_folder, tmp_path, capsys):
    rows = json.loads(run(capsys, "levers", lever_folder, "-o", tmp_path, "--json").out)
    assert [row["verdict"] for row in rows] == ["clear_as_declared", "cannot_be_told_apart", "clear_against",
                                                "cannot_be_told_apart"]
    assert rows[0]["effect"] == pytest.approx(40, abs=4) and rows[0]["cost_yuan"] == pytest.approx(18e6)
    assert rows[0]["at_twice"] == "lower" and rows[2]["at_twice"] == "no_runs"
    assert (tmp_path / "lever_signs.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "luck of the draw" in run(capsys, "levers", lever_folder, "-o", tmp_path, "--lang", "en").out


def test_senses_are_reckoned_per_yuan_with_the_cheapest_first(tmp_path, capsys):
    luck = np.random.default_rng(1)
    for name, happiness, cost in (("baseline", 0, 0), ("school", .004, 1e6), ("school-twice", .005, 2e6), ("bus", .004, 2e6)):
        start = None if name == "baseline" else 3
        write_runs(tmp_path / name, range(1, 6), Zone(title=name, months=36, start=start, lever_cost=cost))
        for seed in range(1, 6):
            with h5py.File(tmp_path / name / f"seed-{seed:04d}.h5", "a") as file:
                values = .6 + .0001 * luck.standard_normal(36) + happiness * (np.arange(36) >= 3)
                series = file["kpi"].create_dataset("happiness", data=values)
                series.dims[0].attach_scale(file["kpi/month"])
                series.attrs.update({"units": "1", "long_name": "happiness", "long_name_zh": "幸福感"})
    aims = [{"lever": lever, "measure": "employment", "sign": "+", "horizon_months": 12} for lever in ("bus", "school")]
    (tmp_path / "aims.json").write_text(json.dumps(aims))
    run(capsys, "levers", tmp_path, "-o", tmp_path / "out")
    rows = list(csv.DictReader((tmp_path / "out/lever_senses.csv").open(encoding="utf-8-sig")))
    school = next(row for row in rows if row["lever"] == "school")
    assert float(school["cost_yuan"]) == pytest.approx(24e6)
    assert float(school["effect_per_10m_yuan"]) == pytest.approx(.004 / 2.4, rel=.05)
    assert float(school["effect_at_twice"]) == pytest.approx(.005, rel=.05)
    text = (tmp_path / "out/lever_senses.md").read_text("utf-8")
    assert text.index("school") < text.index("bus")


def test_retention_is_told_year_by_year(tmp_path, capsys):
    luck = np.random.default_rng(2)
    for name, kept in (("baseline", 0), ("care", 2)):
        write_runs(tmp_path / name, range(1, 6), Zone(title=name, months=36, start=None if name == "baseline" else 3))
        for seed in range(1, 6):
            with h5py.File(tmp_path / name / f"seed-{seed:04d}.h5", "a") as file:
                values = 50 + .1 * luck.standard_normal(36) - kept * (np.arange(36) >= 15)
                series = file["kpi"].create_dataset("departures", data=values)
                series.dims[0].attach_scale(file["kpi/month"])
                series.attrs.update({"units": "persons a month", "long_name": "people who move away",
                                     "long_name_zh": "迁出人口", "kind": "flow"})
    (tmp_path / "aims.json").write_text(json.dumps([{"lever": "care", "measure": "employment", "sign": "+",
                                                     "horizon_months": 12}]))
    run(capsys, "levers", tmp_path, "-o", tmp_path / "out")
    rows = [row for row in csv.DictReader((tmp_path / "out/lever_retention.csv").open(encoding="utf-8-sig"))
            if row["measure"] == "departures"]
    assert [row["year"] for row in rows] == ["1", "2"]
    assert float(rows[0]["low90"]) < 0 < float(rows[0]["high90"])
    assert float(rows[1]["effect"]) == pytest.approx(-24, abs=1) and float(rows[1]["high90"]) < 0
    assert "·" in (tmp_path / "out/lever_retention.md").read_text("utf-8")


def test_an_aim_at_an_unknown_measure_offers_the_nearest(lever_folder, tmp_path, capsys):
    folder = tmp_path / "l"
    shutil.copytree(lever_folder, folder)
    aims = [{"lever": "power", "measure": "employmnt", "sign": 1, "horizon_months": 12}]
    (folder / "aims.json").write_text(json.dumps(aims))
    assert "employment?" in run(capsys, "levers", folder, "-o", tmp_path, "--lang", "en", code=2).err
    (folder / "aims.json").write_text("{")
    assert "aims" in run(capsys, "levers", folder, "-o", tmp_path, "--lang", "en", code=2).err


def test_an_unknown_command_gets_the_nearest_word(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["canopy", "repot"])
    with pytest.raises(SystemExit) as stop:
        main(["repot"])
    assert stop.value.code == 2 and "report?" in capsys.readouterr().err


def test_a_glyph_that_the_font_lacks_is_an_error():
    with pytest.raises(UserWarning), figure_style.drawing("zh"):
        figure = figure_style.plt.figure()
        figure.text(0.5, 0.5, "\U0001F333")
        figure.canvas.draw()
    figure_style.plt.close("all")


def test_every_word_and_mistake_is_in_both_languages_with_the_same_places():
    for english, chinese in [*WORDS.values(), *MISTAKES.values()]:
        places = [sorted({part.split("}")[0] for part in text.split("{")[1:]}) for text in (english, chinese)]
        assert english and chinese and places[0] == places[1]


def test_reading_warns_of_nothing(runs, capsys):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run(capsys, "patterns", runs / "base/seed-0001.h5")
        assert np.isfinite(json.loads(run(capsys, "info", runs / "base/seed-0001.h5", "--json").out)
                           ["yearly"]["entities"]["years"]["2024"])
