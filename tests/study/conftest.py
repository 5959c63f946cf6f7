"""Studies of micro-runs: 60 enterprises for a year. CANOPY_BINARY, CANOPY_PLANTED name the programs."""

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("CANOPY_BINARY", ROOT / "build" / "release" / "canopy"))
PLANTED = Path(os.environ.get("CANOPY_PLANTED", ROOT / "build" / "release" / "tests" / "canopy_planted"))
TINY = ROOT / "scenarios" / "studies" / "tiny.toml"

MICRO = """
title = "Micro-runs"
scenarios = ["{scenarios}/tiny.toml"]
scale = 0.001
replicates = {replicates}
[design]
kind = "lhs"
points = {points}
[[factor]]
name = "moving"
key = "relocation.base"
low = -5.0
high = -3.0
[[factor]]
name = "meetings"
multiplies = "lever.friend_circle_2023.meetings"
low = 0.0
high = 2.0
[outputs]
series = ["employment", "entities"]
[[output]]
name = "jobs"
measure = "employment"
statistic = "last"
[limits]
run_seconds = {seconds}
"""


class Program:
    """The program, with what it says and how it ended."""

    def __init__(self, binary):
        if not binary.is_file():
            pytest.exit(f"{binary} is not built")
        self.binary = binary

    def __call__(self, *words, **options):
        clean = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES")}
        return subprocess.run([self.binary, *map(str, words)], cwd=ROOT, env=clean, capture_output=True, text=True,
                              encoding="utf-8", timeout=600, **options)

    def start(self, *words):
        return subprocess.Popen([self.binary, *map(str, words)], cwd=ROOT, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)

    def run(self, study, out, *words, expect=0):
        said = self("sweep", "run", study, "--out", out, "--quiet", *words)
        assert said.returncode == expect, said.stderr
        return said

    def verify(self, out):
        said = self("sweep", "verify", out, "--json")
        assert said.returncode in (0, 4), said.stderr
        return json.loads(said.stdout)

    def status(self, out):
        said = self("sweep", "status", out, "--json")
        assert said.returncode == 0, said.stderr
        return json.loads(said.stdout)


@pytest.fixture(scope="session")
def canopy():
    return Program(BINARY)


@pytest.fixture(scope="session")
def planted():
    return Program(PLANTED)


@pytest.fixture(scope="session")
def micro(tmp_path_factory):
    """Return a function that writes a study of micro-runs and returns its file."""

    def write(points, replicates, seconds=60):
        file = tmp_path_factory.mktemp("studies") / "micro.toml"
        file.write_text(MICRO.format(scenarios=ROOT / "scenarios", points=points, replicates=replicates,
                                     seconds=seconds), encoding="utf-8")
        return file

    return write
