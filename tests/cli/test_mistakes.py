"""Every mistake of a scenario is told with its place, its reason and what would help."""

import json
import os

import pytest
from conftest import ROOT
from faulty_scenarios import CASES, LEVER

BASE = 'base = "zhuzhou-2023.toml"\n'


def write(tree, name, text):
    path = tree / "scenarios" / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return f"scenarios/{name}"


def test_there_are_enough_cases():
    assert len(CASES) >= 60
    assert len({name for name, *_ in CASES}) == len(CASES)


@pytest.mark.parametrize("text, mistakes", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_faulty_scenario_is_explained_in_both_languages(canopy, tree, text, mistakes):
    file = write(tree, "case.toml", text)
    result = canopy("validate", file, "--json", cwd=tree)
    assert result.returncode == 2
    found = json.loads(result.stdout)
    assert [(one["file"], one["line"], one["column"]) for one in found] == [
        (file, line, column) for line, column, *_ in mistakes]
    for one, (_, _, reason, suggestion, reason_zh, suggestion_zh) in zip(found, mistakes):
        assert reason in one["message"]
        assert suggestion in one["suggestion"]
        assert reason_zh in one["message_zh"]
        assert suggestion_zh in one["suggestion_zh"]
        assert bool(one["suggestion"]) == bool(one["suggestion_zh"])


@pytest.mark.parametrize("lang, count", [("en", "4 mistakes."), ("zh", "共 4 处错误。")])
def test_all_mistakes_of_all_files_stand_in_one_report_with_line_and_caret(canopy, tree, lang, count):
    first = write(tree, "first.toml", BASE + '[relocation]\nbasse = -4.0\nbase = 3\n' + LEVER + 'from = "2024-13"\n')
    second = write(tree, "second.toml", BASE + 'title ＝ "A"\n')
    result = canopy("validate", first, second, "scenarios/open.toml", "--lang", lang, cwd=tree)
    assert result.returncode == 2
    assert result.stdout == ""
    places = [f"{first}:3:1:", f"{first}:4:8:", f"{first}:8:8:", f"{second}:2:7:"]
    assert [line.split(" ")[0] for line in result.stderr.splitlines() if line.startswith("scenarios/")] == places
    assert "   4 | base = 3\n     |        ^\n" in result.stderr
    assert result.stderr.endswith(count + "\n")


def test_a_mistake_of_a_parent_is_told_once_for_two_children(canopy, tree):
    write(tree, "parent.toml", BASE + "[relocation]\nbase = 3\n")
    children = [write(tree, name, 'base = "parent.toml"\ntitle = "A"\n') for name in ("a.toml", "b.toml")]
    found = json.loads(canopy("validate", *children, "--json", cwd=tree).stdout)
    assert [(one["file"], one["line"]) for one in found] == [("scenarios/parent.toml", 3)]


def test_a_circle_of_three_names_all_three(canopy, tree):
    for name, base in (("a", "b"), ("b", "c"), ("c", "a")):
        write(tree, f"{name}.toml", f'base = "{base}.toml"\ntitle = "A"\n')
    (found,) = json.loads(canopy("validate", "scenarios/a.toml", "--json", cwd=tree).stdout)
    assert (found["file"], found["line"], found["column"]) == ("scenarios/c.toml", 1, 8)
    assert "a.toml → b.toml → c.toml → a.toml" in found["message"]


def test_an_entry_that_meets_its_parents_only_by_kind_is_an_error(canopy, tree):
    write(tree, "parent.toml", BASE + '[[lever]]\nkind = "rent_relief"\n')
    file = write(tree, "child.toml", 'base = "parent.toml"\n[[lever]]\nkind = "rent_relief"\n')
    (found,) = json.loads(canopy("validate", file, "--json", cwd=tree).stdout)
    assert (found["file"], found["line"]) == (file, 3)
    assert "name" in found["suggestion"]


@pytest.mark.parametrize("text, reason", [
    (BASE.encode() + b'title = "\xd6\xea\xd6\xde"\n', "not UTF-8"),
    (BASE.encode() + b'title = "\x00"\n', "zero bytes"),
    (BASE.encode("utf-16"), "not UTF-8"),
    (BASE.encode() + b"# " + b"x" * (1 << 20) + b"\n", "1 MiB"),
], ids=["GBK", "zero byte", "UTF-16", "too long"])
def test_a_file_that_is_no_scenario_text_is_refused(canopy, tree, text, reason):
    file = write(tree, "bytes.toml", text)
    (found,) = json.loads(canopy("validate", file, "--json", cwd=tree).stdout)
    assert found["file"] == file
    assert reason in found["message"]


def test_a_file_that_is_not_there_gets_the_nearest_name(canopy, tree):
    result = canopy("validate", "scenarios/opn.toml", cwd=tree)
    assert result.returncode == 2
    assert "scenarios/opn.toml: does not exist; did you mean open.toml?" in result.stderr


def test_a_directory_is_not_a_scenario(canopy, tree):
    result = canopy("validate", "scenarios", "--lang", "zh", cwd=tree)
    assert result.returncode == 2
    assert "是文件夹，不是文件" in result.stderr


def test_a_pipe_is_not_a_scenario(canopy, tree):
    os.mkfifo(tree / "pipe.toml")
    result = canopy("validate", "pipe.toml", cwd=tree)
    assert result.returncode == 2
    assert "not a regular file" in result.stderr


@pytest.mark.parametrize("option, reason", [
    ("lever.congres_2023.meetings=3", "congress_2023"),
    ("relocation.base=3", "is above 0"),
    ("relocation.basse=3", "did you mean base?"),
    ("relocation.base", "is not path.to.key=value"),
    ("lever.congress_2023=3", "is a whole table"),
])
def test_a_mistake_of_set_is_told_with_the_option(canopy, option, reason):
    result = canopy("run", "scenarios/tiny.toml", "--set", option)
    assert result.returncode == 2
    assert result.stderr.startswith("--set:1:")
    assert reason in result.stderr


def test_yearly_snapshots_may_stand_without_a_list(canopy, tree):
    file = write(tree, "yearly.toml", BASE + '[record]\nsnapshots = "yearly"\n')
    assert canopy("validate", file, cwd=tree).returncode == 0


def test_the_shipped_scenarios_have_no_mistake(canopy):
    shipped = sorted(path for path in (ROOT / "scenarios").glob("**/*.toml") if path.parent.name != "studies")
    result = canopy("validate", *shipped)
    assert result.returncode == 0, result.stderr
    assert result.stdout.count(": ok\n") == len(shipped)
