"""Which verdicts survive when judgement parameters are at low and at high."""

from pathlib import Path

from .comparison import compare
from .mistakes import UsageMistake
from .run_set import PairedRuns
from .words import say

LEVELS = ("low", "high")


def judgement_folders(folder, policy, base):
    """Return {parameter: {level: folder}} where both scenarios were run."""
    folder = Path(folder)
    if not folder.is_dir():
        raise UsageMistake("no_folder", place=folder)
    found = {}
    for path in sorted(folder.iterdir()):
        parameter, _, level = path.name.rpartition("-")
        if parameter and level in LEVELS and (path / policy).is_dir() and (path / base).is_dir():
            found.setdefault(parameter, {})[level] = path
    if not found:
        raise UsageMistake("no_judgement", place=folder, scenario=policy)
    return found


def judgement_table(comparison, folder, lang):
    """Compare again under every judgement parameter.

    Returns
    -------
    tuple of (header, rows, csv_header, csv_rows)
        One row a measure of the main table: its central verdict, then one column
        each parameter and level, and whether all of them agree with it.
    """
    policy, base = comparison.pairs.name, comparison.pairs.base_name
    found = judgement_folders(folder, policy, base)
    columns, verdicts = [], {}
    for parameter, levels in found.items():
        for level in LEVELS:
            columns.append((parameter, level))
            if level in levels:
                with PairedRuns(levels[level] / policy, levels[level] / base) as pairs:
                    for row in compare(pairs).main:
                        verdicts[parameter, level, row.measure.name] = row.estimate
    header = [say(lang, "measure"), say(lang, "central"),
              *(f"{parameter} {say(lang, level)}" for parameter, level in columns), say(lang, "survives")]
    csv_header = ["measure", "label", "parameter", "level", "pairs", "difference", "low90", "high90", "p_holm",
                  "verdict", "same_as_central"]
    rows, csv_rows = [], []
    for row in comparison.main:
        held = [verdicts.get((*column, row.measure.name)) for column in columns]
        survives = all(e is not None and e.verdict == row.estimate.verdict for e in held)
        rows.append([row.measure.label(lang), say(lang, row.estimate.verdict),
                     *(say(lang, e.verdict) if e else say(lang, "missing") for e in held),
                     say(lang, "yes" if survives else "no")])
        for (parameter, level), e in zip(columns, held):
            if e:
                csv_rows.append([row.measure.name, row.measure.label(lang), parameter, level, e.n, e.difference,
                                 e.low, e.high, e.p_joint, e.verdict,
                                 "yes" if e.verdict == row.estimate.verdict else "no"])
    return header, rows, csv_header, csv_rows
