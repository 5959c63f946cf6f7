"""Figure 5: flows of enterprises between places; a row for each place that anybody leaves."""

import matplotlib.pyplot as plt
import numpy as np

from .figure_style import below_heading, empty, heading
from .labels import label
from .paired import estimate
from .words import say


def move_counts(run, period, n_places):
    """Moves between places in the policy's period, shape (from, to), or None without events."""
    moves = run.events("move", ("place_from", "place_to"))
    if moves is None:
        return None
    months = run.months[period.start:period.stop]
    here = ((moves["month"] >= months[0]) & (moves["month"] <= months[-1])
            & (moves["place_from"] >= 0) & (moves["place_to"] >= 0))
    counts = np.zeros((n_places, n_places))
    np.add.at(counts, (moves["place_from"][here], moves["place_to"][here]), 1)
    return counts


def draw(comparison, lang):
    """Return the figure: the matrix of moves in the baseline and its change."""
    pairs, period = comparison.pairs, comparison.period
    titles = pairs.policy[0].title(lang), pairs.base[0].title(lang)
    title = say(lang, "fig_moves", policy=titles[0], base=titles[1])
    codes, chinese = pairs.first.labels("place")
    counts = [[move_counts(run, period, len(codes)) for run in runs] for runs in (pairs.base, pairs.policy)]
    if not codes or any(c is None for runs in counts for c in runs):
        return empty(say(lang, "nothing", reason="/event, /kpi/place"), title)
    base, policy = (np.stack(runs) for runs in counts)
    names = [label("place", code, zh, lang) for code, zh in zip(codes, chinese)]
    left = np.flatnonzero((base.sum(axis=0) + policy.sum(axis=0)).any(axis=1))
    if not left.size:
        left = np.arange(len(codes))
    base, policy = base[:, left], policy[:, left]
    figure, grid = plt.subplots(1, 2, figsize=(12.5, 3.3 + 0.42 * len(left)), sharey=True)
    heading(figure, title, say(lang, "fig_moves_note", period=period.text(pairs.months), n=len(pairs.seeds)))
    axes_names = [names[row] for row in left], names
    _matrix(grid[0], base.mean(axis=0), None, axes_names, titles[1], "Blues", lang)
    _matrix(grid[1], (policy - base).mean(axis=0), _clear(base, policy), axes_names, say(lang, "change"), "PuOr", lang)
    grid[0].set_ylabel(say(lang, "from"), rotation=0, labelpad=14)
    figure.tight_layout(rect=below_heading(figure), w_pad=2)
    return figure


def _clear(base, policy):
    """Cells whose 90 % interval leaves zero out, shape (from, to)."""
    clear = np.zeros(base.shape[1:], bool)
    for cell in np.ndindex(clear.shape):
        e = estimate(base[(slice(None), *cell)], policy[(slice(None), *cell)])
        clear[cell] = e.low > 0 or e.high < 0
    return clear


def _matrix(axes, values, clear, names, title, colours, lang):
    rows, columns = names
    top = np.abs(values).max(initial=0.0) or 1.0
    shades = np.sign(values) * np.sqrt(np.abs(values) / top)
    axes.imshow(shades, cmap=colours, vmin=0 if clear is None else -1.15, vmax=1.4 if clear is None else 1.15,
                aspect="auto")
    for (row, column), value in np.ndenumerate(values):
        if value:
            size = f"{abs(value):,.1f}" if abs(value) < 10 else f"{abs(value):,.0f}"
            sign = "" if clear is None else "+" if value > 0 else "-"
            star = "*" if clear is not None and clear[row, column] else ""
            if float(size.replace(",", "")):
                axes.text(column, row, sign + size + star, ha="center", va="center", fontsize=8,
                          color="white" if abs(shades[row, column]) > 0.75 else "black")
    if not values.any():
        axes.text(len(columns) / 2 - 0.5, len(rows) / 2 - 0.5, say(lang, "no_moves"), ha="center", va="center")
    axes.set_xticks(range(len(columns)), columns, rotation=40, ha="right")
    axes.set_yticks(range(len(rows)), rows)
    axes.set_xlabel(say(lang, "to"))
    axes.set_title(title, loc="left")
    axes.grid(False)
    axes.axvline(3.5, color="black", linewidth=0.8, linestyle="--")
