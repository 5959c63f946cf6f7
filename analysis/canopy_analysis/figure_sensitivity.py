"""Figure of a study's sensitivity: one panel an output, one bar a factor, with intervals."""

import matplotlib.pyplot as plt
import numpy as np

from .figure_style import BLACK, BLUE, ORANGE, below_heading, heading
from .words import say

COLUMNS = 2


def draw(found, labels, title, lang):
    """Return the figure.

    Parameters
    ----------
    found : list of Sensitivity
    labels : list of str, length factor
    title, lang : str
    """
    columns = min(COLUMNS, len(found))
    rows = -(-len(found) // columns)
    height = 1.0 + rows * (0.9 + 0.36 * len(labels))
    figure, grid = plt.subplots(rows, columns, figsize=(5.2 * columns + 0.6, height), squeeze=False)
    heading(figure, say(lang, "sensitivity_title", title=title), say(lang, "interval"))
    for axes in grid.flat[len(found):]:
        axes.axis("off")
    for axes, one in zip(grid.flat, found):
        _panel(axes, one, labels, lang)
    handles, names = grid.flat[0].get_legend_handles_labels()
    figure.legend(handles, names, loc="upper right", ncol=len(names), fontsize=8,
                  bbox_to_anchor=(0.99, 1 - 22 / (72 * height)))
    figure.tight_layout(rect=below_heading(figure), h_pad=1.4, w_pad=1.6)
    return figure


def _panel(axes, one, labels, lang):
    y = np.arange(len(labels))[::-1]
    if "total" in one.indices:
        _bars(axes, y + 0.19, one.indices["total"][:, one.order], ORANGE, "////", say(lang, "total_long"))
        _bars(axes, y - 0.19, one.indices["first"][:, one.order], BLUE, "", say(lang, "first_long"))
        axes.set_xlim(min(0, axes.get_xlim()[0]), max(1.0, min(axes.get_xlim()[1], 1.2)))
        axes.set_xlabel(say(lang, "share_axis"))
    else:
        scale, unit = one.output.shown(lang)
        _bars(axes, y, scale * one.indices["strength"][:, one.order], BLUE, "", say(lang, "strength"), 0.6)
        axes.plot(scale * one.indices["bend"][0, one.order], y, "D", markerfacecolor="white", color=ORANGE,
                  label=say(lang, "bend"))
        axes.set_xlabel(say(lang, "effect_axis") + (f"{'，' if lang == 'zh' else ', '}{unit}" if unit else ""))
    axes.axvline(0, color=BLACK, linewidth=0.8)
    axes.set_yticks(y, [labels[column] for column in one.order])
    axes.grid(axis="y", visible=False)
    axes.set_title(one.output.label, loc="left")


def _bars(axes, y, values, colour, hatch, label, height=0.36):
    estimate, low, high = values
    axes.barh(y, estimate, height=height, color=colour, alpha=0.6, hatch=hatch, edgecolor="white", label=label)
    axes.errorbar(estimate, y, xerr=[np.maximum(estimate - low, 0), np.maximum(high - estimate, 0)], fmt="none",
                  ecolor=BLACK, capsize=2.5, linewidth=0.9)
