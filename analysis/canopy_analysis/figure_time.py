"""Figure 1: the difference over time, with bands."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import FuncFormatter

from .figure_style import BLACK, POLICY, below_heading, heading, month_axis, shade
from .measures import measure_of
from .paired import band
from .words import say, shown_unit

SHOWN = ("employment", "entities", "value_added", "unit_cost", "local_supply_ratio", "exits", "moves_out",
         "above_scale", "profit")


def draw(comparison, lang):
    """Return the figure: one panel a measure, policy less baseline by month."""
    pairs, period = comparison.pairs, comparison.period
    names = [name for name in SHOWN if pairs.kpi(name) is not None]
    names += [row.measure.name for row in comparison.main if row.measure.name not in names]
    names = names[:9]
    rows = -(-len(names) // 3)
    figure, grid = plt.subplots(max(rows, 1), 3, figsize=(11, 0.7 + 2.35 * max(rows, 1)), squeeze=False)
    heading(figure, say(lang, "fig_time", policy=pairs.policy[0].title(lang), base=pairs.base[0].title(lang)),
            say(lang, "fig_time_note"))
    for axes in grid.flat[len(names):]:
        axes.axis("off")
    for axes, name in zip(grid.flat, names):
        _panel(axes, pairs, measure_of(pairs.first, name), period, lang)
    grid.flat[0].legend(loc="best", fontsize=7)
    figure.tight_layout(rect=below_heading(figure), h_pad=1.2, w_pad=1.4)
    return figure


def _panel(axes, pairs, measure, period, lang):
    scale, unit = shown_unit(measure.unit, lang)
    base, policy = pairs.kpi(measure.name)
    difference = scale * np.nan_to_num(policy - base)
    title = measure.label(lang)
    if measure.kind == "flow":
        difference[:, :period.start] = 0
        difference = np.cumsum(difference, axis=1)
        title += f" ({say(lang, 'cumulative')})" if lang == "en" else f"（{say(lang, 'cumulative')}）"
    mean, low, high = band(difference)
    x = np.arange(len(pairs.months))
    shade(axes, period, say(lang, "period"))
    axes.fill_between(x, low, high, color=POLICY, alpha=0.25, linewidth=0)
    for edge in (low, high):
        axes.plot(x, edge, color=POLICY, linewidth=0.5, linestyle=":")
    axes.plot(x, mean, color=POLICY, linewidth=1.5)
    axes.axhline(0, color=BLACK, linewidth=0.8, linestyle="--")
    axes.set_title(title, loc="left")
    axes.set_ylabel(unit, fontsize=8)
    if np.abs(difference).max() >= 10_000:
        axes.yaxis.set_major_formatter(FuncFormatter(lambda v, _: f"{v:,.0f}"))
    month_axis(axes, pairs.months)
