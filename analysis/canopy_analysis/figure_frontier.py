"""Figure of a frontier: all points over cost, the unbeaten ones joined, and what these do."""

import matplotlib.pyplot as plt
import numpy as np

from .figure_style import BLACK, BLUE, GREY, ORANGE, below_heading, heading
from .words import say

MOSTLY = 0.5
FEW = 8  # more are named only where most redraws confirm them
MOST_COLUMNS = 14  # of the unbeaten points' table, else the surest are shown


def draw(study, found, labels, title, lang):
    """Return the figure: one row an effect; left the points, right the factors of unbeaten ones.

    Parameters
    ----------
    study : StudyFile
    found : list of Frontier
    labels : list of str, length factor
    title, lang : str
    """
    height = 0.9 + len(found) * max(3.2, 1.6 + 0.3 * len(labels))
    figure, grid = plt.subplots(len(found), 2, figsize=(11.5, height), squeeze=False,
                                gridspec_kw={"width_ratios": (1, 1.05)})
    heading(figure, say(lang, "frontier_title", title=title), say(lang, "frontier_figure_note"))
    for (left, right), one in zip(grid, found):
        shown = _shown(one)
        _points(left, one, shown, lang)
        _factors(right, study, one, shown, labels, lang)
    figure.tight_layout(rect=below_heading(figure), h_pad=1.6, w_pad=1.4)
    return figure


def _shown(one):
    """Rows of the frontier whose factors are shown, by rising cost."""
    rows = one.along
    if len(rows) <= MOST_COLUMNS:
        return rows
    surest = rows[np.argsort(-np.nan_to_num(one.sure[rows]), kind="stable")[:MOST_COLUMNS]]
    return rows[np.isin(rows, surest)]


def _points(axes, one, shown, lang):
    scale_x, unit_x = one.cost.shown(lang)
    scale_y, unit_y = one.effect.shown(lang)
    x, y = scale_x * one.cost.means[one.points], scale_y * one.effect.means[one.points]
    rows = one.along
    axes.plot(x[~one.on], y[~one.on], "o", markersize=3.5, markerfacecolor="none", color=GREY, markeredgewidth=0.8,
              label=say(lang, "beaten"))
    half = np.nan_to_num(scale_y * one.luck_of_effect.half)
    axes.errorbar(x[rows], y[rows], xerr=np.nan_to_num(scale_x * one.luck_of_cost.half), yerr=half, fmt="none",
                  ecolor=BLUE, alpha=0.45, linewidth=0.8, capsize=2)
    axes.step(x[rows], y[rows], where="post", color=BLUE, linewidth=1.2)
    axes.plot(x[rows], y[rows], "D", markersize=5, color=BLUE, label=say(lang, "unbeaten"))
    sure = rows[np.nan_to_num(one.sure[rows]) >= MOSTLY]
    axes.plot(x[sure], y[sure], "s", markersize=9, markerfacecolor="none", color=ORANGE, markeredgewidth=1.4,
              label=say(lang, "mostly_unbeaten"))
    for row in shown if len(shown) <= FEW else np.intersect1d(shown, sure):
        axes.annotate(str(one.points[row]), (x[row], y[row]), xytext=(-4 * one.aim, 7), textcoords="offset points",
                      ha="right" if one.aim > 0 else "left", fontsize=7)
    axes.set_xlabel(_axis(one.cost.label, unit_x, lang))
    axes.set_ylabel(_axis(one.effect.label, unit_y, lang))
    axes.legend(loc="best", fontsize=7)


def _axis(label, unit, lang):
    return label + ((f"，{unit}" if lang == "zh" else f", {unit}") if unit else "")


def _factors(axes, study, one, shown, labels, lang):
    table = np.full((len(labels), len(shown)), np.nan)
    cells = [["" for _ in shown] for _ in labels]
    for line, factor in enumerate(study.ranges):
        values = study.factors[factor.name]
        for column, row in enumerate(shown):
            value = values[one.points[row]]
            if isinstance(value, str):
                cells[line][column] = value[:6]
                continue
            ends = values.min(), values.max()
            table[line, column] = (value - ends[0]) / (ends[1] - ends[0]) if ends[1] > ends[0] else 0.5
            cells[line][column] = f"{value:.2g}" if abs(value) < 1000 else f"{value:.1e}".replace("e+0", "e")
    axes.imshow(np.ma.masked_invalid(table), aspect="auto", cmap="viridis", vmin=0, vmax=1)
    for line, column in np.ndindex(*table.shape):
        dark = np.isfinite(table[line, column]) and table[line, column] < 0.6
        axes.text(column, line, cells[line][column], ha="center", va="center", fontsize=7,
                  color="white" if dark else BLACK)
    axes.set_xticks(range(len(shown)), [str(one.points[row]) for row in shown])
    axes.set_yticks(range(len(labels)), labels)
    axes.set_xlabel(say(lang, "by_rising_cost"))
    axes.grid(visible=False)
    axes.tick_params(length=0)
    axes.set_title(say(lang, "what_they_do"), loc="left")
