"""The frontier of a study by search: generations of points, each a sweep, the best of all in one picture."""

import sys
from contextlib import ExitStack
from pathlib import Path

import numpy as np

from .frontier import AIMS, effect_of, frontiers, write_frontiers
from .generation import read_study, run_generation, unit_to_values
from .joined_studies import JoinedStudies
from .mistakes import UsageMistake
from .nondominated_search import search as search_points
from .study_notes import heading_of
from .table_text import aligned
from .words import say

LEAST_POPULATION = 8


def search(study_file, out, lang, canopy, cost, effects, scenario=None, against=None, population=32, generations=8,
           seed=1, quiet=False):
    """Search for points of low cost and high effect; the same call goes on where it stopped.

    Parameters
    ----------
    study_file : path
        TOML; its design is replaced by the generations' own points.
    out : path
        Folder of the search: one folder a generation, then table and figure.
    lang, canopy : str
        `canopy` is the program that runs the sweeps.
    cost : str
    effects : list of str
        Outputs to raise, or NAME:min to lower.
    scenario, against : str, optional
    population, generations, seed : int
        Points a generation; generations after the first.
    quiet : bool

    Returns
    -------
    tuple of (str, dict)
    """
    if population % 4 or population < LEAST_POPULATION:
        above = max(LEAST_POPULATION, -(-population // 4) * 4)
        raise UsageMistake("bad_population", got=population, above=above)
    study, factors = read_study(study_file)
    out, origin, packs = Path(out), Path(study_file).resolve().parent, []
    names = [cost, *effects]

    with ExitStack() as stack:
        def evaluate(generation, unit):
            if not quiet:
                print(say(lang, "generation", n=generation, last=generations, points=len(unit)), file=sys.stderr)
            packs.append(stack.enter_context(run_generation(
                study, origin, factors, unit_to_values(factors, unit), out / f"generation-{generation:03d}", canopy)))
            return _objectives(packs[-1], names, lang, scenario, against)

        search_points(evaluate, len(factors), len(names), population, generations, seed)
        joined = JoinedStudies(packs, factors)
        found = frontiers(joined, lang, cost, effects, scenario, against)
        progress = _progress(found, population, lang)
        title = heading_of(joined, scenario, against, lang)
        return write_frontiers(joined, found, title, out, lang, scenario, "search",
                               [say(lang, "search_note", seed=seed), progress])


def _objectives(pack, names, lang, scenario, against):
    """Return the objectives of a pack, all to be small, shape (point, objective)."""
    columns = []
    for place, word in enumerate(names):
        output, aim = effect_of(pack, word, lang, scenario, against)
        columns.append((AIMS["min"] if place else 1) * (aim if place else 1) * output.means)
    return np.stack(columns, axis=1)


def _progress(found, population, lang):
    """Return how many of the unbeaten points each generation gave, as a table."""
    last = max(int(one.points.max()) for one in found) // population
    counts = [np.bincount(one.points[one.on] // population, minlength=last + 1) for one in found]
    header = [say(lang, "generation_word"), *(one.effect.label for one in found)]
    rows = [[str(row), *(str(count[row]) for count in counts)] for row in range(last + 1)]
    return say(lang, "progress") + "\n" + aligned(header, rows)
