"""The report: everything that is written for a policy, and what is printed."""

from contextlib import ExitStack
from pathlib import Path

from .comparison import compare
from .cost import by_lever
from .finding import finding
from .judgement import judgement_table
from .limits import limits
from .mistakes import UsageMistake
from .output_folder import whole_folder
from .paired import estimate
from .report_figures import draw_figures
from .report_tables import (CSV_HEADER, LEFT, csv_rows, header, notes, text_rows)
from .run_file import as_text
from .run_set import PairedRuns, seed_list
from .table_text import aligned, markdown, number, write_csv
from .words import say


def report(policies, base, out, lang, judgement=None, figures=True):
    """Write the reports of policies against a baseline.

    Parameters
    ----------
    policies : list of path
        Folders of run files; with more than one, each gets a folder of its own in `out`.
    base, out : path
    lang : str
    judgement : path, optional
        Folder of runs with judgement parameters at low and high.
    figures : bool

    Returns
    -------
    tuple of (str, dict)
        What is printed, and the same for a program.
    """
    names = [Path(policy).resolve().name for policy in policies]
    if len(set(names)) < len(names):
        raise UsageMistake("same_name", place=", ".join(map(str, policies)))
    with ExitStack() as stack:
        comparisons = [compare(stack.enter_context(PairedRuns(policy, base))) for policy in policies]
        tables = [judgement and judgement_table(c, judgement, lang) for c in comparisons]
        with whole_folder(out) as folder:
            places = [folder if len(policies) == 1 else folder / c.pairs.name for c in comparisons]
            for comparison, table, place in zip(comparisons, tables, places):
                place.mkdir(exist_ok=True)
                _write_tables(comparison, place, lang)
                _write_judgement(table, place, lang)
                _write_words(comparison, place, lang)
            if figures:
                draw_figures(comparisons, places, lang)
            if len(policies) > 1:
                _write_summary(comparisons, folder, lang)
        texts = [_printed(c, table, lang) for c, table in zip(comparisons, tables)]
        if len(policies) > 1:
            texts.append(say(lang, "summary") + "\n" + aligned(*_summary(comparisons, lang)))
        return "\n\n".join(texts), {"baseline": comparisons[0].pairs.base_name, "out": str(out),
                                    "policies": [_for_program(c) for c in comparisons]}


def _write_tables(comparison, folder, lang):
    for name, key, rows in (("table", "main_table", comparison.main),
                            ("further", "further_table", comparison.further)):
        write_csv(folder / f"{name}.csv", CSV_HEADER, csv_rows(rows, lang))
        text = f"# {say(lang, key)}\n\n{markdown(header(lang), text_rows(rows, lang), LEFT)}\n"
        (folder / f"{name}.md").write_text(text + "\n\n".join(notes(comparison, lang)) + "\n", "utf-8")
    levers = by_lever(comparison.pairs, comparison.period, lang)
    write_csv(folder / "cost_by_lever.csv",
              ["lever", "label", "baseline_yuan", "policy_yuan", "difference_yuan", "low90", "high90",
               "use_baseline", "use_policy"],
              [[code, label, e.base, e.policy, e.difference, e.low, e.high, use and use.base, use and use.policy]
               for code, label, e, use in levers])
    (folder / "cost_by_lever.md").write_text(
        f"# {say(lang, 'cost_by_lever')}\n\n{markdown(*_lever_table(levers, lang))}\n{say(lang, 'luck')}\n", "utf-8")


def _lever_table(levers, lang):
    head = [say(lang, key) for key in ("lever", "baseline", "policy", "difference", "interval", "uses")]
    head[1] += "，百万元" if lang == "zh" else ", million yuan"
    rows = [[label, *(number(v / 1e6, 3) for v in (e.base, e.policy)), number(e.difference / 1e6, 3, True),
             f"[{number(e.low / 1e6, 3, True)}, {number(e.high / 1e6, 3, True)}]",
             number(use.difference, sign=True) if use else "–"] for _, label, e, use in levers]
    return head, rows


