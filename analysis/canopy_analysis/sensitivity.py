"""Which factors of a study move its outputs: indices with intervals, by the design's own estimator."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from . import figure_sensitivity
from .figure_style import drawing, save
from .mistakes import UsageMistake
from .output_folder import whole_folder
from .sensitivity_chaos import FEW_VALUES, chaos_indices, least_points
from .sensitivity_morris import LEAST_STEPS, elementary_effects, morris_indices
from .sensitivity_saltelli import LEAST_BLOCKS, saltelli_indices
from .study_file import StudyFile, require_kind
from .study_luck import Luck, luck_of
from .study_notes import heading_of, luck_note, require_rows, row_notes
from .table_text import aligned, decimals_for, number, write_csv
from .words import say

KINDS = ("sobol", "lhs", "saltelli", "morris")
CSV_HEADER = ["output", "unit", "factor", "index", "estimate", "low90", "high90", "points", "seeds", "missing_runs",
              "luck_share"]


@dataclass
class Sensitivity:
    """The indices of one output.

    Attributes
    ----------
    output : study_file.Output
    indices : dict of {str: ndarray (3, factor)}
        first and total, or strength, effect and bend: estimate, low, high.
    method : str
        Sentence that says how.
    used : int
        Points it rests on.
    luck : Luck
    """

    output: object
    indices: dict
    method: str
    used: int
    luck: Luck

    @property
    def order(self):
        """Factors from strong to weak, as columns."""
        leading = self.indices.get("total", self.indices.get("strength"))
        return np.argsort(-leading[0], kind="stable")


def sensitivity(path, out, lang, outputs=None, scenario=None, against=None):
    """Write table and figure of the sensitivity of some outputs.

    Parameters
    ----------
    path : path
        A packed study, or its folder.
    out : path or None
        Default: `sensitivity` beside the pack.
    lang : str
    outputs : list of str, optional
        Default: every output with one number a run.
    scenario, against : str, optional

    Returns
    -------
    tuple of (str, dict)
    """
    with StudyFile(path) as study:
        require_kind(study, "sensitivity", KINDS)
        names = outputs or study.scalars()
        if not names:
            raise UsageMistake("no_scalars", place=study.path)
        found = [_indices(study, study.output(name, lang, scenario, against), scenario, lang) for name in names]
        labels = [study.factor_label(factor.name, lang) for factor in study.ranges]
        title = heading_of(study, scenario, against, lang)
        out = Path(out) if out else study.path.parent / "sensitivity"
        rows = [row for one in found for row in _csv_rows(study, one)]
        text = "\n\n".join(_text(study, one, labels, scenario, lang) for one in found)
        with whole_folder(out) as folder:
            write_csv(folder / "sensitivity.csv", CSV_HEADER, rows)
            (folder / "sensitivity.txt").write_text(f"{title}\n\n{text}\n", "utf-8")
            with drawing(lang):
                save(figure_sensitivity.draw(found, labels, title, lang), folder, "sensitivity")
    return f"{title}\n\n{text}\n\n{say(lang, 'written_to', out=out)}", {
        "out": str(out), "design": study.kind, "table": [dict(zip(CSV_HEADER, row)) for row in rows]}


def _indices(study, output, scenario, lang):
    factors = study.ranges
    unit = np.stack([_unit(factor, study.factors[factor.name]) for factor in factors], axis=1)
    means, luck = output.means, luck_of(output.values)
    known = np.isfinite(means)
    if known.any() and np.ptp(means[known]) <= 1e-12 * np.abs(means[known]).max():
        raise UsageMistake("constant_output", place=study.path, output=output.name, value=f"{means[known][0]:g}")
    if study.kind == "saltelli":
        return _saltelli(study, output, unit, luck, scenario, lang)
    if study.kind == "morris":
        return _morris(study, output, luck, scenario, lang)
    require_rows(study, "sensitivity", output, int(known.sum()), least_points(len(factors)), scenario)
    whole = [_whole_numbers(factor) for factor in factors]
    found = chaos_indices(unit[known], means[known], whole, 0.0 if np.isnan(luck.share) else luck.share)
    method = say(lang, "by_chaos", terms=found.pop("terms"), foreseen=number(100 * found.pop("foreseen"), 1))
    return Sensitivity(output, found, method, int(known.sum()), luck)


def _saltelli(study, output, unit, luck, scenario, lang):
    block = _block(study)
    inputs, values = unit.reshape(-1, block, unit.shape[1]), output.means.reshape(-1, block)
    whole = np.isfinite(values).all(axis=1)
    require_rows(study, "sensitivity", output, int(whole.sum()) * block, LEAST_BLOCKS * block, scenario)
    found = saltelli_indices(inputs[whole], values[whole], unit.shape[1])
    method = say(lang, "by_saltelli", blocks=int(whole.sum()))
    return Sensitivity(output, found, method, int(whole.sum()) * block, luck)


def _morris(study, output, luck, scenario, lang):
    block, factors = _block(study), study.ranges
    unit = np.stack([factor.unit(study.factors[factor.name]) for factor in factors], axis=1)
    effects = elementary_effects(unit.reshape(-1, block, len(factors)), output.means.reshape(-1, block))
    steps = np.isfinite(effects).sum(axis=0).min()
    used = int(np.isfinite(output.means).sum())
    require_rows(study, "sensitivity", output, used if steps >= LEAST_STEPS else int(steps) * block,
                 LEAST_STEPS * block, scenario)
    return Sensitivity(output, morris_indices(effects), say(lang, "by_morris", trajectories=len(effects)), used, luck)


def _block(study):
    block = int(study.design.get("block", 0))
    if block < 2 or study.n_points % block:
        raise UsageMistake("broken_blocks", place=study.path, got=study.n_points, block=block)
    return block


def _unit(factor, values):
    """Return values on the unit interval; a whole number stands in the middle of its share of it."""
    if factor.integer and factor.scale == "linear":
        return (values - factor.low + 0.5) / (factor.high - factor.low + 1)
    return factor.unit(values)


def _whole_numbers(factor):
    """Return the places of a factor's few whole numbers in the unit interval, else None."""
    if factor.integer and factor.scale == "linear" and factor.high - factor.low < FEW_VALUES:
        return _unit(factor, np.arange(factor.low, factor.high + 1))
    return None


def _csv_rows(study, one):
    return [[one.output.name, one.output.unit, study.ranges[column].name, index, *map(float, values[:, column]),
             one.used, one.luck.n, one.output.n_missing, one.luck.share]
            for column in one.order for index, values in one.indices.items()]


def _text(study, one, labels, scenario, lang):
    scale, unit = one.output.shown(lang)
    head = say(lang, "sensitivity_head", output=one.output.label, unit=f" [{unit}]" if unit else "",
               points=one.used, seeds=one.luck.n, design=study.kind)
    indices = "total" in one.indices
    names = {"first": "first", "total": "in_all", "strength": "strength", "effect": "effect_mean", "bend": "bend"}
    header = [say(lang, "factor")]
    for index in one.indices:
        header += [say(lang, names[index]), say(lang, "interval")]
    rows = []
    for column in one.order:
        row = [labels[column]]
        for values in one.indices.values():
            estimate, low, high = values[:, column] * (1 if indices else scale)
            decimals = 3 if indices else decimals_for(max(abs(low), abs(high)))
            row += [number(estimate, decimals), f"[{number(low, decimals)}, {number(high, decimals)}]"]
        rows.append(row)
    notes = [one.method, luck_note(one.luck, lang), *row_notes(study, one.output, one.used, scenario, lang)]
    return "\n".join([head, aligned(header, rows), *notes])
