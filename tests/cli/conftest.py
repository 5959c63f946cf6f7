"""Runs the built program: CANOPY_BINARY, default build/release/canopy."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("CANOPY_BINARY", ROOT / "build" / "release" / "canopy"))


@pytest.fixture(scope="session")
def canopy():
    """Return a function that runs the program with words and gives the finished process."""
    if not BINARY.is_file():
        pytest.exit(f"{BINARY} is not built; build the target canopy or name it in CANOPY_BINARY")

    def run(*words, cwd=ROOT, environment=(), **options):
        clean = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES")}
        return subprocess.run([BINARY, *map(str, words)], cwd=cwd, env={**clean, **dict(environment)},
                              capture_output=True, text=True, encoding="utf-8", timeout=300, **options)

    return run


@pytest.fixture(scope="session")
def tree(tmp_path_factory):
    """A folder with a copy of `scenarios/`, to write faulty ones beside the shipped ones."""
    folder = tmp_path_factory.mktemp("tree")
    shutil.copytree(ROOT / "scenarios", folder / "scenarios")
    return folder
