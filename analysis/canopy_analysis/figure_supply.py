"""Figure 4: local supply by sector and by ring."""

import matplotlib.pyplot as plt
import numpy as np

from .figure_style import BASE, BLACK, POLICY, below_heading, empty, heading
from .horizon import at_horizon
from .paired import band, estimate, judge_jointly
from .table_text import number
from .words import say


def draw(comparison, lang):
    """Return the figure: a dumbbell a sector, a pair of bars a ring."""
    pairs = comparison.pairs
    titles = pairs.policy[0].title(lang), pairs.base[0].title(lang)
    title = say(lang, "fig_supply", policy=titles[0], base=titles[1])
    found = [name for name in ("local_supply_ratio_by_sector", "local_supply_ratio_by_ring")
             if pairs.kpi(name) is not None]
    if not found:
        return empty(say(lang, "nothing", reason="/kpi/local_supply_ratio_by_*"), title)
    figure, grid = plt.subplots(1, len(found), figsize=(11, 7.2), squeeze=False,
                                gridspec_kw={"width_ratios": [2.2, 1][: len(found)]})
    heading(figure, title, say(lang, "luck"))
    for axes, name in zip(grid.flat, found):
        (_dumbbells if name.endswith("sector") else _bars)(axes, pairs, name, titles, lang)
        axes.set_title(say(lang, "by_" + name.rsplit("_by_", 1)[1]), loc="left")
    figure.tight_layout(rect=below_heading(figure), w_pad=2)
    return figure


def _dumbbells(axes, pairs, name, titles, lang):
    base, policy = (100 * at_horizon(x, "ratio", None) for x in pairs.kpi(name))
    _, labels = pairs.axis(name, lang)
    held = [s for s in range(len(labels)) if np.isfinite(base[:, s]).all() and np.isfinite(policy[:, s]).all()]
    held.sort(key=lambda s: base[:, s].mean())
    estimates = judge_jointly([estimate(base[:, s], policy[:, s]) for s in held]) if held else []
    for y, e in enumerate(estimates):
        axes.plot([e.base, e.policy], [y, y], color=POLICY, linewidth=2.2, alpha=0.5)
        mark = {"up": "▲", "down": "▼"}.get(e.verdict, "")
        axes.annotate(f"{number(e.difference, 2, True)} {mark}", (max(e.base, e.policy), y), xytext=(7, 0),
                      textcoords="offset points", va="center", fontsize=7)
    y = np.arange(len(held))
    axes.plot([e.base for e in estimates], y, "o", markerfacecolor="white", markeredgecolor=BASE, markersize=6,
              label=titles[1])
    axes.plot([e.policy for e in estimates], y, "D", color=POLICY, markersize=4.5, label=titles[0])
    axes.set_yticks(y, [labels[s] for s in held], fontsize=8)
    axes.set_xlabel(say(lang, "fig_supply_axis") + f"   (▲ {say(lang, 'up')}  ▼ {say(lang, 'down')})")
    axes.margins(x=0.1, y=0.02)
    axes.legend(loc="lower right", fontsize=8)


def _bars(axes, pairs, name, titles, lang):
    base, policy = (100 * at_horizon(x, "ratio", None) for x in pairs.kpi(name))
    _, labels = pairs.axis(name, lang)
    x = np.arange(len(labels))
    for values, shift, colour, hatch, title in ((base, -0.2, BASE, "", titles[1]),
                                                (policy, 0.2, POLICY, "////", titles[0])):
        mean, low, high = band(values)
        axes.bar(x + shift, mean, 0.38, color=colour, alpha=0.6, hatch=hatch, edgecolor="white", label=title)
        axes.errorbar(x + shift, mean, yerr=[mean - low, high - mean], fmt="none", ecolor=BLACK, capsize=3,
                      linewidth=0.8)
    for at, (before, after) in enumerate(zip(base.mean(axis=0), policy.mean(axis=0))):
        axes.text(at, max(before, after) * 1.03, number(after - before, 2, True), ha="center", va="bottom", fontsize=8)
    axes.set_xticks(x, labels)
    axes.grid(axis="x", visible=False)
    axes.margins(y=0.12)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.04), fontsize=8)
