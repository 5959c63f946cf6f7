"""Runs write whole files or none, say what they need, and stop when they are asked to."""

import json
import os
import pty
import resource
import shutil
import signal
import subprocess
import time

import pytest
from conftest import BINARY, ROOT

TINY = "scenarios/tiny.toml"


@pytest.fixture(scope="module")
def results(canopy, tmp_path_factory):
    """Folder with three seeds of tiny, and the finished command."""
    out = tmp_path_factory.mktemp("results")
    said = canopy("run", TINY, "--seeds", "3", "--out", out)
    assert said.returncode == 0, said.stderr
    return out, said


def test_a_run_writes_one_file_for_each_seed_and_names_it_on_stdout(results):
    out, said = results
    files = [out / "tiny" / f"seed-000{seed}.h5" for seed in (1, 2, 3)]
    assert said.stdout.splitlines() == [str(file) for file in files]
    assert all(file.is_file() for file in files)
    assert not list(out.rglob("*.part"))


def test_a_run_says_first_what_it_takes_and_then_how_far_it_is(results):
    first, *lines, last = results[1].stderr.splitlines()
    assert first.startswith("3 runs, about ") and "of memory and" in first and "of disk" in first
    assert 9 <= len(lines) <= 10
    assert all("tiny seed" in line and "enterprises" in line and "left" in line for line in lines)
    assert "firm-months/s" in lines[-1]
    assert last.startswith("3 runs in ")


def test_xarray_opens_a_run_with_names_units_and_dates(results):
    xarray = pytest.importorskip("xarray")
    with xarray.open_dataset(results[0] / "tiny" / "seed-0001.h5", group="kpi") as kpi:
        assert kpi.sizes["month"] == 12
        assert str(kpi.month.values[0])[:10] == "2023-01-01"
        assert 400 < float(kpi.entities[0]) < 900
        assert kpi.entities.attrs["long_name_zh"]


def test_ncdump_reads_a_run(results):
    header = subprocess.run(["ncdump", "-h", results[0] / "tiny" / "seed-0001.h5"], capture_output=True, text=True)
    assert header.returncode == 0
    assert 'filetype = "canopy-run"' in header.stdout


