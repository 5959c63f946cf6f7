"""What every analysis of a study says under its table: rows that are missing, and luck."""

import numpy as np

from .mistakes import UsageMistake
from .table_text import number
from .words import say


def row_notes(study, output, used, scenario, lang):
    """Return sentences on the size of the runs and on missing ones.

    Parameters
    ----------
    study : StudyFile
    output : study_file.Output
    used : int
        Points that the analysis rests on.
    scenario : str or None
    lang : str
    """
    notes = [say(lang, "shrunk_study", scale=f"{study.scale:g}")] if study.scale != 1 else []
    if output.n_missing == 0:
        return [*notes, say(lang, "none_missing")]
    why = ", ".join(f"{n} {reason}" for reason, n in study.failures(scenario).items()) or "NaN"
    return [*notes, say(lang, "rows_missing", missing=output.n_missing, total=output.values.size, why=why, left=used,
                points=study.n_points)]


def luck_note(luck, lang):
    """Return the sentence on how much of the points' variance is luck."""
    if np.isnan(luck.share):
        return say(lang, "luck_unknown")
    return say(lang, "luck_share", share=number(100 * luck.share, 1), n=luck.n)


def require_rows(study, analysis, output, got, least, scenario=None):
    """Refuse when too few points have a result; says how many runs are missing and why."""
    if got < least:
        why = ", ".join(f"{n} {reason}" for reason, n in study.failures(scenario).items()) or "?"
        raise UsageMistake("too_few_rows", place=study.path, analysis=analysis, output=output.name, got=got,
                           total=study.n_points, missing=output.n_missing, why=why, least=least)


def heading_of(study, scenario, against, lang):
    """Return the study's title, with the scenario when several could be meant."""
    where = say(lang, "less", scenario=scenario or study.scenarios[0], base=against) if against else scenario
    if not where:
        return study.title(lang)
    return study.title(lang) + (f"（{where}）" if lang == "zh" else f" ({where})")
