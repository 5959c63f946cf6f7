"""Figure 9: invited projects: from contact to opening, and why the others went elsewhere."""

import matplotlib.pyplot as plt
import numpy as np

from .figure_style import BASE, POLICY, below_heading, empty, heading
from .words import say
from .yearly_lines import panel, years_of

LOST = "invited_lost_by_invitation_reason"
STAGES = ("invited_contacts", "invited_signed", "invited_opened", "invited_jobs")
BAR = 0.38


def draw(comparison, lang):
    """Return the figure: contacts, signatures, openings and jobs by year; projects lost by reason."""
    pairs = comparison.pairs
    title = say(lang, "fig_invited", policy=pairs.policy[0].title(lang), base=pairs.base[0].title(lang))
    if pairs.kpi(LOST) is None:
        return empty(say(lang, "nothing", reason=f"/kpi/{LOST}"), title)
    figure = plt.figure(figsize=(12.5, 4.6))
    grid = figure.add_gridspec(2, 3, width_ratios=(1, 1, 1.5))
    heading(figure, title, say(lang, "fig_yearly_note"))
    for place, name in zip(((0, 0), (0, 1), (1, 0), (1, 1)), STAGES):
        panel(figure.add_subplot(grid[place]), pairs, name, "sum", lang)
    figure.axes[0].legend(fontsize=6)
    _lost(figure.add_subplot(grid[:, 2]), pairs, lang)
    figure.tight_layout(rect=below_heading(figure), h_pad=1.4, w_pad=1.2)
    return figure


def _lost(axes, pairs, lang):
    """Projects lost a year by the reason that weighed most, both scenarios, bars with the range over seeds."""
    years = len(years_of(pairs))
    totals = [series.sum(axis=1) / max(1, years) for series in pairs.kpi(LOST)]
    labels = pairs.axis(LOST, lang)[1]
    order = np.argsort(totals[0].mean(axis=0))
    rows = np.arange(len(order))
    for shift, values, colour, role in ((-BAR / 2, totals[0], BASE, "baseline"), (BAR / 2, totals[1], POLICY, "policy")):
        mean = values.mean(axis=0)[order]
        spread = np.abs(np.stack([values.min(axis=0), values.max(axis=0)])[:, order] - mean)
        axes.barh(rows - shift, mean, BAR, xerr=spread, color=colour, label=say(lang, role),
                  error_kw={"elinewidth": 0.8})
    axes.set_yticks(rows, [labels[row] for row in order], fontsize=8)
    axes.set_title(say(lang, "lost_by_reason"), loc="left", fontsize=8)
    axes.legend(fontsize=7, loc="lower right")
