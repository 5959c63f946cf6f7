"""One packed study: the only reader of `study.nc`."""

import json
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import h5py
import numpy as np

from .design_factors import Factor
from .measures import MEASURES, unit_key
from .mistakes import FileMistake, UsageMistake
from .run_file import as_text, to_months
from .words import shown_unit

PACK = "study.nc"
STATUS = "ok model_error timeout crash invalid_output missing"


@dataclass(frozen=True)
class Output:
    """One number a run, by point and replicate, of one scenario or of a difference of two.

    Attributes
    ----------
    name, label, unit : str
    values : ndarray, shape (point, replicate)
        NaN where a run failed or is missing.
    """

    name: str
    label: str
    unit: str
    values: np.ndarray

    @property
    def means(self):
        """Mean over the seeds that there are, shape (point,); NaN where there is none.

        What a seed adds to all points is taken off first, so that a missing run moves no point.
        """
        known = np.isfinite(self.values)
        whole = self.values[known.all(axis=1)]
        of_seed = whole.mean(axis=0) - whole.mean() if len(whole) else np.zeros(self.values.shape[1])
        total = np.where(known, self.values - of_seed, 0).sum(axis=1)
        return np.where(known.any(axis=1), total / np.maximum(known.sum(axis=1), 1), np.nan)

    def shown(self, lang):
        """Return (scale, name) of the unit under which values are shown; the name is empty for a pure number."""
        scale, name = shown_unit(unit_key(self.unit), lang)
        return scale, "" if name == "1" else name

    @property
    def n_missing(self):
        """Runs without a number."""
        return int((~np.isfinite(self.values)).sum())


