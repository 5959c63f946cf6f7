"""Figure of an attribution: a measure a row, the systems' shares side by side, the whole as a line."""

import matplotlib.pyplot as plt
import numpy as np

from .figure_style import BLACK, BLUE, GREEN, GREY, ORANGE, VERMILION, below_heading, heading
from .words import say

LOOK = {"open": (BLUE, ""), "efficient": (ORANGE, "////"), "professional": (GREEN, "...."),
        "friendly": (VERMILION, "xxxx")}


def draw(rows, systems, lang):
    """Return the figure.

    Parameters
    ----------
    rows : list of Shares
    systems : sequence of str
    lang : str
    """
    shown = [row for row in rows if row.total.base]
    figure, axes = plt.subplots(figsize=(9.5, 1.6 + 0.62 * len(shown)))
    heading(figure, say(lang, "attribution_title"), say(lang, "luck"))
    height = 0.8 / len(systems)
    middle = np.arange(len(shown))[::-1]
    for number, system in enumerate(systems):
        colour, hatch = LOOK[system]
        shares = [row.systems[system] for row in shown]
        y = middle + 0.4 - (number + 0.5) * height
        scale = [100 / abs(e.base) for e in shares]
        value = np.array([e.difference * k for e, k in zip(shares, scale)])
        error = [[(e.difference - e.low) * k for e, k in zip(shares, scale)],
                 [(e.high - e.difference) * k for e, k in zip(shares, scale)]]
        axes.barh(y, value, height=height, color=colour, hatch=hatch, edgecolor="white", alpha=0.75,
                  label=say(lang, f"system_{system}"))
        axes.errorbar(value, y, xerr=error, fmt="none", ecolor=BLACK, capsize=1.5, linewidth=0.7)
    axes.plot([row.total.percent for row in shown], middle, "|", color=BLACK, markersize=22, markeredgewidth=1.6,
              label=say(lang, "whole_plan"))
    axes.axvline(0, color=GREY, linewidth=0.8)
    axes.set_xscale("symlog", linthresh=0.1)
    axes.set_ylim(-0.8, len(shown) - 0.2)
    axes.set_yticks(middle, [row.measure.label(lang) for row in shown])
    axes.set_xlabel(say(lang, "fig_attribution_axis"))
    axes.grid(axis="y", visible=False)
    axes.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), fontsize=8)
    figure.tight_layout(rect=below_heading(figure))
    return figure
