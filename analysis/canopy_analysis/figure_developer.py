"""Figure 7: the state developer: where its income comes from, and what it can pay for."""

import matplotlib.pyplot as plt
import numpy as np

from .figure_style import BLUE, GREEN, GREY, ORANGE, PURPLE, SKY, VERMILION, below_heading, empty, heading
from .words import say
from .yearly_lines import panel, yearly, years_of

INCOME = "developer_revenue_by_developer_line"
LINES = (("developer_coverage", "mean"), ("developer_debt", "last"), ("developer_construction", "mean"),
         ("developer_service_level", "mean"), ("developer_land_revenue", "sum"), ("moves_out", "sum"))
LOOKS = ((ORANGE, ""), (SKY, "////"), (GREEN, "...."), (BLUE, "xxxx"), (VERMILION, "\\\\\\\\"), (PURPLE, "++++"),
         (GREY, "oooo"))


def draw(comparison, lang):
    """Return the figure: income by line of both scenarios, then six yearly lines of both."""
    pairs = comparison.pairs
    title = say(lang, "fig_developer", policy=pairs.policy[0].title(lang), base=pairs.base[0].title(lang))
    if pairs.kpi(INCOME) is None:
        return empty(say(lang, "nothing", reason=f"/kpi/{INCOME}"), title)
    figure, grid = plt.subplots(2, 4, figsize=(12.5, 6.2))
    heading(figure, title, say(lang, "fig_yearly_note"))
    labels = pairs.axis(INCOME, lang)[1]
    for axes, series, role in zip(grid[:, 0], pairs.kpi(INCOME), ("baseline", "policy")):
        _income(axes, years_of(pairs), series, labels, say(lang, role), lang)
    for axes, (name, how) in zip(grid[:, 1:].flat, LINES):
        panel(axes, pairs, name, how, lang)
    grid[0, 1].legend(fontsize=6)
    figure.tight_layout(rect=below_heading(figure), h_pad=1.4, w_pad=1.2)
    return figure


def _income(axes, years, series, labels, title, lang):
    parts = yearly(series, "sum", len(years)).mean(axis=0) / 1e9
    bottom = np.zeros(len(years))
    for row, (label, (colour, hatch)) in enumerate(zip(labels, LOOKS)):
        axes.bar(years, parts[:, row], bottom=bottom, label=label, color=colour, hatch=hatch, edgecolor="white",
                 linewidth=0.3)
        bottom += parts[:, row]
    axes.set_ylim(0, 1.55 * bottom.max())
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.legend(fontsize=5.5, ncol=2, loc="upper left")
    axes.set_title(title, loc="left", fontsize=8)
    axes.set_ylabel(say(lang, "billion_yuan"), fontsize=8)
    axes.tick_params(labelsize=7)
