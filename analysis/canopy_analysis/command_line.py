"""The commands: stdout is data, stderr is talk; exit 0, 2 (usage) or 3 (input, output)."""

import argparse
import json
import math
import os
import sys
from difflib import get_close_matches
from pathlib import Path

from .mistakes import FileMistake, Mistake, Stopped

COMMANDS = ("info", "diff", "patterns", "report", "levers", "attribute", "design", "sensitivity", "frontier", "discover", "calibrate",
            "search")
STOPPED = 75


class Parser(argparse.ArgumentParser):
    """Argument parser that offers the nearest word for an unknown one."""

    def error(self, message):
        known = [*COMMANDS, *(option for action in self._actions for option in action.option_strings)]
        words = [word for word in sys.argv[1:] if word not in known]
        near = [f"{word}: {match[0]}?" for word in words if (match := get_close_matches(word, known, 1))]
        hint = f" ({'; '.join(near)})" if near and ("invalid" in message or "unrecognized" in message) else ""
        self.exit(2, f"{self.prog}: {message}{hint}\n")


def _parser():
    parser = Parser(prog="canopy", description="Reads, compares and reports run files.")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="data for a program")
    common.add_argument("--lang", choices=("zh", "en"), default=_language(), help="default from LANG")
    common.add_argument("--quiet", action="store_true", help="no talk on stderr")

    def add(name, text):
        return commands.add_parser(name, help=text, description=text, parents=[common], prog=f"canopy {name}")

    add("info", "provenance and yearly table of a run file").add_argument("run", type=Path)
    diff = add("diff", "what differs between the results of two run files")
    diff.add_argument("a", type=Path)
    diff.add_argument("b", type=Path)
    add("patterns", "patterns of the model from run files").add_argument("runs", nargs="+", type=Path)
    report = add("report", "compare policies with a baseline over paired seeds")
    report.add_argument("policies", nargs="+", type=Path)
    report.add_argument("--against", required=True, type=Path, metavar="BASE")
    report.add_argument("-o", "--out", required=True, type=Path, metavar="DIR")
    report.add_argument("--judgement", type=Path, metavar="DIR", help="runs with judgement parameters at low and high")
    report.add_argument("--no-figures", dest="figures", action="store_false", help="tables and words only")
    levers = add("levers", "each lever alone against its declared aim")
    levers.add_argument("folder", type=Path)
    levers.add_argument("-o", "--out", required=True, type=Path, metavar="OUT")
    attribute = add("attribute", "shares of the four systems in a plan's effect (Shapley values)")
    attribute.add_argument("folder", type=Path)
    attribute.add_argument("-o", "--out", required=True, type=Path, metavar="OUT")
    design = add("design", "the table of points of a study")
    design.add_argument("--kind", help="instead of the kind in FACTORS.json")
    design.add_argument("--factors", required=True, type=Path, metavar="FACTORS.json")
    design.add_argument("--out", required=True, type=Path, metavar="DESIGN.csv")
    _add_studies(add)
    return parser


def _add_studies(add):
    """Declare the analyses of packed studies."""
    study = add("sensitivity", "which factors of a study move its outputs")
    study.add_argument("--output", action="append", metavar="NAME", help="default: all; may be repeated")
    _study_options(study)
    study = add("frontier", "the points of a study that none beats in cost and effect")
    _objective_options(study)
    _study_options(study)
    study = add("search", "let generations of points approach the frontier, each a sweep")
    _objective_options(study)
    _study_options(study, "STUDY.toml")
    study.add_argument("--population", type=int, default=32, metavar="N", help="points a generation; default 32")
    study.add_argument("--generations", type=int, default=8, metavar="N", help="after the first; default 8")
    study.add_argument("--seed", type=int, default=1, metavar="N", help="of the search; default 1")
    study.add_argument("--canopy", default="canopy", metavar="BINARY", help="the program that runs the sweeps")
    study = add("discover", "the ranges of factors in which a plan fails")
    study.add_argument("--fails", required=True, metavar="RULE", help="such as 'jobs < 0 or cost > 1e8'")
    _study_options(study)
    study = add("calibrate", "values of a study's factors at which its outputs meet their targets")
    study.add_argument("--target", required=True, action="append", metavar="NAME=VALUE",
                       help="as many as the study has factors")
    _study_options(study)


