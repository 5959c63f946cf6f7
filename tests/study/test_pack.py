"""One file with all results, which explains itself; also of ten thousand runs."""

import json
import subprocess
import time

import numpy as np
import pytest
from conftest import ROOT, TINY
from synthetic_shards import results_digest, write_shards

xarray = pytest.importorskip("xarray")

SERIES = ["employment", "entities", "revenue", "value_added", "output", "unit_cost", "local_supply_ratio", "links",
          "digital_share", "green_share", "vacancies", "mean_wage"]

WIDE = """
scenarios = ["{scenarios}/tiny.toml"]
scale = 0.001
until = "2030-12"
replicates = 4
[design]
kind = "lhs"
points = 2500
[[factor]]
name = "moving"
key = "relocation.base"
low = -5.0
high = -3.0
[outputs]
series = {series}
"""


@pytest.fixture(scope="module")
def tiny(canopy, tmp_path_factory):
    out = tmp_path_factory.mktemp("pack")
    canopy.run(TINY, out)
    return out


def test_xarray_finds_runs_points_units_and_dates(tiny):
    with xarray.open_dataset(tiny / "study.nc") as pack:
        assert dict(pack.sizes) == {"run": 40, "month": 12, "year": 1, "point": 8, "scenario": 1}
        assert str(pack.month.values[-1])[:10] == "2023-12-01"
        assert pack.run_seed.values[:6].tolist() == [1, 2, 3, 4, 5, 1]
        assert pack.run_point.values[[0, 4, 5, 39]].tolist() == [0, 0, 1, 7]
        assert pack.employment.attrs["units"] == "persons" and pack.employment.attrs["long_name_zh"]
        assert float(pack.jobs_december[3]) == float(pack.employment[3, -1])
        assert float(pack.revenue_yearly[0, 0]) > 0
        assert np.allclose(pack.local_supply_second_half, pack.local_supply_ratio[:, 6:].mean("month"))
        assert pack.factor_moving.attrs["keys"] == "relocation.base"
        assert pack.attrs["filetype"] == "canopy-study" and json.loads(pack.attrs["design"])["kind"] == "sobol"
        assert "unit_cost_by_cost_term.energy" in pack


def test_ncdump_reads_the_pack(tiny):
    header = subprocess.run(["ncdump", "-h", tiny / "study.nc"], capture_output=True, text=True, check=True).stdout
    assert "double employment(run, month)" in header and 'flag_meanings = "ok model_error' in header


def test_a_run_of_the_study_equals_the_same_run_made_alone(canopy, tiny, tmp_path):
    row = (tiny / "plan" / "design.csv").read_text("utf-8").splitlines()[3].split(",")
    meetings = 12 * float(row[2])
    said = canopy("run", "scenarios/tiny.toml", "--seeds", "2..2", "--quiet", "--out", tmp_path,
                  "--set", f"relocation.base={row[1]}", "--set", f"lever.friend_circle_2023.meetings={meetings!r}",
                  "--set", f"lever.congress_2023.congress_firms={1000 * float(row[2])!r}")
    assert said.returncode == 0, said.stderr
    with xarray.open_dataset(tmp_path / "tiny" / "seed-0002.h5", group="kpi") as alone, \
            xarray.open_dataset(tiny / "study.nc") as pack:
        assert np.array_equal(pack.employment[2 * 5 + 1], alone.employment)
        assert np.array_equal(pack["unit_cost_by_cost_term.energy"][11], alone.unit_cost_by_cost_term[:, 5]) or \
            np.array_equal(pack["unit_cost_by_cost_term.energy"][11],
                           alone.unit_cost_by_cost_term.sel(cost_term="energy"))


def test_ten_thousand_runs_are_packed_and_read_in_seconds(canopy, tmp_path):
    study = tmp_path / "wide.toml"
    study.write_text(WIDE.format(scenarios=ROOT / "scenarios", series=json.dumps(SERIES)), encoding="utf-8")
    out = tmp_path / "out"
    assert canopy("sweep", "plan", study, "--out", out, "--chunk", 100).returncode == 0
    values = np.random.default_rng(1).normal(size=(10_000, len(SERIES) * 96))
    assert write_shards(out, lambda first, count: values[first:first + count], 100, 4) == 10_000
    began = time.perf_counter()
    said = canopy("sweep", "pack", out, "--json")
    packed = time.perf_counter() - began
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout)["digest"] == results_digest(values)
    assert packed < 20
    began = time.perf_counter()
    with xarray.open_dataset(out / "study.nc") as pack:
        bands = pack.employment.quantile([0.05, 0.5, 0.95], "run")
        read = time.perf_counter() - began
    assert np.allclose(bands[1], np.median(values[:, :96], axis=0))
    assert read < 2
    began = time.perf_counter()
    status = canopy.status(out)
    looked = time.perf_counter() - began
    assert status["complete"] and status["done"] == 10_000
    assert looked < 0.5  # 0.1 s on a machine with nothing else to do
    print(f"packed {packed:.1f} s, quantiles {read:.2f} s, status {looked:.3f} s")


def test_a_factor_multiplies_every_item_of_a_list(canopy, tmp_path):
    (tmp_path / "points.csv").write_text("users\n0\n2\n", encoding="utf-8")
    (tmp_path / "study.toml").write_text(f"""
scenarios = ["{ROOT}/scenarios/levers/specialised_park.toml"]
scale = 0.005
until = "2024-12"
replicates = 1
[design]
kind = "csv"
csv = "points.csv"
[[factor]]
name = "users"
multiplies = ["lever.alone.users", "lever.alone.lines"]
low = 0.0
high = 2.0
[outputs]
series = ["park_users_served"]
""", encoding="utf-8")
    canopy.run(tmp_path / "study.toml", tmp_path / "out")
    with xarray.open_dataset(tmp_path / "out" / "study.nc") as pack:
        none, twice = pack.park_users_served.values[:, -12:].sum(axis=1)
        assert twice > none
