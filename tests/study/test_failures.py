"""Failures are results: what failed, why, how often it was tried and how to repeat it."""

import json

import pytest


@pytest.fixture(scope="module")
def bad(planted, micro, tmp_path_factory):
    """A study of 100 runs of which three are planted to fail."""
    out = tmp_path_factory.mktemp("bad")
    planted.run(micro(50, 2, seconds=3), out, "--workers", 2, "--chunk", 10, expect=4)
    return out, planted.status(out)


def test_a_crash_a_hang_and_a_senseless_result_leave_97_runs(bad):
    counts = bad[1]["counts"]
    assert counts == {"ok": 97, "model_error": 0, "timeout": 1, "crash": 1, "invalid_output": 1, "missing": 0}


def test_each_failure_says_why_and_how_to_repeat_it(bad):
    out, status = bad
    told = {one["run"]: one for one in status["failures"]}
    assert sorted(told) == [17, 42, 77]
    assert told[17]["status"] == "crash" and "signal 6" in told[17]["message"] and told[17]["attempts"] == 3
    assert told[42]["status"] == "timeout" and "longer than 3 s" in told[42]["message"]
    assert told[77]["status"] == "invalid_output" and "employment in 2023-01 is not a number" in told[77]["message"]
    assert all(one["repeat"] == f"canopy sweep repro {out} {run}" for run, one in told.items())


@pytest.mark.parametrize("run, kind", [(17, "crash"), (77, "invalid_output"), (5, "ok")])
def test_repeating_a_run_says_the_same(planted, bad, run, kind):
    said = planted("sweep", "repro", bad[0], run, "--json")
    assert said.returncode == 0, said.stderr
    told = json.loads(said.stdout)
    assert (told["now"], told["same"]) == (kind, True)


def test_the_pack_marks_failed_runs(bad):
    xarray = pytest.importorskip("xarray")
    with xarray.open_dataset(bad[0] / "study.nc") as pack:
        assert pack.run_status.values[[17, 42, 77]].tolist() == [3, 2, 4]
        assert int((pack.run_status == 0).sum()) == 97
        assert pack.jobs.isnull().values.nonzero()[0].tolist() == [17, 42, 77]
        assert "signal 6" in str(pack.run_message.values[17])
        assert pack.attrs["n_ok"] == 97


def test_retrying_makes_only_failed_runs_and_keeps_the_count(planted, bad):
    before = planted.verify(bad[0])["digest"]
    said = planted("sweep", "retry", bad[0], "--quiet", "--json")
    assert said.returncode == 4
    told = {one["run"]: one for one in json.loads(said.stdout)["failures"]}
    assert told[77]["attempts"] == 2 and told[17]["attempts"] == 6
    assert planted.verify(bad[0])["digest"] == before