class StudyFile:
    """A pack of runs, opened for reading.

    Attributes
    ----------
    path : Path
    attributes : dict
        Root attributes.
    design : dict
        How the points were made: the design.json of the plan.
    factors : dict of {str: ndarray (point,)}
        Numbers, or text where a factor is text.
    ranges : list of Factor
        The factors with their ranges, in the order of the columns.
    scenarios : list of str
    """

    def __init__(self, path):
        self.path = _pack_of(Path(path))
        try:
            self._file = h5py.File(self.path, "r")
        except OSError as problem:
            raise FileMistake("not_a_pack", place=self.path, reason=str(problem).splitlines()[0]) from None
        self.attributes = {key: as_text(value) for key, value in self._file.attrs.items() if key[0] != "_"}
        if self.attributes.get("filetype") != "canopy-study":
            raise FileMistake("not_a_pack", place=self.path,
                              reason=f"filetype = {self.attributes.get('filetype', '')!r}")
        try:
            self._read()
        except (KeyError, ValueError, TypeError, OSError) as problem:
            raise FileMistake("not_a_pack", place=self.path, reason=problem) from None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def _read(self):
        file = self._file
        self.design = json.loads(self.attributes["design"])
        self.kind = self.attributes.get("design_kind") or self.design["kind"]
        self.scenarios = [as_text(name) for name in file["scenario"].asstr()[...]]
        self.ranges = [Factor(f["name"], f.get("low"), f.get("high"), f.get("values"), f.get("scale", "linear"),
                              f.get("integer", False)) for f in self.design["factors"]]
        self.factors = {f.name: self._values(f"factor_{f.name}") for f in self.ranges}
        self.n_points = file["point"].shape[0]
        self._point, self._scenario, self._replicate = (
            file[f"run_{axis}"][...] for axis in ("point", "scenario", "replicate"))
        self.n_replicates = int(self._replicate.max()) + 1 if self._replicate.size else 0
        self._status = file["run_status"][...]
        meanings = as_text(file["run_status"].attrs.get("flag_meanings", STATUS)).split()
        codes = np.reshape(file["run_status"].attrs.get("flag_values", np.arange(len(meanings))), -1)
        self._ok = int(codes[meanings.index("ok")])
        self._meanings = dict(zip(map(int, codes), meanings))

    def _values(self, name):
        node = self._file[name]
        if h5py.check_string_dtype(node.dtype):
            return np.array(node.asstr()[...], dtype=object)
        return node[...].astype(float)

    @property
    def scale(self):
        """Share of the zone that was simulated; 1 when the study does not say it."""
        try:
            return float(tomllib.loads(self.attributes.get("study", "")).get("scale", 1.0))
        except (tomllib.TOMLDecodeError, TypeError, ValueError):
            return 1.0

    def title(self, lang):
        """Title of the study in `lang`."""
        own = self.attributes.get("title_zh" if lang == "zh" else "title")
        return own or self.attributes.get("title") or self.path.parent.name

    def factor_label(self, name, lang):
        """Title of a factor in `lang`, else its name."""
        attributes = self._file[f"factor_{name}"].attrs
        own = as_text(attributes.get("long_name_zh" if lang == "zh" else "long_name", ""))
        return own or name.replace("_", " ")

    def matrix(self, names):
        """Return the factors' values as numbers, shape (point, factor)."""
        for name in names:
            if self.factors[name].dtype == object:
                raise UsageMistake("text_factor", place=self.path, name=name)
        return np.stack([self.factors[name] for name in names], axis=1)

    def scalars(self):
        """Names of the outputs with one number a run."""
        return [name for name, node in self._file.items()
                if isinstance(node, h5py.Dataset) and node.shape == self._point.shape and node.dtype.kind == "f"
                and not name.startswith(("run_", "factor_")) and not h5py.h5ds.is_scale(node.id)]

    def output(self, name, lang, scenario=None, against=None):
        """Read one output.

        Parameters
        ----------
        name : str
            A scalar, or `measure@year` of a yearly output.
        lang : str
        scenario : str, optional
            May be left out when the study has one.
        against : str, optional
            Scenario that is taken away, run by run of the same point and seed.

        Returns
        -------
        Output
        """
        node, values = self._column(name)
        cube = self._cube(values, self._row(scenario))
        if against is not None:
            cube = cube - self._cube(values, self._row(against))
        label = self._label(node, name, lang)
        return Output(name, label, as_text(node.attrs.get("units", "1")), cube)

    def _label(self, node, name, lang):
        """Return what an output measures, with its own name or year where several measure that."""
        def called(one, stem):
            known = MEASURES.get(as_text(one.attrs.get("measure", stem)))
            return known.label(lang) if known else as_text(
                one.attrs.get("long_name_zh" if lang == "zh" else "long_name", "")) or stem.replace("_", " ")

        label = called(node, name.partition("@")[0])
        if "@" in name:
            return f"{label} {name.split('@')[1]}"
        if sum(called(self._file[one], one) == label for one in self.scalars()) < 2:
            return label
        return f"{label}（{name}）" if lang == "zh" else f"{label} ({name})"

    def failures(self, scenario=None):
        """Return {reason: runs} of the runs of a scenario (of all, if None) that are not ok."""
        chosen = self._status != self._ok
        if scenario is not None:
            chosen &= self._scenario == self._row(scenario)
        return {self._meanings.get(int(code), str(code)): int((self._status[chosen] == code).sum())
                for code in np.unique(self._status[chosen])}

    def _cube(self, values, row):
        cube = np.full((self.n_points, self.n_replicates), np.nan)
        chosen = (self._scenario == row) & (self._status == self._ok)
        cube[self._point[chosen], self._replicate[chosen]] = values[chosen]
        return np.where(np.isfinite(cube), cube, np.nan)

    def _row(self, scenario):
        if scenario is None:
            if len(self.scenarios) == 1:
                return 0
            raise UsageMistake("which_scenario", place=self.path, known=", ".join(self.scenarios))
        if scenario not in self.scenarios:
            near = get_close_matches(scenario, self.scenarios, 1)
            raise UsageMistake("no_scenario", place=self.path, got=scenario, known=", ".join(self.scenarios),
                               hint=f" ({near[0]}?)" if near else "")
        return self.scenarios.index(scenario)

    def _column(self, name):
        """Return the dataset of an output and its numbers, shape (run,)."""
        measure, at, year = name.partition("@")
        if at and f"{measure}_yearly" in self._file:
            node = self._file[f"{measure}_yearly"]
            years = [str(y) for y in self._years()]
            if year in years:
                return node, node[:, years.index(year)].astype(float)
            raise UsageMistake("no_output", place=self.path, got=name, hint="",
                               known=", ".join(f"{measure}@{y}" for y in years))
        if name in self.scalars():
            return self._file[name], self._file[name][...].astype(float)
        known = self.scalars() + [f"{stem[:-7]}@YEAR" for stem in self._file if stem.endswith("_yearly")]
        near = get_close_matches(name, known, 1)
        raise UsageMistake("no_output", place=self.path, got=name, known=", ".join(known),
                           hint=f" ({near[0]}?)" if near else "")

    def _years(self):
        years = self._file["year"][...]
        if "days since" in as_text(self._file["year"].attrs.get("units", "")):
            return to_months(years).astype("datetime64[Y]").astype(int) + 1970
        return years.astype(int)


def _pack_of(path):
    """Return the pack itself; a folder of a study holds it as study.nc."""
    if path.is_dir():
        if not (path / PACK).is_file():
            raise UsageMistake("not_packed", place=path)
        return path / PACK
    if not path.is_file():
        raise UsageMistake("no_pack", place=path)
    return path


def require_kind(study, analysis, kinds):
    """Refuse a design that an analysis ("sensitivity", "frontier", "discovery") was not made for."""
    if study.kind not in kinds:
        raise UsageMistake(f"{analysis}_design", place=study.path, kind=study.kind, kinds=", ".join(kinds))