def test_quiet_says_nothing_and_json_names_the_runs(canopy, tmp_path):
    result = canopy("run", TINY, "--seeds", "7..8", "--quiet", "--json", "--out", tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    runs = json.loads(result.stdout)
    assert [(run["scenario"], run["seed"]) for run in runs] == [("tiny", 7), ("tiny", 8)]
    assert all(os.path.isfile(run["file"]) and run["seconds"] > 0 for run in runs)


def test_until_scale_and_set_reach_the_run(canopy, tmp_path):
    result = canopy("run", TINY, "--until", "2023-03", "--scale", "0.02", "--set", "costs.match_saving=0.02",
                    "--out", tmp_path, "--threads", "1")
    assert result.returncode == 0, result.stderr
    h5py = pytest.importorskip("h5py")
    with h5py.File(tmp_path / "tiny" / "seed-0001.h5") as run:
        assert run["kpi/entities"].shape == (3,)
        assert run["kpi/entities"][0] > 1000
        assert "match_saving = 0.02" in run["scenario/resolved"][()].decode()


def test_a_terminal_gets_one_updating_line(tmp_path):
    ours, theirs = pty.openpty()
    with subprocess.Popen([BINARY, "run", TINY, "--out", tmp_path], cwd=ROOT, stderr=theirs,
                          stdout=subprocess.DEVNULL) as run:
        os.close(theirs)
        seen = b""
        try:
            while chunk := os.read(ours, 4096):
                seen += chunk
        except OSError:  # the other end is closed
            pass
        assert run.wait() == 0
    os.close(ours)
    assert seen.count(b"\r\x1b[K") >= 2
    assert seen.count(b"\n") == 2


def test_an_output_place_below_a_file_is_refused(canopy, tmp_path):
    (tmp_path / "file").write_text("x")
    result = canopy("run", TINY, "--out", tmp_path / "file" / "results")
    assert result.returncode == 3
    assert "choose another place with --out" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_output_place_is_refused(canopy, tmp_path):
    tmp_path.chmod(0o500)
    result = canopy("run", TINY, "--out", tmp_path)
    assert result.returncode == 3


@pytest.mark.parametrize("lang, words", [("en", "of memory for"), ("zh", "约需内存")])
def test_what_cannot_fit_is_refused_with_what_it_needs(canopy, tmp_path, lang, words):
    result = canopy("run", "scenarios/zhuzhou-2023.toml", "--scale", "100", "--out", tmp_path, "--lang", lang,
                    "--set", "population.district_entities=20000000")
    assert result.returncode == 3
    assert words in result.stderr and "GB" in result.stderr and "--scale" in result.stderr


def test_a_full_output_place_leaves_no_half_file(canopy, tmp_path):
    assert canopy("run", TINY, "--quiet", "--out", tmp_path, "--seeds", "1").returncode == 0
    (tmp_path / "tiny" / "seed-0001.h5").unlink()

    def small_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    result = canopy("run", TINY, "--out", tmp_path, preexec_fn=small_files)
    assert result.returncode == 3, result.stderr
    assert "tiny" in result.stderr
    assert list((tmp_path / "tiny").iterdir()) == []


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_ends_with_75_and_leaves_no_half_file(tmp_path, stop):
    with subprocess.Popen([BINARY, "run", TINY, "--until", "2060-12", "--out", tmp_path], cwd=ROOT,
                          stderr=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        for _ in range(200):
            if list(tmp_path.glob("tiny/*.part")):
                break
            time.sleep(0.05)
        run.send_signal(stop)
        _, said = run.communicate(timeout=60)
        assert run.returncode == 75
    assert b"stopped" in said
    assert list((tmp_path / "tiny").iterdir()) == []


def test_a_full_stdout_is_an_output_error(tmp_path):
    with open("/dev/full", "w", encoding="utf-8") as full:
        result = subprocess.run([BINARY, "describe", "levers"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True)
    assert result.returncode == 3
    assert "stdout" in result.stderr


def test_info_and_diff_read_the_runs(canopy, results):
    tiny = results[0] / "tiny"
    info = canopy("info", tiny / "seed-0001.h5")
    assert info.returncode == 0 and "2023" in info.stdout
    assert canopy("diff", tiny / "seed-0001.h5", tiny / "seed-0002.h5", "--json").returncode == 0
    missing = canopy("info", tiny / "seed-0009.h5")
    assert missing.returncode == 2


def test_a_report_repeats_its_runs_with_judgement_parameters(canopy, tree, tmp_path):
    (tree / "scenarios" / "tiny-platform.toml").write_text(
        'base = "tiny.toml"\ntitle = "Platform"\n[[lever]]\nkind = "supply_platform"\nname = "x"\nfrom = "2023-03"\n', "utf-8")
    made = canopy("run", "scenarios/tiny.toml", "scenarios/tiny-platform.toml", "--seeds", "2", "--until", "2023-06",
                  "--out", tmp_path, "--quiet", cwd=tree)
    assert made.returncode == 0, made.stderr
    result = canopy("report", tmp_path / "tiny-platform", "--against", tmp_path / "tiny", "-o", tmp_path / "report",
                    "--judgement", "--no-figures", cwd=tree)
    assert "5 parameters at low and high, 40 runs, about" in result.stderr
    folders = {path.name for path in (tmp_path / "report" / "judgement").iterdir()}
    assert len(folders) == 10 and "pricing.pass_through-low" in folders
    low = tmp_path / "report" / "judgement" / "pricing.pass_through-low"
    assert {path.name for path in low.iterdir() if path.name[0] != "."} == {"tiny", "tiny-platform"}
    assert result.returncode == 0, result.stderr


def test_a_report_of_a_folder_without_runs_is_answered(canopy, tmp_path):
    result = canopy("report", tmp_path, "--against", tmp_path, "--judgement")
    assert result.returncode == 2
    assert "holds no run files" in result.stderr


def test_months_that_scenarios_have_in_common_stand_in_every_file_as_if_run_alone(canopy, tmp_path):
    h5py = pytest.importorskip("h5py")
    scenarios = shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    tiny, policy, short = (scenarios / f"{name}.toml" for name in ("tiny", "policy", "short"))
    policy.write_text('base = "tiny.toml"\n[[lever]]\nname = "later"\nkind = "interest_subsidy"\n'
                      'from = "2023-06"\npoints = 0.02\nyearly_cap = 1e6\n')
    short.write_text('base = "tiny.toml"\n[time]\nlast_month = "2023-04"\n')
    together, alone = tmp_path / "together", tmp_path / "alone"
    assert canopy("run", tiny, policy, short, "--quiet", "--out", together).returncode == 0
    for scenario in (tiny, policy, short):
        assert canopy("run", scenario, "--quiet", "--out", alone).returncode == 0

    def values(file):
        found = {}
        with h5py.File(file) as run:
            run.visititems(lambda name, node: found.update({name: node[()].tobytes()})
                           if isinstance(node, h5py.Dataset) and node.dtype.kind in "fiu"
                           and not name.startswith("timing/") else None)
            found["state_hash"] = run.attrs["state_hash"]
        return found

    for name in ("tiny", "policy", "short"):
        made, expected = (values(out / name / "seed-0001.h5") for out in (together, alone))
        assert made.keys() == expected.keys() and len(made) > 100
        assert [key for key in made if made[key] != expected[key]] == []
    assert values(together / "tiny" / "seed-0001.h5")["state_hash"] != values(
        together / "policy" / "seed-0001.h5")["state_hash"]
