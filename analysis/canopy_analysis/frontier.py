"""The frontier of a study: the points that no other point beats in cost and effect."""

import csv
from dataclasses import dataclass

import numpy as np

from . import figure_frontier
from .failure_limits import shown
from .figure_style import drawing, save
from .frontier_points import redrawn, unbeaten
from .mistakes import UsageMistake
from .output_folder import whole_folder
from .study_file import StudyFile, require_kind
from .study_luck import luck_of
from .study_notes import heading_of, luck_note, require_rows, row_notes
from .table_text import aligned, decimals_for, number, write_csv
from .words import say

KINDS = ("grid", "list", "csv", "lhs", "sobol")
LEAST_POINTS = 2
AIMS = {"max": 1, "min": -1}


@dataclass
class Frontier:
    """Cost and one effect over the points of a study.

    Attributes
    ----------
    cost, effect : study_file.Output
    aim : int
        +1 when more of the effect is better, -1 when less is.
    points : ndarray of int
        Points with both numbers; the arrays below follow them.
    on : ndarray of bool
        Whether nothing beats the point.
    sure : ndarray
        Share of redraws of luck in which nothing beats it; NaN if unknown.
    luck_of_cost, luck_of_effect : Luck
    """

    cost: object
    effect: object
    aim: int
    points: np.ndarray
    on: np.ndarray
    sure: np.ndarray
    luck_of_cost: object
    luck_of_effect: object

    @property
    def along(self):
        """Rows of the frontier by rising cost."""
        rows = np.flatnonzero(self.on)
        return rows[np.argsort(self.cost.means[self.points[rows]], kind="stable")]


def frontier(path, out, lang, cost, effects, scenario=None, against=None):
    """Write table and figure of the frontiers of some effects over cost.

    Parameters
    ----------
    path : path
        A packed study, or its folder.
    out : path or None
        Default: `frontier` beside the pack.
    lang : str
    cost : str
        Output to keep low.
    effects : list of str
        Outputs to raise, or `NAME:min` to lower.
    scenario, against : str, optional
        With `against`, cost and effect are paired differences by seed.

    Returns
    -------
    tuple of (str, dict)
    """
    with StudyFile(path) as study:
        require_kind(study, "frontier", KINDS)
        found = frontiers(study, lang, cost, effects, scenario, against)
        title = heading_of(study, scenario, against, lang)
        return write_frontiers(study, found, title, out or study.path.parent / "frontier", lang, scenario)


def frontiers(study, lang, cost, effects, scenario=None, against=None):
    """Return the frontier of every effect over cost, of a study or of joined ones."""
    paid = study.output(cost, lang, scenario, against)
    return [_frontier(study, paid, *effect_of(study, word, lang, scenario, against), scenario) for word in effects]


def write_frontiers(study, found, title, out, lang, scenario, name="frontier", remarks=()):
    """Write text, CSV and figure `name` of frontiers; return (text, object)."""
    labels = [study.factor_label(factor.name, lang) for factor in study.ranges]
    text = "\n\n".join([*(_text(study, one, labels, scenario, lang) for one in found), *remarks])
    header, rows = _csv(study, found)
    with whole_folder(out) as folder:
        write_csv(folder / f"{name}.csv", header, rows)
        (folder / f"{name}.txt").write_text(f"{title}\n\n{text}\n", "utf-8")
        _write_chosen(folder / "chosen.csv", study, found[0])
        with drawing(lang):
            save(figure_frontier.draw(study, found, labels, title, lang), folder, name)
    return f"{title}\n\n{text}\n\n{say(lang, 'written_to', out=out)}", {
        "out": str(out), "design": study.kind, "table": [dict(zip(header, row)) for row in rows]}


def _write_chosen(path, study, one):
    """Write the points of a frontier that most redraws confirm (all, without redraws) as a csv design."""
    unknown = np.isnan(one.sure).all()
    rows = [row for row in one.along if unknown or one.sure[row] >= figure_frontier.MOSTLY]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([factor.name for factor in study.ranges])
        writer.writerows([_exact(study.factors[factor.name][one.points[row]], factor) for factor in study.ranges]
                         for row in rows)


