"""The figures of a report. Those of several policies are drawn side by side, since drawing takes
most of the time."""

import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr
from io import StringIO
from itertools import repeat
from multiprocessing import get_context

from . import (figure_developer, figure_fates, figure_invited, figure_moves, figure_residents, figure_supply,
               figure_tiers, figure_time, figure_unit_cost)
from .comparison import compare
from .figure_style import drawing, save
from .run_set import PairedRuns

FIGURES = {"1-difference-over-time": figure_time, "2-unit-cost-by-term": figure_unit_cost,
           "3-links-by-tier": figure_tiers, "4-local-supply": figure_supply,
           "5-moves-between-places": figure_moves, "6-who-gained-and-lost": figure_fates,
           "7-developer": figure_developer, "8-residents": figure_residents,
           "9-invited": figure_invited}


def draw_figures(comparisons, folders, lang):
    """Draw every figure of each comparison into its folder, as SVG and PNG.

    Parameters
    ----------
    comparisons : list of Comparison
    folders : list of Path
        One for each comparison.
    lang : str
    """
    workers = min(len(comparisons), len(os.sched_getaffinity(0)))
    if workers == 1:
        for comparison, folder in zip(comparisons, folders):
            _draw(comparison, folder, lang)
        return
    pairs = [comparison.pairs for comparison in comparisons]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        list(pool.map(_draw_policy, [p.folder for p in pairs], [p.base_folder for p in pairs], folders, repeat(lang)))


def _draw(comparison, folder, lang):
    with drawing(lang):
        for name, figure in FIGURES.items():
            save(figure.draw(comparison, lang), folder, name)


def _draw_policy(policy, base, folder, lang):
    """The same in a process of its own, which opens the run files anew."""
    with redirect_stderr(StringIO()):  # what there is to say about them has been said
        pairs = PairedRuns(policy, base)
    with pairs:
        _draw(compare(pairs), folder, lang)
