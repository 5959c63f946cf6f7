"""Runs whole binaries; CANOPY_BINARY and CANOPY_BUILD come from CTest, the others from whoever has them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import h5py
import pytest

PROJECT = Path(__file__).resolve().parents[2]


def binary(name):
    """Return the binary that an environment variable names; skip the test without it."""
    path = os.environ.get(name)
    if not path:
        pytest.skip(f"{name} is not set: name a canopy binary to compare with")
    if not os.access(path, os.X_OK):
        pytest.fail(f"{name}={path} is no program")
    return path


class Lab:
    """Runs the tiny scenario in folders of its own: each run grows its own start."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, name, program, *options, **variables):
        """Return the run file of `program` under further environment `variables`."""
        out = self.folder / name
        subprocess.run([program, "run", PROJECT / "scenarios" / "tiny.toml", "--quiet", "--out", out, *options],
                       env=os.environ | variables, check=True, timeout=300)
        return out / "tiny" / "seed-0001.h5"


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    return Lab(tmp_path_factory.mktemp("cross"))


@pytest.fixture(scope="session")
def reference(lab):
    """The run that all others must equal."""
    return lab.run("reference", binary("CANOPY_BINARY"))


def state_hash(path):
    with h5py.File(path) as file:
        return file.attrs["state_hash"]


def what_differs(a, b):
    """Return the variables in which two run files differ."""
    answer = subprocess.run([sys.executable, "-m", "canopy_analysis", "diff", "--json", a, b], check=True,
                            capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(PROJECT / "analysis")})
    return json.loads(answer.stdout)["differing"]


def assert_equal(a, b):
    assert what_differs(a, b) == []
    assert state_hash(a) == state_hash(b)
