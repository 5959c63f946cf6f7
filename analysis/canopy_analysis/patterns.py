"""The table of patterns: what the model should reproduce, and whether it does."""

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np

from . import pattern_firms, pattern_flows, pattern_links, pattern_people
from .mistakes import UsageMistake
from .opening_drift import drift_table, opening_drift
from .run_file import RunFile
from .run_set import find_runs
from .sample import NotMeasurable, Sample
from .table_text import aligned
from .words import say

BUILT, FITTED, EMERGENT = "by construction", "fitted", "emergent"


@dataclass(frozen=True)
class Pattern:
    """A pattern: accepted band [low, high], class, and how it is measured on a `Sample`."""

    key: str
    en: str
    zh: str
    low: float
    high: float
    kind: str
    weight: str
    measure: Callable


PATTERNS = (
    Pattern("headcount_tail_rank", "headcount tail, rank-1/2", "人数尾部，秩-1/2", .95, 1.5, EMERGENT, "hard",
            pattern_firms.headcount_rank),
    Pattern("headcount_tail_mle", "headcount tail, Clauset", "人数尾部，Clauset", .95, 1.5, EMERGENT, "hard",
            pattern_firms.headcount_mle),
    Pattern("revenue_tail_rank", "revenue tail, rank-1/2", "收入尾部，秩-1/2", .65, 1.3, EMERGENT, "hard",
            pattern_firms.revenue_rank),
    Pattern("revenue_tail_mle", "revenue tail, Clauset", "收入尾部，Clauset", .65, 1.3, EMERGENT, "hard",
            pattern_firms.revenue_mle),
    Pattern("top_eight", "top eight of above-scale output", "前八家占四上产出", .60, .80, EMERGENT, "hard",
            pattern_firms.top_eight),
    Pattern("growth_shape", "growth rates, Subbotin b", "增长率，Subbotin b", .7, 1.2, BUILT, "hard",
            pattern_firms.growth_shape),
    Pattern("volatility", "volatility falls with size, beta", "波动随规模下降，beta", .10, .25, BUILT, "hard",
            pattern_firms.volatility),
    Pattern("exit_peak", "exit by age peaks at, months", "退出率峰值年龄，月", 24, 36, BUILT, "soft",
            pattern_flows.exit_peak),
    Pattern("exit_second_year", "exit hazard, year 2 over 1", "退出率，第2年比第1年", 4, 6, BUILT, "soft",
            pattern_flows.second_year),
    Pattern("exit_third_year", "exit hazard, year 3 over 1", "退出率，第3年比第1年", 6, 8, BUILT, "soft",
            pattern_flows.third_year),
    Pattern("company_entry", "entry, companies", "新设率，企业", .19, .20, FITTED, "soft", pattern_flows.company_entry),
    Pattern("individual_entry", "entry, individuals", "新设率，个体户", .19, .20, FITTED, "soft",
            pattern_flows.individual_entry),
    Pattern("company_exit", "exit, companies", "退出率，企业", .09, .11, FITTED, "soft", pattern_flows.company_exit),
    Pattern("individual_exit", "exit, individuals", "退出率，个体户", .107, .119, FITTED, "soft",
            pattern_flows.individual_exit),
    Pattern("customers_tail", "customers' tail, Clauset", "客户数尾部，Clauset", .9, 1.6, EMERGENT, "hard",
            pattern_links.customers),
    Pattern("suppliers_tail", "suppliers' tail, Clauset", "供应商数尾部，Clauset", .9, 1.6, EMERGENT, "hard",
            pattern_links.suppliers),
    Pattern("half_life", "links, half-life, months", "链接半衰期，月", 11, 15, FITTED, "hard", pattern_links.half_life),
    Pattern("gone_in_a_year", "links gone in a year", "一年内消失的链接", .40, .60, FITTED, "hard",
            pattern_links.gone_in_a_year),
    Pattern("top_five_kept", "top-five partners kept a year", "前五大伙伴一年留存", .85, 1.0, FITTED, "hard",
            pattern_links.top_five_kept),
    Pattern("moves", "moves, a firm-year", "搬迁率，每企业年", .03, .08, FITTED, "soft", pattern_flows.moves),
    Pattern("moves_out", "moves out of the zone, a firm-year", "迁出率，每企业年", 0, .015, FITTED, "soft",
            pattern_flows.moves_out),
    Pattern("productivity_spread", "productivity 90/10 in sectors", "行业内生产率 90/10", 2, 6, EMERGENT, "hard",
            pattern_firms.productivity_spread),
    Pattern("agglomeration", "agglomeration, ln A on ln jobs", "集聚，ln A 对 ln 就业", .03, .12, BUILT, "soft",
            pattern_firms.agglomeration),
    Pattern("logistics", "logistics over value added", "物流占增加值", .124, .164, BUILT, "soft",
            pattern_flows.logistics),
    Pattern("bass_innovation", "digital adoption, Bass p", "数字化扩散，Bass p", .01, .05, EMERGENT, "soft",
            pattern_flows.bass_innovation),
    Pattern("bass_imitation", "digital adoption, Bass q", "数字化扩散，Bass q", .25, .6, EMERGENT, "soft",
            pattern_flows.bass_imitation),
    Pattern("matching_elasticity", "hires on open jobs, elasticity", "招聘对空缺岗位的弹性", .3, .5, EMERGENT, "soft",
            pattern_people.matching_elasticity),
    Pattern("beveridge", "unemployment and open jobs, correlation", "失业与空缺岗位的相关系数", -1, -.5, EMERGENT, "soft",
            pattern_people.beveridge),
    Pattern("tenure_under_one", "in the job for under one year", "任职不足一年的比例", .15, .30, EMERGENT, "soft",
            pattern_people.tenure_under_a_year),
    Pattern("tenure_over_ten", "in the job for ten years or more", "任职十年及以上的比例", .15, .40, EMERGENT, "soft",
            pattern_people.tenure_over_ten_years),
)