def _write_judgement(table, folder, lang):
    if table:
        head, rows, csv_head, csv = table
        write_csv(folder / "judgement.csv", csv_head, csv)
        (folder / "judgement.md").write_text(
            f"# {say(lang, 'judgement_table')}\n\n{markdown(head, rows, range(len(head)))}\n"
            f"{say(lang, 'luck')}\n", "utf-8")


def _write_words(comparison, folder, lang):
    pairs = comparison.pairs
    (folder / "finding.txt").write_text(finding(comparison, lang) + "\n", "utf-8")
    (folder / "limits.txt").write_text(limits(pairs.base[0].scale, lang), "utf-8")
    lines = [f"seeds = {seed_list(pairs.seeds)}"]
    for role, run, place in (("baseline", pairs.base[0], pairs.base_folder), ("policy", pairs.policy[0], pairs.folder)):
        lines.append(f"[{role}] {place}")
        lines += [f"{key} = {as_text(value)}" for key, value in sorted(run.attributes.items())
                  if key not in ("seed", "state_hash")]
    (folder / "provenance.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _summary(comparisons, lang):
    """One row a measure, one column a policy: difference in per cent and its verdict's arrow."""
    measures = {row.measure.name: row.measure for c in comparisons for row in c.main}
    arrows = {"up": "↑", "down": "↓", "open": "·"}
    rows = []
    for name, measure in measures.items():
        cells = []
        for c in comparisons:
            e = next((row.estimate for row in c.main if row.measure.name == name), None)
            cells.append("–" if e is None else f"{number(e.percent, 2, True)} % {arrows[e.verdict]}")
        rows.append([measure.label(lang), *cells])
    costs = [number(c.cost.plain.mean() / 1e6, 1) + (" 百万元" if lang == "zh" else " m yuan")
             if c.cost else "–" for c in comparisons]
    rows.append([say(lang, "net_cost"), *costs])
    return [say(lang, "measure"), *(c.pairs.policy[0].title(lang) for c in comparisons)], rows


def _write_summary(comparisons, folder, lang):
    (folder / "summary.md").write_text(
        f"# {say(lang, 'summary')}\n\n{markdown(*_summary(comparisons, lang))}\n"
        f"↑ {say(lang, 'up')} · ↓ {say(lang, 'down')} · `·` {say(lang, 'open')}\n\n{say(lang, 'luck')}\n", "utf-8")
    write_csv(folder / "summary.csv", ["policy", *CSV_HEADER],
              [[c.pairs.name, *row] for c in comparisons for row in csv_rows(c.main, lang)])


def _printed(comparison, table, lang):
    parts = [finding(comparison, lang), aligned(header(lang), text_rows(comparison.main, lang), LEFT),
             "\n".join(notes(comparison, lang))]
    levers = by_lever(comparison.pairs, comparison.period, lang)
    if levers:
        parts.append(say(lang, "cost_by_lever") + "\n" + aligned(*_lever_table(levers, lang))
                     + "\n" + say(lang, "luck"))
    if table:
        parts.append(say(lang, "judgement_table") + "\n" + aligned(table[0], table[1], range(len(table[0])))
                     + "\n" + say(lang, "luck"))
    return "\n\n".join(parts)


def _for_program(comparison):
    pairs, cost = comparison.pairs, comparison.cost
    costs = cost and {name: {"mean": e.difference, "low90": e.low, "high90": e.high} for name, e in
                      (("net_cost_yuan", estimate(0 * cost.plain, cost.plain)),
                       ("net_cost_discounted_yuan", estimate(0 * cost.discounted, cost.discounted)))}
    return {"policy": pairs.name, "seeds": pairs.seeds, "period": comparison.period.text(pairs.months),
            "period_from": comparison.period.source, **(costs or {}),
            "table": [dict(zip(CSV_HEADER, row)) for row in csv_rows(comparison.main, "en")],
            "further": [dict(zip(CSV_HEADER, row)) for row in csv_rows(comparison.further, "en")]}
