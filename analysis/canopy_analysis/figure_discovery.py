"""Figure of scenario discovery: failing points in the two leading factors, and the limits of each box."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from .failure_limits import ends_of
from .figure_style import BLACK, BLUE, GREY, ORANGE, PURPLE, VERMILION, below_heading, heading
from .words import say

COLOURS, HATCHES = (VERMILION, ORANGE, PURPLE), ("////", "....", "xxxx")


def draw(study, found, labels, title, lang):
    """Return the figure.

    Parameters
    ----------
    study : StudyFile
    found : Discovery
    labels : list of str, length factor
    title, lang : str
    """
    boxes = max(len(found.boxes), 1)
    height = max(4.6, 1.5 + len(labels) * (0.25 + 0.22 * boxes))
    figure, (left, right) = plt.subplots(1, 2, figsize=(11.5, height))
    heading(figure, say(lang, "discover_title", title=title),
            say(lang, "discover_figure_note", rule=found.rule.text))
    _points(left, found, labels, lang)
    _limits(right, study, found, labels, lang)
    figure.tight_layout(rect=below_heading(figure), w_pad=1.6)
    return figure


def _leading(found):
    """The two factors that searches limit most."""
    order = np.argsort(-found.limited, kind="stable")
    return (order[0], order[1]) if len(order) > 1 else (order[0], order[0])


def _points(axes, found, labels, lang):
    x, y = _leading(found)
    for fails, marker, size, colour, face, key in ((False, "o", 4, BLUE, "none", "holds"),
                                                   (True, "X", 5.5, VERMILION, VERMILION, "fails")):
        rows = found.fails == fails
        axes.plot(found.points[rows, x], found.points[rows, y], marker, color=colour, markersize=size,
                  markerfacecolor=face, markeredgewidth=0.8, label=say(lang, key))
    ends = np.stack([found.points.min(axis=0), found.points.max(axis=0)])
    pad = 0.04 * (ends[1] - ends[0])
    for row, box in enumerate(found.boxes):
        if not box.restricted[[x, y]].any():
            continue  # it would fill the panel
        elsewhere = np.delete(box.restricted, [x, y]).any()
        low, high = np.maximum(box.low, ends[0] - pad), np.minimum(box.high, ends[1] + pad)
        axes.add_patch(Rectangle((low[x], low[y]), high[x] - low[x], high[y] - low[y], fill=False, linewidth=1.4,
                                 edgecolor=COLOURS[row], hatch="" if elsewhere else HATCHES[row],
                                 linestyle="--" if elsewhere else "-", alpha=0.6, zorder=0,
                                 label=say(lang, "box", n=row + 1)))
    for axis, column in ((axes.xaxis, x), (axes.yaxis, y)):
        if np.abs(ends[:, column]).max() >= 10_000:
            axis.set_major_locator(MaxNLocator(4))
            axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.set_xlabel(labels[x])
    axes.set_ylabel(labels[y])
    axes.grid(visible=False)
    axes.set_title(say(lang, "leading_two"), loc="left")
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.14), ncol=2 + len(found.boxes), fontsize=8)


def _limits(axes, study, found, labels, lang):
    order = np.argsort(-found.limited, kind="stable")
    ends = np.stack([found.points.min(axis=0), found.points.max(axis=0)])
    width = np.where(ends[1] > ends[0], ends[1] - ends[0], 1.0)
    thick = 0.7 / max(len(found.boxes), 1)
    for line, column in enumerate(order):
        axes.plot([0, 1], [-line, -line], color=GREY, linewidth=0.8, zorder=1)
        for row, box in enumerate(found.boxes):
            if not box.restricted[column]:
                continue
            low, high = (np.clip((end[column] - ends[0, column]) / width[column], 0, 1) for end in (box.low, box.high))
            place = -line + thick * ((len(found.boxes) - 1) / 2 - row)
            axes.barh(place, high - low, left=low, height=0.8 * thick, color=COLOURS[row], alpha=0.6,
                      hatch=HATCHES[row], edgecolor="white", zorder=2)
            words = ends_of(study.ranges[column], box.low[column], box.high[column])
            for word, at, side in zip(words, (low, high), ("right", "left")):
                if word is not None:
                    axes.annotate(word, (at, place), xytext=(-3 if side == "right" else 3, 0), ha=side,
                                  va="center", textcoords="offset points", fontsize=7, color=BLACK,
                                  bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5})
        axes.annotate(f"{100 * found.limited[column]:.0f} %", (1.04, -line), xycoords=("axes fraction", "data"),
                      va="center", fontsize=8, annotation_clip=False)
    axes.set_yticks([-line for line in range(len(order))], [labels[column] for column in order])
    axes.set_ylim(-len(order) + 0.4, 0.6)
    axes.set_xlim(-0.12, 1.12)
    axes.set_xticks([0, 0.5, 1], [say(lang, "lowest"), "", say(lang, "highest")])
    axes.grid(visible=False)
    axes.set_title(say(lang, "limits_of_boxes"), loc="left")
