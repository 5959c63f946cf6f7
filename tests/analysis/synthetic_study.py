"""Small packed studies that follow the contract, computed by a function instead of by the simulator."""

import json

import h5py
import numpy as np

from canopy_analysis.command_line import main

STATUS = "ok model_error timeout crash invalid_output missing"


def ishigami(x):
    """Ishigami and Homma (1990) with a = 7, b = 0.1; x in [-pi, pi], shape (point, 3)."""
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


ISHIGAMI = [{"name": name, "low": -np.pi, "high": np.pi} for name in ("x1", "x2", "x3")]
VARIANCE = 7**2 / 8 + 0.1 * np.pi**4 / 5 + 0.1**2 * np.pi**8 / 18 + 0.5
FIRST = np.array([0.5 * (1 + 0.1 * np.pi**4 / 5) ** 2, 7**2 / 8, 0]) / VARIANCE
TOTAL = FIRST + 0.1**2 * np.pi**8 * (1 / 18 - 1 / 50) / VARIANCE * np.array([1, 0, 1])


def plan(folder, kind, factors, **settings):
    """Let the program make a design; return (text of design.json, {name: column})."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "factors.json").write_text(json.dumps({"kind": kind, "factors": factors, **settings}), "utf-8")
    assert main(["design", "--factors", str(folder / "factors.json"), "--out", str(folder / "design.csv"),
                 "--quiet"]) == 0
    lines = [line.split(",") for line in (folder / "design.csv").read_text("utf-8").splitlines()]
    columns = {name: [line[at + 1] for line in lines[1:]] for at, name in enumerate(lines[0][1:])}
    return (folder / "design.json").read_text("utf-8"), columns


def write_study(folder, kind, factors, outputs, scenarios=("plan",), replicates=1, failed=(), titles=None,
                **settings):
    """Plan and "run" a study; return the path of its pack.

    Parameters
    ----------
    outputs : dict of {str: callable}
        Each gets points (point, factor), the scenario's name and the replicate; gives (point,).
    failed : iterable of int
        Run numbers that crashed.
    titles : dict of {str: (str, str, str)}, optional
        unit, long_name and long_name_zh of outputs.
    """
    design, columns = plan(folder, kind, factors, **settings)
    try:
        x = np.array(list(columns.values()), float).T
    except ValueError:
        x = None
    points = len(next(iter(columns.values())))
    shape = points, len(scenarios), replicates
    index = np.indices(shape).reshape(3, -1)
    runs = index.shape[1]
    status = np.zeros(runs, np.int8)
    status[list(failed)] = 3
    pack = folder / "study.nc"
    with h5py.File(pack, "w", track_order=True) as file:
        file.attrs.update({"filetype": "canopy-study", "title": "What-ifs", "title_zh": "千种假设", "design": design,
                           "design_kind": kind, "n_runs": runs, "n_ok": runs - len(list(failed))})
        text = h5py.string_dtype("utf-8")
        for name, values in (("run", np.arange(runs)), ("point", np.arange(points)), ("year", np.array([2023, 2024]))):
            file.create_dataset(name, data=values).make_scale(name)
        file.create_dataset("scenario", data=np.array(scenarios, object), dtype=text).make_scale("scenario")
        for name, values in zip(("point", "scenario", "replicate"), index):
            add(file, f"run_{name}", values.astype(np.int64), "run")
        add(file, "run_status", status, "run")
        file["run_status"].attrs.update({"flag_values": np.arange(6, dtype=np.int8), "flag_meanings": STATUS})
        for name, cells in columns.items():
            try:
                add(file, f"factor_{name}", np.array(cells, float), "point")
            except ValueError:
                file.create_dataset(f"factor_{name}", data=np.array(cells, object), dtype=text)
        for name, function in outputs.items():
            values = np.stack([np.stack([function(x, scenario, replicate) for replicate in range(replicates)], axis=1)
                               for scenario in scenarios], axis=1)
            values = np.where(status == 0, values.reshape(-1), np.nan)
            unit, english, chinese = (titles or {}).get(name, ("1", name, name))
            add(file, name, values, "run").attrs.update({"units": unit, "long_name": english, "long_name_zh": chinese})
            yearly = file.create_dataset(f"{name}_yearly", data=np.stack([values, 2 * values], axis=1))
            yearly.attrs.update({"units": unit, "long_name": english})
    return pack


def add(file, name, values, dimension):
    dataset = file.create_dataset(name, data=values)
    dataset.dims[0].attach_scale(file[dimension])
    return dataset
