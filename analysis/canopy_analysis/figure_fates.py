"""Figure 6: who gained and who lost, by size and by sector."""

import matplotlib.pyplot as plt
import numpy as np

from .fates import SIZE_LABELS, fates_of
from .figure_style import BLACK, GREEN, ORANGE, POLICY, PURPLE, SKY, VERMILION, below_heading, empty, heading
from .labels import label
from .words import say

SHARES = (("gained", GREEN, "////"), ("same", "#DDDDDD", ""), ("shrank", VERMILION, "...."))
CHANGES = (("saved", SKY, "o"), ("lost", VERMILION, "X"), ("upgraded", GREEN, "^"), ("downgraded", PURPLE, "v"))
FEWEST = 5


def draw(comparison, lang):
    """Return the figure: shares by size, changed fates by size, change of revenue by sector."""
    pairs = comparison.pairs
    title = say(lang, "fig_fates", policy=pairs.policy[0].title(lang), base=pairs.base[0].title(lang))
    fates = fates_of(pairs)
    if fates is None:
        return empty(say(lang, "nothing", reason="/snapshot, /panel"), title)
    figure = plt.figure(figsize=(12, 7))
    grid = figure.add_gridspec(2, 2, width_ratios=[1, 1.15])
    source = say(lang, "fate_" + fates.source, n=fates.n_pairs)
    heading(figure, title, say(lang, "fig_fates_note", month=pairs.months[-1], source=source))
    _shares(figure.add_subplot(grid[0, 0]), fates, lang)
    _changed(figure.add_subplot(grid[1, 0]), fates, lang)
    codes, chinese = pairs.first.labels("sector")
    _sectors(figure.add_subplot(grid[:, 1]), fates, dict(zip(codes, chinese)), lang)
    figure.tight_layout(rect=below_heading(figure), w_pad=2, h_pad=2)
    return figure


def _size_ticks(axes, lang):
    axes.set_xticks(range(len(SIZE_LABELS)), SIZE_LABELS)
    axes.set_xlabel(say(lang, "workers"))
    axes.grid(axis="x", visible=False)


def _shares(axes, fates, lang):
    """Survivors of both scenarios by size class: revenue up, the same, down [%]."""
    below = np.zeros(len(SIZE_LABELS))
    alive = np.isin(fates.fate, [name for name, *_ in SHARES])
    total = np.array([np.sum(alive & (fates.size == s)) for s in range(len(SIZE_LABELS))])
    for name, colour, hatch in SHARES:
        count = np.array([np.sum((fates.fate == name) & (fates.size == s)) for s in range(len(SIZE_LABELS))])
        part = 100 * count / np.maximum(total, 1)
        axes.bar(range(len(SIZE_LABELS)), part, bottom=below, color=colour, hatch=hatch, edgecolor="white",
                 width=0.7, label=say(lang, name))
        for s, value in enumerate(part):
            if value >= 6:
                axes.text(s, below[s] + value / 2, f"{value:.0f} %", ha="center", va="center", fontsize=8,
                          bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 1})
        below += part
    axes.set_ylabel(say(lang, "survivors"))
    axes.set_ylim(0, 100)
    _size_ticks(axes, lang)
    axes.legend(ncol=3, loc="lower left", bbox_to_anchor=(0, 1.0), fontsize=8, borderaxespad=0.2)


def _changed(axes, fates, lang):
    """Enterprises whose fate changed, per thousand of their size class."""
    total = np.array([np.sum((fates.fate != "new") & (fates.size == s)) for s in range(len(SIZE_LABELS))])
    for place, (name, colour, marker) in enumerate(CHANGES):
        here = (fates.upgrade == (1 if name == "upgraded" else -1) if name.endswith("graded")
                else fates.fate == name)
        count = np.array([np.sum(here & (fates.size == s)) for s in range(len(SIZE_LABELS))])
        rate = 1000 * count / np.maximum(total, 1)
        x = np.arange(len(SIZE_LABELS)) + (place - 1.5) * 0.17
        axes.vlines(x, 0, rate, color=colour, linewidth=2)
        axes.plot(x, rate, marker, color=colour, markersize=6, label=say(lang, name))
        for at, r, n in zip(x[count > 0], rate[count > 0], count[count > 0]):
            axes.annotate(f"{n}", (at, r), xytext=(0, 5), textcoords="offset points", ha="center", fontsize=7)
    axes.set_ylabel(say(lang, "per_thousand"))
    axes.set_ylim(bottom=0)
    axes.margins(y=0.15)
    _size_ticks(axes, lang)
    axes.legend(ncol=4, loc="lower left", bbox_to_anchor=(0, 1.0), fontsize=8, borderaxespad=0.2,
                handletextpad=0.2, columnspacing=1)


def _sectors(axes, fates, chinese, lang):
    """Change of revenue of survivors by sector [%], and saved less lost."""
    rows = []
    for sector in np.unique(fates.sector):
        here = fates.sector == sector
        change = 100 * fates.change[here & np.isfinite(fates.change)]
        if len(change) >= FEWEST:
            code = fates.sectors.get(sector, str(sector))
            rows.append((np.median(change), *np.percentile(change, (25, 75)), np.sum(fates.fate[here] == "saved"),
                         np.sum(fates.fate[here] == "lost"), label("sector", code, chinese.get(code, code), lang)))
    rows.sort()
    for y, (middle, low, high, saved, lost, _) in enumerate(rows):
        colour = GREEN if low > 0 else VERMILION if high < 0 else ORANGE if middle else "#999999"
        axes.plot([low, high], [y, y], color=colour, linewidth=3, alpha=0.55, solid_capstyle="butt")
        axes.plot(middle, y, "o" if middle >= 0 else "s", color=POLICY, markersize=4)
        axes.annotate(f"+{saved} / -{lost}", (1.01, y), xycoords=("axes fraction", "data"), fontsize=7,
                      va="center", annotation_clip=False)
    axes.axvline(0, color=BLACK, linewidth=0.8, linestyle="--")
    axes.set_yticks(range(len(rows)), [row[-1] for row in rows], fontsize=8)
    axes.set_ylim(-0.7, len(rows) - 0.3)
    axes.annotate(f"{say(lang, 'saved')} / {say(lang, 'lost')}", (1.01, 1.01), xycoords="axes fraction", fontsize=7)
    axes.set_title(say(lang, "by_sector"), loc="left")
    axes.set_xlabel(say(lang, "revenue_change"))
