"""Figure 8: residents: jobs and official counts beside what people feel."""

import matplotlib.pyplot as plt

from .figure_style import below_heading, empty, heading
from .words import say
from .yearly_lines import panel

LINES = (("unemployment_rate", "mean"), ("vacancy_duration", "mean"), ("official_new_urban_jobs", "sum"),
         ("hires_from_non_employment", "sum"), ("population", "last"), ("gain", "mean"), ("happiness", "mean"),
         ("security", "mean"))


def draw(comparison, lang):
    """Return the figure: eight yearly lines of both scenarios."""
    pairs = comparison.pairs
    title = say(lang, "fig_residents", policy=pairs.policy[0].title(lang), base=pairs.base[0].title(lang))
    missing = [name for name, _ in LINES if pairs.kpi(name) is None]
    if missing:
        return empty(say(lang, "nothing", reason=f"/kpi/{missing[0]}"), title)
    figure, grid = plt.subplots(2, 4, figsize=(12.5, 5.6))
    heading(figure, title, say(lang, "fig_yearly_note"))
    for axes, (name, how) in zip(grid.flat, LINES):
        panel(axes, pairs, name, how, lang)
    grid.flat[0].legend(fontsize=6)
    figure.tight_layout(rect=below_heading(figure), h_pad=1.4, w_pad=1.2)
    return figure
