"""One run file: the only reader of what the simulator writes."""

from pathlib import Path

import h5py
import numpy as np

from .mistakes import FileMistake, UsageMistake

EPOCH = np.datetime64("2022-12-01")


def to_months(days):
    """Turn days since 2022-12-01 into calendar months (datetime64[M]), same shape."""
    return (EPOCH + np.asarray(days).astype("timedelta64[D]")).astype("datetime64[M]")


def as_text(value):
    """Return an attribute or scalar as str."""
    if isinstance(value, np.ndarray):
        value = value.reshape(-1)[0] if value.size else ""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


class RunFile:
    """A finished run, opened for reading; only committed months are seen.

    Attributes
    ----------
    path : Path
    attributes : dict of str
        Provenance: the root attributes.
    months : ndarray of datetime64[M], shape (month,)
    """

    def __init__(self, path):
        self.path = Path(path)
        if self.path.is_dir():
            raise UsageMistake("is_folder", place=self.path)
        if not self.path.exists():
            raise UsageMistake("no_file", place=self.path)
        try:
            self._file = h5py.File(self.path, "r")
        except OSError as problem:
            raise FileMistake("not_hdf5", place=self.path, reason=_brief(problem)) from None
        self.attributes = {name: value for name, value in self._file.attrs.items()
                           if not name.startswith("_")}
        filetype = as_text(self.attributes.get("filetype", ""))
        if filetype != "canopy-run":
            raise FileMistake("other_type", place=self.path, got=filetype)
        self.months = self._committed_months()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def _committed_months(self):
        days = self.read("kpi/month")
        if days is None or not days.size:
            raise FileMistake("no_months", place=self.path, reason="/kpi/month is empty")
        committed = int(np.reshape(self.attributes.get("committed_months", days.size), -1)[0])
        if committed < 1:
            raise FileMistake("no_months", place=self.path, reason="committed_months = 0")
        return to_months(days[:committed])

    @property
    def scale(self):
        """Size against the real zone (1 = every enterprise)."""
        return float(np.reshape(self.attributes.get("scale", 1.0), -1)[0])

    @property
    def seed(self):
        """Seed of the run."""
        return int(np.reshape(self.attributes.get("seed", -1), -1)[0])

    def title(self, lang):
        """Title of the scenario in `lang`, else its name."""
        for name in ("title_zh" if lang == "zh" else "title", "title", "scenario"):
            if as_text(self.attributes.get(name, "")):
                return as_text(self.attributes[name])
        return self.path.parent.name

    def read(self, name):
        """Return a dataset as an array (text as str), or None when it is not there."""
        node = self.node(name)
        if not isinstance(node, h5py.Dataset):
            return None
        try:
            return node.asstr()[...] if h5py.check_string_dtype(node.dtype) else node[...]
        except (OSError, UnicodeDecodeError) as problem:
            raise FileMistake("damaged", place=self.path, variable=f"/{name}",
                              reason=_brief(problem)) from None

    def node(self, name):
        """Return the HDF5 object of that name, or None."""
        try:
            return self._file.get(name)
        except (OSError, KeyError, RuntimeError) as problem:
            raise FileMistake("damaged", place=self.path, variable=f"/{name}",
                              reason=_brief(problem)) from None

    def names(self, group):
        """Names in a group, coordinates included; empty when the group is absent."""
        node = self.node(group)
        return list(node.keys()) if isinstance(node, h5py.Group) else []

    def kpi_names(self):
        """Names of all monthly measures, breakdowns included, coordinates left out."""
        group = self.node("kpi")
        return [name for name in self.names("kpi")
                if not h5py.h5ds.is_scale(group[name].id) and name != "month"
                and not name.endswith("_zh") and group[name].dtype.kind == "f"]

    def kpi(self, name):
        """Return a measure, shape (month,) or (month, axis), or None."""
        values = self.read(f"kpi/{name}")
        return None if values is None else values[: len(self.months)].astype(float)

    def labels(self, axis):
        """Codes of an axis of /kpi and their Chinese names: two lists of str."""
        codes = self.read(f"kpi/{axis}")
        codes = [] if codes is None else [as_text(code) for code in codes]
        chinese = self.read(f"kpi/{axis}_zh")
        return codes, codes if chinese is None else [as_text(word) for word in chinese]

    def attribute(self, name, key, default=""):
        """Return an attribute of a dataset as text."""
        node = self.node(name)
        return default if node is None else as_text(node.attrs.get(key, default))

    def flags(self, name):
        """Return {meaning: code} of a coded dataset (empty when it carries no flags)."""
        node = self.node(name)
        if node is None or "flag_meanings" not in node.attrs:
            return {}
        meanings = as_text(node.attrs["flag_meanings"]).split()
        values = np.reshape(node.attrs.get("flag_values", np.arange(len(meanings))), -1)
        return {meaning: int(value) for meaning, value in zip(meanings, values)}

    def events(self, kind, columns):
        """Columns of the events of one kind, e.g. "exit".

        Returns
        -------
        dict of ndarray, shape (event,), or None
            `month` comes as datetime64[M]; None when the file has no events.
        """
        codes, kinds = self.flags("event/kind"), self.read("event/kind")
        if kinds is None or kind not in codes:
            return None
        days = self.read("event/month")
        chosen = (kinds == codes[kind]) & (to_months(days) <= self.months[-1])
        found = {"month": to_months(days[chosen])}
        for column in columns:
            values = self.read(f"event/{column}")
            if values is None:
                return None
            found[column] = values[chosen]
        return found

    def snapshot_months(self, table="firms"):
        """Months that hold a snapshot of `table` ("firms" or "links"), in order."""
        return sorted(np.datetime64(name, "M") for name in self.names("snapshot")
                      if self.names(f"snapshot/{name}/{table}"))

    def snapshot(self, month, table, columns):
        """Return {column: ndarray (row,)} of a snapshot, or None if a column is absent."""
        found = {column: self.read(f"snapshot/{month}/{table}/{column}") for column in columns}
        return None if any(values is None for values in found.values()) else found

    def people(self, *columns):
        """Return {column: ndarray (month, person)} of the panel of people, or None if a column is absent."""
        found = {column: self.read(f"person_panel/{column}") for column in columns}
        if any(values is None for values in found.values()):
            return None
        return {column: values[: len(self.months)] for column, values in found.items()}

    def resolved_scenario(self):
        """Return the resolved scenario text, or "" when the file does not hold it."""
        node = self.node("scenario")
        if isinstance(node, h5py.Group):
            for name in node:
                if "resolved" in name:
                    return as_text(self.read(f"scenario/{name}"))
        if node is not None and "resolved" in node.attrs:
            return as_text(node.attrs["resolved"])
        return ""


def _brief(problem):
    """Return the last clause of an HDF5 error, short enough for a sentence."""
    text = str(problem).strip().strip("'\"")
    return text[text.rfind("(") + 1:].rstrip(")") if "(" in text else text
