"""The comparison report: planted effects are found, luck is not, mistakes are kind."""

import csv
import json
import shutil

import h5py
import numpy as np
import pytest

from canopy_analysis.comparison import compare, unit_cost_terms
from canopy_analysis.command_line import main
from canopy_analysis.fates import fates_of
from canopy_analysis.report_figures import FIGURES
from canopy_analysis.run_set import PairedRuns
from synthetic_run import Zone, write_runs


@pytest.fixture(scope="module")
def plan(runs):
    with PairedRuns(runs / "plan", runs / "base") as pairs:
        yield compare(pairs)


@pytest.fixture(scope="module")
def written(runs, tmp_path_factory):
    """A whole report in Chinese, written once."""
    out = tmp_path_factory.mktemp("report")
    assert main(["report", str(runs / "plan"), "--against", str(runs / "base"), "-o", str(out), "--lang", "zh",
                 "--quiet"]) == 0
    return out


def row_of(comparison, name):
    return next(row for row in comparison.main + comparison.further if row.measure.name == name)


def test_planted_jobs_are_found_with_their_size_and_an_untouched_measure_is_not(plan):
    jobs = row_of(plan, "employment").estimate
    assert jobs.verdict == "up" and jobs.difference == pytest.approx(40, abs=3) and jobs.low < jobs.difference < jobs.high
    assert row_of(plan, "unit_cost").estimate.verdict == "down"
    revenue = row_of(plan, "revenue").estimate
    assert revenue.verdict == "open" and revenue.more_seeds > 0


def test_a_policy_without_effect_cannot_be_told_apart(runs):
    with PairedRuns(runs / "null", runs / "base") as pairs:
        comparison = compare(pairs)
    assert {row.estimate.verdict for row in comparison.main} == {"open"}
    assert all(row.price is None for row in comparison.main)


def test_the_energy_term_is_named_and_the_others_are_not(plan):
    terms = {code: e for code, _, e in unit_cost_terms(plan.pairs, "en")}
    assert terms["energy"].verdict == "down" and terms["energy"].difference == pytest.approx(-0.2, abs=1e-9)
    assert {e.verdict for code, e in terms.items() if code not in ("energy", "total")} == {"open"}


def test_the_policy_period_comes_from_the_scenario_and_leaves_the_baselines_levers_out(plan):
    assert (plan.period.start, plan.period.stop, plan.period.source) == (3, 24, "scenario")


def test_without_a_scenario_the_period_starts_where_the_runs_part(runs, tmp_path):
    for name in ("base", "plan"):
        shutil.copytree(runs / name, tmp_path / name)
        for path in (tmp_path / name).iterdir():
            with h5py.File(path, "a") as file:
                del file["scenario"]
    with PairedRuns(tmp_path / "plan", tmp_path / "base") as pairs:
        period = compare(pairs).period
    assert (period.start, period.stop, period.source) == (3, 24, "difference")


def test_public_cost_is_net_of_the_baseline_and_discounted(plan):
    # 21 months at 1 m yuan on top of the baseline's .2 m a month; about 40 jobs
    assert plan.cost.plain == pytest.approx(np.full(6, 21e6))
    assert plan.cost.discounted == pytest.approx(np.full(6, 1e6 * sum(1.03 ** (-m / 12) for m in range(21))))
    price = row_of(plan, "employment").price
    assert price[0] == pytest.approx(21e6 / 40, rel=0.08) and price[1] < price[0] < price[2]


def test_the_same_enterprises_are_followed_saved_ones_counted_once(plan):
    fates = fates_of(plan.pairs)
    assert fates.source == "snapshot" and fates.n_pairs == 6
    assert np.sum(fates.fate == "saved") == 6 * 5 and np.sum(fates.fate == "lost") == 0
    assert np.median(fates.change[fates.fate == "gained"]) == pytest.approx(0.05)


def test_without_snapshots_the_panel_is_followed(tmp_path):
    write_runs(tmp_path / "base", (1, 2), Zone(snapshots=False))
    write_runs(tmp_path / "plan", (1, 2), Zone(title="p", start=3, saved=True, snapshots=False))
    with PairedRuns(tmp_path / "plan", tmp_path / "base") as pairs:
        fates = fates_of(pairs)
    assert fates.source == "panel" and np.sum(fates.fate == "saved") == 2 * 5


def test_a_report_writes_every_part_and_leaves_nothing_half_done(written):
    names = {path.name for path in written.iterdir()}
    assert {f"{figure}.{end}" for figure in FIGURES for end in ("svg", "png")} <= names
    assert {"table.csv", "table.md", "further.csv", "further.md", "cost_by_lever.csv", "finding.txt", "limits.txt",
            "provenance.txt"} <= names
    assert not [name for name in names if "part" in name]
    assert all((written / name).stat().st_size for name in names)


