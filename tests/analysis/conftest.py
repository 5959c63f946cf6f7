"""Puts the package on the path and keeps small sets of synthetic runs for all tests."""

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "analysis")]

from synthetic_run import Zone, write_runs  # noqa: E402

SEEDS = range(1, 7)


@pytest.fixture(scope="session")
def runs(tmp_path_factory):
    """Folder with scenarios base, plan (planted effects) and null (luck only), six seeds each."""
    folder = tmp_path_factory.mktemp("runs")
    write_runs(folder / "base", SEEDS, Zone())
    write_runs(folder / "plan", SEEDS, Zone(title="Plan", title_zh="计划", start=3, jobs=+40.0, energy=-0.2,
                                            saved=True, lever_cost=1e6, new_noise=1.0))
    write_runs(folder / "null", SEEDS, Zone(title="Luck", title_zh="运气", start=3, new_noise=1.0))
    return folder
