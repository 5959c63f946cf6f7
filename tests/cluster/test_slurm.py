"""Studies on a real Slurm: the same results as on one machine, also when a node dies."""

import json
import time

import pytest

STUDY = """
title = "Micro-runs on a cluster"
scenarios = ["{root}/scenarios/tiny.toml"]
scale = {scale}
replicates = {replicates}
[design]
kind = "lhs"
points = 20
[[factor]]
name = "moving"
key = "relocation.base"
low = -5.0
high = -3.0
[outputs]
series = ["employment"]
"""


@pytest.fixture
def study(tmp_path):
    from conftest import ROOT

    def write(scale, replicates):
        file = tmp_path / "study.toml"
        file.write_text(STUDY.format(root=ROOT, scale=scale, replicates=replicates), encoding="utf-8")
        return file

    return write


def verified(cluster, out):
    said = cluster.canopy("sweep", "verify", out, "--json")
    assert said.returncode == 0, said.stderr + said.stdout
    return json.loads(said.stdout)


def test_slurm_gives_the_results_of_one_machine_and_a_second_submit_does_nothing(cluster, study, tmp_path):
    file = study(0.001, 5)
    here, there = tmp_path / "here", tmp_path / "there"
    assert cluster.canopy("sweep", "run", file, "--out", here, "--quiet").returncode == 0
    said = cluster.canopy("sweep", "run", file, "--out", there, "--executor", "slurm", "--chunk", 25)
    assert said.returncode == 0, said.stderr
    assert said.stderr.count("Slurm job") == 1
    assert verified(cluster, there)["digest"] == verified(cluster, here)["digest"]
    scripts = sorted((there / "slurm").glob("*.sh"))
    again = cluster.canopy("sweep", "run", file, "--out", there, "--executor", "slurm")
    assert again.returncode == 0
    assert "Slurm job" not in again.stderr
    assert sorted((there / "slurm").glob("*.sh")) == scripts


def test_a_study_completes_though_a_node_dies_in_the_middle(cluster, study, tmp_path):
    out = tmp_path / "out"
    run = cluster.start("sweep", "run", study(0.05, 10), "--out", out, "--executor", "slurm", "--chunk", 20)
    try:
        for _ in range(600):
            if run.poll() is not None or len(list(out.glob("shards/*.h5"))) >= 2:
                break
            time.sleep(0.2)
        assert run.poll() is None, run.communicate()
        assert cluster.kill_node("n2") >= 4
        _, talk = run.communicate(timeout=600)
    finally:
        run.kill()
        cluster.revive("n2")
    assert run.returncode == 0, talk
    told = verified(cluster, out)
    assert told["counts"]["ok"] == told["runs"] == 200
