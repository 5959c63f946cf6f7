"""Figure 3: links by tier over time, as numbers."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import FuncFormatter, MaxNLocator

from .figure_style import BASE, POLICY, below_heading, empty, heading, month_axis, shade
from .words import say


def draw(comparison, lang):
    """Return the figure: one panel a tier, levels under both scenarios."""
    pairs, period = comparison.pairs, comparison.period
    titles = pairs.policy[0].title(lang), pairs.base[0].title(lang)
    title = say(lang, "fig_tiers", policy=titles[0], base=titles[1])
    if pairs.kpi("links_by_tier") is None:
        return empty(say(lang, "nothing", reason="/kpi/links_by_tier"), title)
    base, policy = pairs.kpi("links_by_tier")
    _, labels = pairs.axis("links_by_tier", lang)
    figure, grid = plt.subplots(1, len(labels), figsize=(2.95 * len(labels), 3.5), squeeze=False)
    heading(figure, title, say(lang, "fig_tiers_note"))
    x = np.arange(len(pairs.months))
    for tier, (axes, label) in enumerate(zip(grid.flat, labels)):
        shade(axes, period, say(lang, "period"))
        for values, colour, style, name in ((base, BASE, "--", titles[1]), (policy, POLICY, "-", titles[0])):
            low, high = np.nanpercentile(values[:, :, tier], (5, 95), axis=0)
            axes.fill_between(x, low, high, color=colour, alpha=0.2, linewidth=0)
            axes.plot(x, np.nanmean(values[:, :, tier], axis=0), color=colour, linestyle=style, linewidth=1.5,
                      label=name)
        axes.set_title(label, loc="left")
        axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda v, _: f"{v:,.0f}"))
        axes.tick_params(axis="y", labelsize=8)
        month_axis(axes, pairs.months)
    handles, names = grid.flat[0].get_legend_handles_labels()
    figure.legend(handles, names, loc="lower center", ncol=3, fontsize=8)
    left, _, right, top = below_heading(figure)
    figure.tight_layout(rect=(left, 0.08, right, top))
    return figure