def measure_patterns(paths):
    """Measure every pattern on run files (or folders of them).

    Returns
    -------
    list of dict
        key, values (one a run that holds the inputs), and why the others lack them.
    """
    files = [file for path in paths
             for file in (find_runs(path).values() if Path(path).is_dir() else [path])]
    values, reasons = {p.key: [] for p in PATTERNS}, {}
    for file in files:
        with RunFile(file) as run:
            if run.scale != 1:
                raise UsageMistake("shrunk", place=file, scale=run.scale)
            sample = Sample(run)
            for pattern in PATTERNS:
                try:
                    values[pattern.key].append(pattern.measure(sample))
                except NotMeasurable as problem:
                    reasons.setdefault(pattern.key, problem)
    return [_row(p, values[p.key], reasons.get(p.key)) for p in PATTERNS]


def _row(pattern, values, reason):
    row = {"key": pattern.key, "pattern": pattern, "values": values, "reason": reason}
    if values:
        row["low"], row["median"], row["high"] = np.percentile(values, (5, 50, 95)).tolist()
        row["inside"] = bool(pattern.low <= row["median"] <= pattern.high)
    return row


def patterns(paths, lang):
    """Return (text, list) of the table of patterns over some runs."""
    rows = measure_patterns(paths)
    header = [say(lang, key) for key in ("pattern", "value", "band", "accepted", "result", "class")]
    table, missing = [], []
    for row in rows:
        p = row["pattern"]
        name, kind = p.zh if lang == "zh" else p.en, f"{say(lang, p.kind)}, {say(lang, p.weight)}"
        accepted = f"{p.low:g} - {p.high:g}"
        if row["values"]:
            table.append([name, _figures(row["median"]), f"{_figures(row['low'])} - {_figures(row['high'])}",
                          accepted, say(lang, "inside" if row["inside"] else "outside"), kind])
        else:
            table.append([name, "–", "–", accepted, "–", kind])
            missing.append(f"{name}: {say(lang, 'not_measurable', reason=row['reason'].text(lang))}")
    lines = [aligned(header, table, (0, 4, 5)), *missing, _counts(rows, lang),
             say(lang, "n_runs", n=max(len(row["values"]) for row in rows))]
    drift = opening_drift(paths)
    if drift:
        lines += ["", drift_table(drift, lang)]
    return "\n".join(lines), [_for_program(row) for row in rows] + [_drift_for_program(row) for row in drift]


def _drift_for_program(row):
    return {"pattern": f"opening_drift.{row['measure']}", "name": row["measure"], "median": row["first_year"],
            "inside": row["settled"], "class": "start", "runs": row["runs"], "ends": row["ends"]}


def _figures(value):
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"


def _counts(rows, lang):
    parts = []
    for kind in (BUILT, FITTED, EMERGENT):
        seen = [row for row in rows if row["pattern"].kind == kind and row["values"]]
        inside = sum(row["inside"] for row in seen)
        parts.append(f"{say(lang, kind)}: {say(lang, 'count', inside=inside, n=len(seen))}")
    return "; ".join(parts)


def _for_program(row):
    p = row["pattern"]
    return {"pattern": p.key, "name": p.en, "median": row.get("median"), "p5": row.get("low"),
            "p95": row.get("high"), "accepted": [p.low, p.high], "inside": row.get("inside"), "class": p.kind,
            "weight": p.weight, "runs": len(row["values"]),
            "reason": row["reason"].text("en") if row["reason"] and not row["values"] else None}
