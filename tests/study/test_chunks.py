"""A study's results depend on its plan alone: not on chunks, workers, crashes or the order of things."""

import os
import random
import shutil
import signal
import time

import pytest
from conftest import ROOT, TINY


@pytest.mark.parametrize("workers, chunk", [(1, 1), (2, 10), (8, 100)])
def test_workers_and_chunks_do_not_show_in_the_results(canopy, tiny, tmp_path, workers, chunk):
    canopy.run(TINY, tmp_path, "--workers", workers, "--chunk", chunk)
    assert canopy.verify(tmp_path)["digest"] == tiny[1]["digest"]


@pytest.fixture(scope="module")
def tiny(canopy, tmp_path_factory):
    out = tmp_path_factory.mktemp("tiny")
    canopy.run(TINY, out)
    return out, canopy.verify(out)


def test_the_same_command_again_does_nothing(canopy, tiny):
    before = {file: file.stat().st_mtime_ns for file in tiny[0].rglob("*") if file.is_file()}
    said = canopy.run(TINY, tiny[0])
    assert "40 of 40 runs done" in said.stdout
    assert {file: file.stat().st_mtime_ns for file in tiny[0].rglob("*") if file.is_file()} == before


def workers_of(parent):
    """Processes whose parent is `parent`."""
    found = []
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as stat:
                if int(stat.read().rsplit(")", 1)[1].split()[1]) == parent:
                    found.append(int(name))
        except (OSError, IndexError):
            continue
    return found


def kill_at_random(canopy, study, out, kills, seed):
    """Run a study in chunks of five runs; each kill follows a few more finished chunks, whatever the machine's speed."""
    chance = random.Random(seed)
    words = ("sweep", "run", study, "--out", out, "--workers", 2, "--chunk", 5, "--quiet")
    hit, due = 0, 1
    run = canopy.start(*words)
    while hit < kills:
        if run.poll() is not None:
            if run.returncode == 0:
                break
            run = canopy.start(*words)
            continue
        done = len(list(out.glob("shards/*.h5")))
        victims = workers_of(run.pid) if chance.random() < 0.7 else [run.pid]
        if done < due or not victims:
            time.sleep(0.002)
            continue
        time.sleep(chance.uniform(0.0, 0.02))
        try:
            os.kill(chance.choice(victims), signal.SIGKILL)
        except ProcessLookupError:  # it had just ended by itself
            continue
        hit += 1
        due = done + chance.randint(1, 3)
        if victims == [run.pid]:
            run.wait()
    if run.poll() is None:
        run.wait()
    return hit


def killed_equals_uninterrupted(canopy, study, folder, kills):
    canopy.run(study, folder / "whole", "--workers", 2)
    hit = kill_at_random(canopy, study, folder / "killed", kills, seed=1)
    canopy.run(study, folder / "killed", "--workers", 2)
    whole, killed = canopy.verify(folder / "whole"), canopy.verify(folder / "killed")
    assert killed["complete"] and killed["counts"]["ok"] == killed["runs"] == whole["runs"]
    assert killed["digest"] == whole["digest"]
    assert killed["packed"]
    assert not list((folder / "killed" / "shards").glob("*.part"))
    return hit


def test_a_killed_study_equals_an_uninterrupted_one(canopy, micro, tmp_path):
    assert killed_equals_uninterrupted(canopy, micro(40, 5), tmp_path, kills=4) == 4


@pytest.mark.heavy
def test_two_thousand_runs_under_twenty_kills_lose_and_double_none(canopy, micro, tmp_path):
    assert killed_equals_uninterrupted(canopy, micro(500, 4), tmp_path, kills=20) == 20


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_study_ends_with_75_and_goes_on(canopy, micro, tmp_path, stop):
    study = micro(40, 5)
    run = canopy.start("sweep", "run", study, "--out", tmp_path, "--workers", 2, "--quiet")
    for _ in range(400):
        if list(tmp_path.glob("shards/*.h5")):
            break
        time.sleep(0.05)
    run.send_signal(stop)
    assert run.wait(timeout=60) == 75
    assert not canopy.status(tmp_path)["complete"]
    canopy.run(study, tmp_path)
    assert canopy.verify(tmp_path)["complete"]


def test_a_damaged_shard_is_found_and_only_its_chunk_repeated(canopy, tmp_path):
    canopy.run(TINY, tmp_path, "--chunk", 10)
    digest = canopy.verify(tmp_path)["digest"]
    shard = tmp_path / "shards" / "chunk-0000002.h5"
    h5py = pytest.importorskip("h5py")
    with h5py.File(shard) as file:
        at = file["values"].id.get_offset() + 8
    data = bytearray(shard.read_bytes())
    data[at] ^= 0xFF
    shard.write_bytes(data)
    said = canopy("sweep", "verify", tmp_path)
    assert said.returncode == 3
    assert "chunk-0000002.h5" in said.stderr and "remove it" in said.stderr
    shard.unlink()
    canopy.run(TINY, tmp_path)
    assert canopy.verify(tmp_path)["digest"] == digest


def test_a_copied_folder_needs_neither_study_nor_scenarios(canopy, micro, tmp_path):
    study = micro(4, 2)
    assert canopy("sweep", "plan", study, "--out", tmp_path / "here").returncode == 0
    os.rename(tmp_path / "here", tmp_path / "there")
    study.unlink()
    said = canopy("sweep", "run", tmp_path / "there", "--quiet")
    assert said.returncode == 0, said.stderr
    assert canopy.verify(tmp_path / "there")["counts"]["ok"] == 8


def test_months_that_runs_share_do_not_show_in_the_results(canopy, tmp_path):
    """A point that writes whole run files is run from its start, whatever others share."""
    scenarios = shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    (scenarios / "later.toml").write_text(
        'base = "tiny.toml"\n[[lever]]\nname = "later"\nkind = "enterprise_events"\nmeetings = 200\n'
        'firms_per_meeting = 400\nfrom = "2023-06"\n', encoding="utf-8")
    text = """
scenarios = ["../tiny.toml", "../later.toml"]
replicates = 2
scale = 0.003
[design]
kind = "grid"
[[factor]]
name = "meetings"
key = "lever.later.meetings"
scenarios = ["later"]
values = [0, 40, 240]
[[factor]]
name = "begins"
key = "lever.later.from"
scenarios = ["later"]
values = ["2023-03", "2023-06", "2023-09"]
[outputs]
series = ["employment", "links", "unit_cost_by_cost_term"]
"""
    digests = []
    for name, added in (("shared", ""), ("alone", f"run_files = {list(range(9))}\n")):
        study = scenarios / "studies" / f"{name}.toml"
        study.write_text(text + added, encoding="utf-8")
        canopy.run(study, tmp_path / name, "--workers", 1)
        digests.append(canopy.verify(tmp_path / name)["digest"])
    assert digests[0] == digests[1]
