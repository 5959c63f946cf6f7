"""What studies cost besides the model, measured in one go and by hand: python3 tests/bench/study.py [binary].

Overhead of a run, the pace of two workers against two bare processes side by side, the supervisor's memory from a
thousand to a million planned runs, and how long a look at ten thousand runs takes. Needs an otherwise idle machine.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "study"))
from conftest import MICRO  # noqa: E402
from synthetic_shards import write_shards  # noqa: E402

BINARY = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "release" / "canopy"
PAIRED = """
title = "Pace of two workers"
scenarios = ["{scenarios}/zhuzhou-2023.toml"]
scale = 0.05
until = "2025-12"
replicates = 24
[design]
kind = "list"
[[factor]]
name = "growth"
key = "demand.growth"
values = [0.03]
[[output]]
name = "jobs"
measure = "employment"
statistic = "last"
"""


def canopy(*words):
    said = subprocess.run([BINARY, *map(str, words)], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    if said.returncode:
        sys.exit(said.stderr)
    return said.stdout


def seconds(action):
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def study(folder, name, text, **values):
    file = folder / f"{name}.toml"
    file.write_text(text.format(scenarios=ROOT / "scenarios", **values), encoding="utf-8")
    return file


def overhead(folder):
    """Milliseconds of a micro-run besides the model: the whole sweep on one worker less the pilot's model time."""
    file = study(folder, "micro", MICRO, points=500, replicates=4, seconds=60)
    model = json.loads(canopy("sweep", "plan", file, "--out", folder / "micro", "--json"))["run_seconds"]
    whole = seconds(lambda: canopy("sweep", "run", file, "--out", folder / "micro", "--workers", 1, "--quiet")) / 2000
    return 1000 * (whole - model), 1000 * model


def pace_of_two(folder):
    """Two workers over two bare processes that make the same 24 runs side by side, starts grown before."""
    file = study(folder, "paired", PAIRED)
    bare = [BINARY, "run", "scenarios/zhuzhou-2023.toml", "--set", "world.scale=0.05", "--set", "demand.growth=0.03",
            "--until", "2025-12", "--threads", "1", "--quiet", "--out", str(folder / "bare"), "--seeds"]
    canopy(*bare[1:], "1..24")
    canopy("sweep", "run", file, "--out", folder / "grown", "--workers", 2, "--quiet")
    (folder / "study").mkdir()
    subprocess.run(["cp", "-r", folder / "grown" / "plan", folder / "study"], check=True)
    starts = folder / "grown" / ".starts"
    if starts.is_dir():
        subprocess.run(["cp", "-r", starts, folder / "study"], check=True)
    for old in (folder / "bare").glob("*/*.h5"):
        old.unlink()

    def side_by_side():
        both = [subprocess.Popen([*bare, part], cwd=ROOT, stdout=subprocess.DEVNULL) for part in ("1..12", "13..24")]
        assert [one.wait() for one in both] == [0, 0]

    apart = seconds(side_by_side)
    swept = seconds(lambda: canopy("sweep", "run", folder / "study", "--workers", 2, "--quiet"))
    return apart / swept


def memory(folder, points):
    """Megabytes that the supervisor holds after three seconds of a study of 4 x `points` runs."""
    file = study(folder, f"many{points}", MICRO, points=points, replicates=4, seconds=60)
    out = folder / f"many{points}"
    canopy("sweep", "plan", file, "--out", out, "--chunk", 100)
    run = subprocess.Popen([BINARY, "sweep", "run", out, "--workers", "1", "--quiet"], cwd=ROOT,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(3)
    lines = Path(f"/proc/{run.pid}/status").read_text("utf-8").splitlines()
    run.terminate()
    run.wait()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def look(folder):
    """Milliseconds of `sweep status` over ten thousand runs, the median of nine looks."""
    file = study(folder, "wide", MICRO, points=2500, replicates=4, seconds=60)
    out = folder / "wide"
    canopy("sweep", "plan", file, "--out", out, "--chunk", 100)
    months = json.loads(canopy("sweep", "plan", file, "--out", out, "--json"))["months"]
    values = np.zeros((10_000, 2 * months + 1))
    write_shards(out, lambda first, count: values[first:first + count], 100, 4)
    return 1000 * np.median([seconds(lambda: canopy("sweep", "status", out, "--json")) for _ in range(9)])


def main():
    with tempfile.TemporaryDirectory(prefix="canopy-bench-") as name:
        folder = Path(name)
        extra, model = overhead(folder)
        print(f"a micro-run: {model:.1f} ms model, {extra:.2f} ms besides (bound 2)", flush=True)
        print(f"two workers over two bare processes: {pace_of_two(folder):.3f} (bound .95)", flush=True)
        sizes = [memory(folder, points) for points in (250, 25_000, 250_000)]
        print("supervisor, MB at 1,000, 100,000 and 1,000,000 planned runs: "
              + ", ".join(f"{size:.0f}" for size in sizes), flush=True)
        print(f"status of 10,000 runs: {look(folder):.0f} ms (bound 100)", flush=True)


if __name__ == "__main__":
    main()
