"""Shards written without the simulator, to try what happens to many runs at once."""

import hashlib
import json
import struct
import tomllib

import h5py
import numpy as np


def facts_of(out):
    """What the plan of a study wrote down."""
    return tomllib.loads((out / "plan" / "plan.toml").read_text("utf-8"))


def write_shards(out, values_of, chunk, replicates):
    """Fill a planned study: `values_of(first, count)` gives rows, shape (run, output)."""
    facts = facts_of(out)
    lines = (out / "plan" / "design.csv").read_text("utf-8").splitlines()[1:]
    per_point = replicates * len(facts["scenarios"])
    runs = facts["points"] * per_point
    folder = out / "shards"
    folder.mkdir(exist_ok=True)
    text = h5py.string_dtype("utf-8")
    for number, first in enumerate(range(0, runs, chunk)):
        count = min(chunk, runs - first)
        points = lines[first // per_point:(first + count - 1) // per_point + 1]
        rows = hashlib.sha256("".join(line + "\n" for line in points).encode()).hexdigest()
        values = np.ascontiguousarray(values_of(first, count), "<f8")
        status, attempts = np.zeros(count, "i1"), np.ones(count, "<i4")
        check = hashlib.sha256((facts["program"] + facts["core"] + rows + str(first) + "\n").encode())
        check.update(status.tobytes() + attempts.tobytes() + b"\n" * count + values.tobytes())
        with h5py.File(folder / f"chunk-{number:07d}.h5", "w", libver=("v108", "v108")) as file:
            for name, value in (("program", facts["program"]), ("core", facts["core"]), ("rows", rows),
                                ("checksum", check.hexdigest()), ("filetype", "canopy-shard")):
                file.attrs.create(name, value, dtype=text)
            file.attrs.update({"first_run": np.int64(first), "n_runs": np.int64(count), "n_failed": np.int64(0)})
            file["status"], file["attempts"], file["values"] = status, attempts, values
            file.create_dataset("message", data=np.array([""] * count, object), dtype=text)
    return runs


def results_digest(values, status=0):
    """Digest of all results as the program computes it, from its definition."""
    digest = hashlib.sha256()
    for run, row in enumerate(values):
        digest.update(struct.pack("<qb", run, status) + np.ascontiguousarray(row, "<f8").tobytes())
    return digest.hexdigest()


def as_json(said):
    return json.loads(said.stdout)
