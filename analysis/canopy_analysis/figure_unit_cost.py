"""Figure 2: unit cost by term, policy less baseline."""

import matplotlib.pyplot as plt
import numpy as np

from .comparison import unit_cost_terms
from .figure_style import BLACK, GREEN, GREY, VERMILION, below_heading, empty, heading
from .table_text import decimals_for, number
from .words import say


def draw(comparison, lang):
    """Return the figure: a bar and 90 % interval a term, with levels beside them."""
    pairs = comparison.pairs
    title = say(lang, "fig_cost", policy=pairs.policy[0].title(lang), base=pairs.base[0].title(lang))
    terms = unit_cost_terms(pairs, lang)
    if not terms:
        return empty(say(lang, "nothing", reason="/kpi/unit_cost_by_cost_term"), title)
    figure, axes = plt.subplots(figsize=(9, 4.6))
    heading(figure, title, say(lang, "luck"))
    y = np.arange(len(terms))[::-1] + np.r_[np.full(len(terms) - 1, 0.35), 0.0]
    decimals = min(decimals_for(max(abs(e.difference) for *_, e in terms) or 1), 5)
    for row, (code, _, e) in zip(y, terms):
        colour, hatch = {"up": (VERMILION, "////"), "down": (GREEN, "....")}.get(e.verdict, (GREY, ""))
        if code == "total":
            colour, hatch = BLACK, ""
        axes.barh(row, e.difference, height=0.62, color=colour, alpha=0.55, hatch=hatch, edgecolor="white")
        axes.errorbar(e.difference, row, xerr=[[e.difference - e.low], [e.high - e.difference]], color=BLACK,
                      capsize=3, linewidth=1, marker="o", markersize=3)
        text = f"{number(e.difference, decimals, True)}   ({say(lang, 'base_level')} {number(e.base, 2)})"
        if code != "total":
            text += f"   {say(lang, e.verdict)}"
        axes.annotate(text, (1.01, row), xycoords=("axes fraction", "data"), va="center", fontsize=8,
                      annotation_clip=False)
    axes.axvline(0, color=BLACK, linewidth=0.8)
    axes.axhline(0.68, color=GREY, linewidth=0.6, linestyle="--")
    axes.set_yticks(y, [label for _, label, _ in terms])
    axes.grid(axis="y", visible=False)
    axes.set_xlabel(say(lang, "fig_cost_axis"))
    low, high = min(0, *(e.low for *_, e in terms)), max(0, *(e.high for *_, e in terms))
    pad = 0.08 * ((high - low) or 1.0)
    axes.set_xlim(low - pad, high + pad)
    figure.tight_layout(rect=below_heading(figure))
    figure.subplots_adjust(right=0.63)
    return figure