def _objective_options(parser):
    parser.add_argument("--cost", required=True, metavar="NAME", help="output to keep low")
    parser.add_argument("--effect", required=True, action="append", metavar="NAME[:min]",
                        help="output to raise (or lower); may be repeated")


def _study_options(parser, place="DIR|study.nc"):
    parser.add_argument("study", type=Path, metavar=place)
    parser.add_argument("--scenario", metavar="NAME", help="needed when the study has several")
    parser.add_argument("--against", metavar="NAME", help="scenario to take away, run by run")
    parser.add_argument("-o", "--out", type=Path, metavar="OUT", help="default: beside the pack")


def _language():
    setting = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if setting.startswith("zh") else "en"


def _run(options):
    """Return (text, object) of a command."""
    if options.command == "info":
        from .info import info
        return info(options.run, options.lang)
    if options.command == "diff":
        from .difference import difference
        return difference(options.a, options.b, options.lang)
    if options.command == "patterns":
        from .patterns import patterns
        return patterns(options.runs, options.lang)
    if options.command == "levers":
        from .lever_retention import lever_retention
        from .lever_senses import lever_senses
        from .levers import levers
        table = levers(options.folder, options.out, options.lang)
        lever_senses(options.folder, options.out, options.lang)
        lever_retention(options.folder, options.out, options.lang)
        return table
    if options.command == "attribute":
        from .attribution import attribute
        return attribute(options.folder, options.out, options.lang)
    if options.command == "design":
        from .design import design
        return design(options.factors, options.out, options.lang, options.kind)
    if options.command == "sensitivity":
        from .sensitivity import sensitivity
        return sensitivity(options.study, options.out, options.lang, options.output, options.scenario, options.against)
    if options.command == "frontier":
        from .frontier import frontier
        return frontier(options.study, options.out, options.lang, options.cost, options.effect, options.scenario,
                        options.against)
    if options.command == "discover":
        from .discovery import discover
        return discover(options.study, options.out, options.lang, options.fails, options.scenario, options.against)
    if options.command == "calibrate":
        from .calibration import calibrate
        return calibrate(options.study, options.out, options.lang, options.target, options.scenario, options.against)
    if options.command == "search":
        from .search import search
        return search(options.study, options.out or Path("results") / f"search-{options.study.stem}", options.lang,
                      options.canopy, options.cost, options.effect, options.scenario, options.against,
                      options.population, options.generations, options.seed, options.quiet)
    from .report import report
    result = report(options.policies, options.against, options.out, options.lang, options.judgement, options.figures)
    if not options.quiet:
        print(f"{'报告在' if options.lang == 'zh' else 'report in'} {options.out}", file=sys.stderr)
    return result


def main(arguments=None):
    """Run a command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    try:
        text, data = _run(options)
        print(json.dumps(_plain(data), ensure_ascii=False, indent=1) if options.json else text, flush=True)
    except Mistake as mistake:
        print(mistake.text(options.lang), file=sys.stderr)
        return mistake.exit_code
    except Stopped:
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as problem:
        place = problem.filename or "stdout"
        print(FileMistake("cannot_write", place=place, reason=problem.strerror or problem).text(options.lang),
              file=sys.stderr)
        return FileMistake.exit_code
    return 0


def _plain(data):
    """Replace NaN and infinities, which JSON does not know, by null."""
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_plain(value) for value in data]
    if hasattr(data, "item"):
        data = data.item()
    return None if isinstance(data, float) and not math.isfinite(data) else data