def test_the_table_opens_in_a_spreadsheet_and_says_what_its_intervals_are(written):
    assert (written / "table.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with open(written / "table.csv", encoding="utf-8-sig", newline="") as file:
        rows = {row["measure"]: row for row in csv.DictReader(file)}
    assert rows["employment"]["verdict"] == "clear_up" and rows["employment"]["label"] == "就业人数"
    assert "novelty" not in rows and "区间只是固定假设下抽样的运气" in (written / "table.md").read_text("utf-8")
    assert "就业人数" in (written / "finding.txt").read_text("utf-8")


def test_an_unknown_measure_is_read_from_its_attributes(plan):
    row = row_of(plan, "novelty")
    assert row in plan.further and (row.measure.kind, row.measure.unit) == ("flow", "widgets")


def test_several_policies_get_a_folder_each_and_a_summary(runs, tmp_path, capsys):
    code = main(["report", str(runs / "plan"), str(runs / "null"), "--against", str(runs / "base"), "-o",
                 str(tmp_path), "--json", "--no-figures", "--quiet", "--lang", "en"])
    data = json.loads(capsys.readouterr().out)
    assert code == 0 and [p["policy"] for p in data["policies"]] == ["plan", "null"]
    assert (tmp_path / "plan/table.csv").exists() and (tmp_path / "summary.csv").exists()


def test_figures_drawn_side_by_side_are_those_drawn_alone(runs, tmp_path):
    base = ["--against", str(runs / "base"), "--quiet", "--lang", "en"]
    assert main(["report", str(runs / "plan"), str(runs / "null"), *base, "-o", str(tmp_path / "both")]) == 0
    assert main(["report", str(runs / "plan"), *base, "-o", str(tmp_path / "alone")]) == 0
    for name in FIGURES:
        for kind in ("png", "svg"):
            alone = (tmp_path / f"alone/{name}.{kind}").read_bytes()
            assert (tmp_path / f"both/plan/{name}.{kind}").read_bytes() == alone
        assert (tmp_path / f"both/null/{name}.png").exists()


def test_judgement_tells_which_verdicts_survive(runs, tmp_path, capsys):
    for level, jobs in (("low", 40.0), ("high", 0.0)):
        write_runs(tmp_path / f"pass_through-{level}/base", range(1, 5), Zone())
        write_runs(tmp_path / f"pass_through-{level}/plan", range(1, 5),
                   Zone(title="Plan", start=3, jobs=jobs, energy=-0.2, new_noise=1.0))
    out = tmp_path / "out"
    assert main(["report", str(runs / "plan"), "--against", str(runs / "base"), "-o", str(out), "--no-figures",
                 "--lang", "en", "--quiet", "--judgement", str(tmp_path)]) == 0
    capsys.readouterr()
    table = {line.split("|")[1].strip(): line for line in (out / "judgement.md").read_text().splitlines()
             if line.startswith("| ")}
    assert table["Employment"].rstrip("| ").endswith("no") and table["Unit cost"].rstrip("| ").endswith("yes")


@pytest.mark.parametrize("make, code, said", [
    (lambda f: (f / "nowhere", f / "base"), 2, "no such folder"),
    (lambda f: (f / "empty", f / "base"), 2, "no finished run"),
    (lambda f: (f / "far", f / "base"), 2, "no seed is common"),
    (lambda f: (f / "single", f / "base"), 2, "only seed 1"),
    (lambda f: (f / "short", f / "base"), 2, "2023-01..2023-06"),
    (lambda f: (f / "shrunk", f / "base"), 2, "scale 0.1"),
    (lambda f: (f / "foreign", f / "base"), 3, "filetype"),
    (lambda f: (f / "torn", f / "base"), 3, "cut short"),
    (lambda f: (f / "text", f / "base"), 3, "not a run file"),
    (lambda f: (f / "base", f / "base"), 2, "same folder"),
])
def test_bad_input_is_refused_with_place_reason_and_remedy(bad, make, code, said, tmp_path, capsys):
    policy, base = make(bad)
    assert main(["report", str(policy), "--against", str(base), "-o", str(tmp_path / "out"), "--lang", "en"]) == code
    out, err = capsys.readouterr()
    assert out == "" and said in err and str(policy) in err and "Traceback" not in err
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    """Folders that are wrong in one way each, and a good `base` with seeds 1 and 2."""
    folder = tmp_path_factory.mktemp("bad")
    small = {"months": 12, "snapshots": False}
    write_runs(folder / "base", (1, 2), Zone(**small))
    write_runs(folder / "far", (8, 9), Zone(**small))
    write_runs(folder / "single", (1,), Zone(**small))
    write_runs(folder / "short", (1, 2), Zone(months=6, snapshots=False))
    write_runs(folder / "shrunk", (1, 2), Zone(scale=0.1, **small))
    write_runs(folder / "foreign", (1, 2), Zone(filetype="other-thing", **small))
    (folder / "empty").mkdir()
    for name, content in (("torn", (folder / "base/seed-0001.h5").read_bytes()[:5000]), ("text", b"hello")):
        (folder / name).mkdir()
        for seed in (1, 2):
            (folder / name / f"seed-{seed:04d}.h5").write_bytes(content)
    return folder


def test_a_report_that_cannot_be_written_says_so(runs, tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")
    assert main(["report", str(runs / "plan"), "--against", str(runs / "base"), "--no-figures", "-o",
                 str(tmp_path / "file"), "--lang", "zh"]) == 3
    assert "无法写入" in capsys.readouterr().err