def _exact(value, factor):
    return value if isinstance(value, str) else repr(int(value) if factor.integer else float(value))


def effect_of(study, word, lang, scenario, against):
    """Return an output and its aim (+1, -1) from `NAME` or `NAME:min`."""
    name, _, aim = word.partition(":")
    if aim and aim not in AIMS:
        raise UsageMistake("bad_aim", got=word, name=name)
    return study.output(name, lang, scenario, against), AIMS[aim or "max"]


def _frontier(study, cost, effect, aim, scenario):
    known = np.isfinite(cost.means) & np.isfinite(effect.means)
    require_rows(study, "frontier", effect, int(known.sum()), LEAST_POINTS, scenario)
    points = np.flatnonzero(known)
    on = unbeaten(cost.means[points], aim * effect.means[points])
    whole = (np.isfinite(cost.values) & np.isfinite(effect.values)).all(axis=1)[points]
    sure = np.full(len(points), np.nan)
    sure[whole] = redrawn(cost.values[points[whole]], aim * effect.values[points[whole]])
    return Frontier(cost, effect, aim, points, on, sure, luck_of(cost.values), luck_of(effect.values))


def _text(study, one, labels, scenario, lang):
    scale_cost, unit_cost = one.cost.shown(lang)
    scale, unit = one.effect.shown(lang)
    head = say(lang, "frontier_head", effect=one.effect.label, on=int(one.on.sum()), points=len(one.points),
               aim=say(lang, "more" if one.aim > 0 else "less_is_better"))
    header = [say(lang, "point"), *labels, _with_unit(one.cost.label, unit_cost, lang), say(lang, "interval"),
              _with_unit(one.effect.label, unit, lang), say(lang, "interval"), say(lang, "sure")]
    rows = []
    for row in one.along:
        point = one.points[row]
        rows.append([str(point), *(_cell(study.factors[factor.name][point], factor) for factor in study.ranges),
                     *_estimate(scale_cost, one.cost, one.luck_of_cost, point),
                     *_estimate(scale, one.effect, one.luck_of_effect, point),
                     number(100 * one.sure[row], 0) + (" %" if np.isfinite(one.sure[row]) else "")])
    notes = [say(lang, "frontier_note" if one.luck_of_effect.n > 1 else "frontier_one_seed"),
             luck_note(one.luck_of_effect, lang), *row_notes(study, one.effect, len(one.points), scenario, lang)]
    return "\n".join([head, aligned(header, rows), *notes])


def _with_unit(label, unit, lang):
    if not unit:
        return label
    return f"{label}（{unit}）" if lang == "zh" else f"{label} ({unit})"


def _estimate(scale, output, luck, point):
    mean, half = scale * output.means[point], scale * luck.half
    decimals = decimals_for(max(abs(mean), half if np.isfinite(half) else 0))
    return [number(mean, decimals), f"[{number(mean - half, decimals)}, {number(mean + half, decimals)}]"]


def _cell(value, factor):
    return value if isinstance(value, str) else shown(value, factor)


def _csv(study, found):
    names = [factor.name for factor in study.ranges]
    header = ["effect", "aim", "point", *names, "cost", "cost_low90", "cost_high90", "effect_mean", "effect_low90",
              "effect_high90", "on_frontier", "share_of_redraws"]
    rows = []
    for one in found:
        for row, point in enumerate(one.points):
            cost, effect = float(one.cost.means[point]), float(one.effect.means[point])
            half_cost, half = one.luck_of_cost.half, one.luck_of_effect.half
            rows.append([one.effect.name, "max" if one.aim > 0 else "min", int(point),
                         *(_plain(study.factors[name][point]) for name in names), cost, cost - half_cost,
                         cost + half_cost, effect, effect - half, effect + half, "yes" if one.on[row] else "no",
                         float(one.sure[row])])
    return header, rows


def _plain(value):
    return value if isinstance(value, str) else float(value)
