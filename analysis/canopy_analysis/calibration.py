"""Values of parameters at which the outputs of a study meet their targets."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import stats

from .mistakes import UsageMistake
from .output_folder import whole_folder
from .paired import LEVEL
from .study_file import StudyFile, require_kind
from .study_notes import heading_of, require_rows, row_notes
from .table_text import aligned, number, write_csv
from .words import say

KINDS = ("grid", "list", "csv", "lhs", "sobol")
CSV_HEADER = ["factor", "value", "low90", "high90", "studied_from", "studied_to"]
STRAIGHT = 0.95  # share of the points' variance that a straight response must foresee


@dataclass(frozen=True)
class Calibration:
    """Factors at which the mean outputs meet their targets, by a straight response to the factors.

    The simplest method of simulated moments: as many targets as factors, common random numbers over points.

    Attributes
    ----------
    values, low, high : ndarray, shape (factor,)
        Solution on the means over seeds; 90 % Student t interval of the solutions seed by seed (NaN with one seed).
    foreseen : ndarray, shape (target,)
        Share of the variance of the points' means that the straight response foresees.
    """

    values: np.ndarray
    low: np.ndarray
    high: np.ndarray
    foreseen: np.ndarray


def solve(points, outputs, targets):
    """Fit each output to the factors by least squares and solve for the targets.

    Parameters
    ----------
    points : ndarray, shape (point, factor)
    outputs : ndarray, shape (target, point, replicate)
    targets : ndarray, shape (target,)

    Returns
    -------
    Calibration
    """
    design = np.column_stack([np.ones(len(points)), points])

    def meet(values):
        response = np.linalg.lstsq(design, values.T, rcond=None)[0]
        return np.linalg.solve(response[1:].T, targets - response[0]), design @ response

    means = outputs.mean(axis=2)
    values, foretold = meet(means)
    unforeseen = ((means - foretold.T) ** 2).sum(axis=1)
    foreseen = 1 - unforeseen / ((means - means.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
    seeds = outputs.shape[2]
    half = np.full(len(values), np.nan)
    if seeds > 1:
        alone = np.stack([meet(outputs[:, :, seed])[0] for seed in range(seeds)])
        half = stats.t.ppf(1 - LEVEL / 2, seeds - 1) * alone.std(axis=0, ddof=1) / np.sqrt(seeds)
    return Calibration(values, values - half, values + half, foreseen)


def read_targets(words, place):
    """Turn ["jobs=8829", …] into {output: target}."""
    targets = {}
    for word in words:
        name, equals, value = word.partition("=")
        try:
            targets[name.strip()] = float(value)
        except ValueError:
            equals = ""
        if not equals:
            raise UsageMistake("bad_target", place=place, got=word)
    return targets


def calibrate(path, out, lang, targets, scenario=None, against=None):
    """Write the values of a study's factors at which its outputs meet their targets.

    Parameters
    ----------
    path : path
        A packed study, or its folder.
    out : path or None
        Default: `calibrate` beside the pack.
    lang : str
    targets : list of str
        Such as "jobs=8829", in the units of the pack; as many as the study has factors.
    scenario, against : str, optional

    Returns
    -------
    tuple of (str, list)
    """
    wanted = read_targets(targets, path)
    with StudyFile(path) as study:
        require_kind(study, "calibration", KINDS)
        factors = [factor.name for factor in study.ranges]
        if len(wanted) != len(factors):
            raise UsageMistake("targets_and_factors", place=study.path, targets=len(wanted), factors=len(factors))
        points = study.matrix(factors)
        outputs = [study.output(name, lang, scenario, against) for name in wanted]
        whole = np.isfinite(np.stack([output.values for output in outputs])).all(axis=(0, 2))
        require_rows(study, "calibrate", outputs[0], int(whole.sum()), len(factors) + 2, scenario)
        found = _solution(study, points[whole], np.stack([o.values[whole] for o in outputs]), wanted)
        rows = [[study.factor_label(name, lang), number(value), f"[{number(low)}, {number(high)}]"]
                for name, value, low, high in zip(factors, found.values, found.low, found.high)]
        lines = [heading_of(study, scenario, against, lang),
                 aligned([say(lang, key) for key in ("factor", "calibrated", "interval")], rows, (0,))]
        for (name, target), output, share in zip(wanted.items(), outputs, found.foreseen):
            lines.append(say(lang, "met_target", output=output.label, name=name, target=number(target),
                             share=number(100 * share, 1)))
        lines += row_notes(study, outputs[0], int(whole.sum()), scenario, lang)
        table = [[name, value, low, high, column.min(), column.max()] for name, value, low, high, column
                 in zip(factors, found.values, found.low, found.high, points[whole].T)]
        out = out or study.path.parent / "calibrate"
    with whole_folder(Path(out)) as place:
        write_csv(place / "calibrate.csv", CSV_HEADER, table)
        (place / "calibrate.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return "\n".join(lines), [dict(zip(CSV_HEADER, row)) for row in table]


def _solution(study, points, outputs, wanted):
    """Solve, and refuse what a straight response or the studied range does not carry."""
    still = [name for name, values in zip(wanted, outputs.mean(axis=2)) if np.ptp(values) == 0]
    if still:
        raise UsageMistake("no_response", place=study.path, outputs=", ".join(still))
    try:
        found = solve(points, outputs, np.array(list(wanted.values())))
    except np.linalg.LinAlgError:
        raise UsageMistake("no_response", place=study.path, outputs=", ".join(wanted)) from None
    for name, share in zip(wanted, found.foreseen):
        if not share >= STRAIGHT:
            raise UsageMistake("not_straight", place=study.path, output=name, share=number(100 * share, 1))
    for factor, value, column in zip(study.ranges, found.values, points.T):
        if not column.min() <= value <= column.max():
            raise UsageMistake("beyond_study", place=study.path, name=factor.name, value=number(value),
                               low=number(column.min()), high=number(column.max()))
    return found
