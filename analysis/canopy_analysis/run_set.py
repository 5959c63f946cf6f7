"""Folders of run files: one per scenario, one file per seed, paired by seed."""

import re
import sys
from functools import lru_cache
from pathlib import Path

import numpy as np

from .labels import label
from .mistakes import UsageMistake
from .run_file import RunFile, as_text

SEED_FILE = re.compile(r"seed-(\d+)\.h5$")


def find_runs(folder):
    """Return {seed: path} of the finished runs in a folder."""
    folder = Path(folder)
    if not folder.is_dir():
        raise UsageMistake("no_folder", place=folder)
    runs = {}
    for path in sorted(folder.iterdir()):
        match = SEED_FILE.match(path.name)
        if match:
            runs[int(match.group(1))] = path
    if not runs:
        unfinished = len(list(folder.glob("*.part")))
        raise UsageMistake("no_runs", place=folder, hint=f", {unfinished} .part" if unfinished else "")
    return runs


def span(months):
    """Return "2023-01..2028-12"."""
    return f"{months[0]}..{months[-1]}"


def seed_list(seeds):
    """Return seeds as text with ranges: "1..8, 11"."""
    parts, seeds = [], sorted(seeds)
    while seeds:
        last = 0
        while last + 1 < len(seeds) and seeds[last + 1] == seeds[last] + 1:
            last += 1
        parts.append(str(seeds[0]) if last == 0 else f"{seeds[0]}..{seeds[last]}")
        seeds = seeds[last + 1:]
    return ", ".join(parts)


class PairedRuns:
    """A policy and its baseline under the same luck.

    Attributes
    ----------
    name, base_name : str
        Names of the two folders.
    seeds : list of int, length pair
    policy, base : list of RunFile, length pair
    months : ndarray of datetime64[M], shape (month,)
    """

    def __init__(self, policy_folder, base_folder):
        if Path(policy_folder).resolve() == Path(base_folder).resolve():
            raise UsageMistake("same_folder", place=policy_folder)
        policy, base = find_runs(policy_folder), find_runs(base_folder)
        self.folder, self.base_folder = Path(policy_folder), Path(base_folder)
        self.name, self.base_name = self.folder.resolve().name, self.base_folder.resolve().name
        self.seeds = sorted(policy.keys() & base.keys())
        self._check_seeds(policy, base)
        self.policy = [RunFile(policy[seed]) for seed in self.seeds]
        self.base = [RunFile(base[seed]) for seed in self.seeds]
        self.months = self.base[0].months
        self._check_alike()
        self.kpi = lru_cache(maxsize=None)(self._kpi)
        self.names = lru_cache(maxsize=None)(self._names)

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        for run in self.policy + self.base:
            run.__exit__(*problem)

    def _check_seeds(self, policy, base):
        if not self.seeds:
            raise UsageMistake("no_common_seeds", place=self.folder, base=self.base_folder,
                               policy_seeds=seed_list(policy), base_seeds=seed_list(base))
        if len(self.seeds) == 1:
            raise UsageMistake("one_seed", place=self.folder, base=self.base_folder, seed=self.seeds[0])
        unpaired = sorted(policy.keys() ^ base.keys())
        if unpaired:
            print(f"{self.folder}: seeds without a partner are left out: {seed_list(unpaired)}",
                  file=sys.stderr)

    def _check_alike(self):
        first = self.base[0]
        for run in self.policy + self.base:
            if not np.array_equal(run.months, self.months):
                raise UsageMistake("different_months", place=run.path, months=span(run.months),
                                   other=first.path, other_months=span(self.months))
            if run.scale != first.scale:
                raise UsageMistake("different_scale", place=run.path, scale=run.scale,
                                   other=first.path, other_scale=first.scale)
        builds = {as_text(run.attributes.get("git_commit", "")) for run in self.policy + self.base}
        if len(builds) > 1:
            print(f"{self.folder}: the runs come from {len(builds)} versions of the program; "
                  "differences may be the program's", file=sys.stderr)

    @property
    def first(self):
        """A run that knows names, labels and attributes (the first of the policy)."""
        return self.policy[0]

    def _names(self):
        """Measures that every run of both scenarios holds, in the file's order."""
        held = set.intersection(*(set(run.kpi_names()) for run in self.policy + self.base))
        return [name for name in self.first.kpi_names() if name in held]

    def _kpi(self, name):
        """Return a measure of both scenarios.

        Returns
        -------
        tuple of ndarray or None
            Baseline and policy, each shape (pair, month) or (pair, month, axis).
        """
        base = [run.kpi(name) for run in self.base]
        policy = [run.kpi(name) for run in self.policy]
        if any(values is None for values in base + policy):
            return None
        return np.stack(base), np.stack(policy)

    def axis(self, name, lang):
        """Codes and labels of the axis of a breakdown such as `links_by_tier`."""
        axis = name.rsplit("_by_", 1)[1]
        codes, chinese = self.first.labels(axis)
        return codes, [label(axis, code, zh, lang) for code, zh in zip(codes, chinese)]
