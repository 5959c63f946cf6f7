"""Scenario discovery: "the plan fails when …", as boxes over the factors of a study."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from . import figure_discovery
from .failure_boxes import LEAST_FAILURES, certain, failure_boxes, found_again, share_and_cover
from .failure_limits import limits_of, shown, span_of
from .failure_rule import rule_of
from .figure_style import drawing, save
from .mistakes import UsageMistake
from .output_folder import whole_folder
from .study_file import StudyFile, require_kind
from .study_notes import heading_of, require_rows, row_notes
from .table_text import aligned, number, write_csv
from .words import say

KINDS = ("sobol", "lhs", "grid")
LEAST_POINTS = 32
CSV_HEADER = ["box", "factor", "above", "up_to", "density", "density_low90", "density_high90", "coverage",
              "coverage_low90", "coverage_high90", "points_inside", "factor_limited_in_searches"]


@dataclass
class Discovery:
    """Where a plan fails.

    Attributes
    ----------
    rule : Rule
    points : ndarray, shape (point, factor)
    fails : ndarray of bool, shape (point,)
    split : float or None
        Share of points whose seeds do not agree; None with one seed.
    boxes : list of Box
    shares : list of (density, coverage, ndarray (2, 2) of intervals)
    again : ndarray, shape (search, 2)
        Density and coverage of searches on half of the points, judged on the other half.
    limited : ndarray, shape (factor,)
        Share of these searches that limit a factor.
    """

    rule: object
    points: np.ndarray
    fails: np.ndarray
    split: float | None
    boxes: list
    shares: list
    again: np.ndarray
    limited: np.ndarray


def discover(path, out, lang, fails, scenario=None, against=None):
    """Write words, table and figure of the boxes in which a plan fails.

    Parameters
    ----------
    path : path
        A packed study, or its folder.
    out : path or None
        Default: `discover` beside the pack.
    lang : str
    fails : str
        Such as "jobs < 0 or cost > 1e8", in the units of the pack.
    scenario, against : str, optional

    Returns
    -------
    tuple of (str, dict)
    """
    rule = rule_of(fails)
    with StudyFile(path) as study:
        require_kind(study, "discovery", KINDS)
        outputs = {name: study.output(name, lang, scenario, against) for name, *_ in rule.comparisons}
        found = _discovery(study, rule, outputs, scenario)
        labels = [study.factor_label(factor.name, lang) for factor in study.ranges]
        title = heading_of(study, scenario, against, lang)
        worst = max(outputs.values(), key=lambda output: output.n_missing)
        text = _text(study, found, labels, lang, row_notes(study, worst, len(found.fails), scenario, lang))
        rows = _csv_rows(study, found)
        out = Path(out) if out else study.path.parent / "discover"
        with whole_folder(out) as folder:
            write_csv(folder / "discover.csv", CSV_HEADER, rows)
            (folder / "discover.txt").write_text(f"{title}\n\n{text}\n", "utf-8")
            with drawing(lang):
                save(figure_discovery.draw(study, found, labels, title, lang), folder, "discover")
    return f"{title}\n\n{text}\n\n{say(lang, 'written_to', out=out)}", {
        "out": str(out), "fails": rule.text, "points": len(found.fails), "failing": int(found.fails.sum()),
        "table": [dict(zip(CSV_HEADER, row)) for row in rows]}


def _discovery(study, rule, outputs, scenario):
    means = {name: output.means for name, output in outputs.items()}
    known = np.isfinite(list(means.values())).all(axis=0)
    worst = max(outputs.values(), key=lambda output: output.n_missing)
    require_rows(study, "discover", worst, int(known.sum()), LEAST_POINTS, scenario)
    points = study.matrix([factor.name for factor in study.ranges])[known]
    fails = rule.holds({name: values[known] for name, values in means.items()})
    if min(fails.sum(), (~fails).sum()) < LEAST_FAILURES:
        name = rule.comparisons[0][0]
        low, middle, high = np.percentile(means[name][known], (0, 50, 100))
        raise UsageMistake("too_one_sided", place=study.path, rule=rule.text, failing=int(fails.sum()),
                           points=len(fails), least=LEAST_FAILURES, name=name, low=f"{low:.4g}",
                           middle=f"{middle:.4g}", high=f"{high:.4g}")
    by_seed = rule.holds({name: output.values[known] for name, output in outputs.items()})
    split = float((by_seed.any(axis=1) & ~by_seed.all(axis=1)).mean()) if by_seed.shape[1] > 1 else None
    boxes = failure_boxes(points, fails)
    shares = [(*share_and_cover([box], points, fails), certain(box, points, fails)) for box in boxes]
    return Discovery(rule, points, fails, split, boxes, shares, *found_again(points, fails))


def _text(study, found, labels, lang, gaps):
    n, failing = len(found.fails), int(found.fails.sum())
    lines = [say(lang, "fails_at", rule=found.rule.text, failing=failing, points=n, share=_percent(failing / n))]
    comma = say(lang, "and_also")
    for row, (box, (density, coverage, ends)) in enumerate(zip(found.boxes, found.shares)):
        lines.append(say(lang, "fails_when" if row == 0 else "fails_also_when",
                         limits=comma.join(limits_of(study, box, lang, labels)), density=_percent(density),
                         density_interval=_interval(ends[0]), coverage=_percent(coverage),
                         coverage_interval=_interval(ends[1])))
    if not found.boxes:
        lines.append(say(lang, "no_box"))
    order = np.argsort(-found.limited, kind="stable")
    ranges = [(factor.low, factor.high) if factor.low is not None else (column.min(), column.max())
              for factor, column in zip(study.ranges, found.points.T)]
    table = [[labels[c], f"{shown(ranges[c][0], study.ranges[c])} - {shown(ranges[c][1], study.ranges[c])}",
              *(span_of(study.ranges[c], box.low[c], box.high[c]) for box in found.boxes),
              _percent(found.limited[c])] for c in order]
    header = [say(lang, "factor"), say(lang, "range"),
              *(say(lang, "box", n=row + 1) for row in range(len(found.boxes))), say(lang, "limited")]
    known = found.again[np.isfinite(found.again[:, 0])]
    notes = [say(lang, "found_again", density=_percent(known[:, 0].mean()),
                 coverage=_percent(np.nanmean(found.again[:, 1])), everywhere=_percent(failing / n))] if len(known) else [say(lang, "never_again")]
    notes.append(say(lang, "seeds_agree", share=_percent(found.split)) if found.split is not None
                 else say(lang, "one_seed_fails"))
    return "\n".join([*lines, "", aligned(header, table), say(lang, "discover_note"), *notes, *gaps])


def _percent(share):
    return f"{number(100 * share, 0)} %"


def _interval(ends):
    return f"[{number(100 * ends[0], 0)}, {number(100 * ends[1], 0)}]"


def _csv_rows(study, found):
    rows = []
    for row, (box, (density, coverage, ends)) in enumerate(zip(found.boxes, found.shares), 1):
        for column in np.flatnonzero(box.restricted):
            low, high = (float(end[column]) if np.isfinite(end[column]) else None for end in (box.low, box.high))
            rows.append([row, study.ranges[column].name, low, high, float(density), *map(float, ends[0]),
                         float(coverage), *map(float, ends[1]), int(box.holds(found.points).sum()),
                         float(found.limited[column])])
    return rows
