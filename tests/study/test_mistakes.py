"""A mistake of a study file is told with its place, its reason and what would help, in both languages."""

import json

import pytest
from conftest import ROOT

HEAD = f'scenarios = ["{ROOT}/scenarios/tiny.toml"]\n'
DESIGN = '[design]\nkind = "sobol"\npoints = 8\n'
FACTOR = '[[factor]]\nname = "moving"\nkey = "relocation.base"\nlow = -5.0\nhigh = -3.0\n'
OUTPUTS = '[outputs]\nseries = ["employment"]\n'
WHOLE = HEAD + DESIGN + FACTOR + OUTPUTS

# name, text, line, column, reason, suggestion, reason in Chinese, suggestion in Chinese
CASES = [
    ("unknown key", "titel = 'A'\n" + WHOLE, 1, 1, "titel is not a known key", "did you mean title?", "不是已知的键名",
     "title"),
    ("no scenarios", DESIGN + FACTOR + OUTPUTS, 1, 1, "scenarios is missing", "add scenarios", "没有写", "请补上"),
    ("scenario that is not there", WHOLE.replace("tiny.toml", "tny.toml"), 1, 14, "is not a file", "relative to the study",
     "不是文件", "相对"),
    ("scenario twice", WHOLE.replace(HEAD, HEAD.replace("]", f', "{ROOT}/scenarios/tiny.toml"]')), 1, len(HEAD) + 2 - 1,
     "has the name of another", "rename", "同名", "改名"),
    ("unknown design", WHOLE.replace("sobol", "sobbol"), 3, 8, "is not one of the known words", 'did you mean "sobol"?',
     "不在可选范围内", "sobol"),
    ("no power of two", WHOLE.replace("points = 8", "points = 100"), 4, 10, "is no power of two", "write 64 or 128",
     "不是 2 的幂", "64 或 128"),
    ("no points", WHOLE.replace("points = 8\n", ""), 2, 1, "design.points is missing", "add points", "没有写", "请补上"),
    ("no factor", HEAD + DESIGN + OUTPUTS, 1, 1, "factor is missing", "[[factor]]", "没有写", "[[factor]]"),
    ("range the wrong way", WHOLE.replace("high = -3.0", "high = -6.0"), 9, 8, "is not above low = -5",
     "did you swap them?", "不高于 low", "是否写反了"),
    ("value outside a scenario's range", WHOLE.replace("high = -3.0", "high = 3.0"), 9, 8,
     "does not fit tiny: relocation.base = 3 is above 0", "did you mean -3?", "与情景 tiny 不符", "-3"),
    ("unknown key of a scenario", WHOLE.replace("relocation.base", "relocation.basse"), 7, 7,
     "does not fit tiny: relocation.basse is not a known key", "did you mean base?", "不是已知的键名", "base"),
    ("nothing to multiply", WHOLE.replace('key = "relocation.base"', 'multiplies = "relocation.base"'), 7, 14,
     "there is nothing to multiply", "", "没有可相乘的值", ""),
    ("horizon as a factor", WHOLE.replace("relocation.base", "time.last_month"), 7, 7,
     "is the same for all runs of a study", "until", "须相同", "until"),
    ("unknown measure", WHOLE.replace('"employment"', '"employmnt"'), 11, 11, "is not a measure",
     "did you mean employment?", "不是指标", "employment"),
    ("breakdown as one number", WHOLE + '[[output]]\nname = "x"\nmeasure = "unit_cost_by_cost_term"\n', 14, 11,
     "has a value for each category", "unit_cost_by_cost_term[", "多个值", "["),
    ("months after the end", WHOLE + '[[output]]\nname = "x"\nmeasure = "employment"\nfrom = "2031-01"\n', 15, 8,
     "leaves no months of the run (2023-01 to 2023-12", "", "不在运行期内", ""),
    ("unknown statistic", WHOLE + '[[output]]\nname = "x"\nmeasure = "employment"\nstatistic = "lst"\n', 15, 13,
     "is not one of the known words", 'did you mean "last"?', "不在可选范围内", "last"),
    ("factor without a name", WHOLE.replace('name = "moving"\n', ""), 5, 1, "", "", "", ""),
    ("unknown scenario of a factor", WHOLE.replace("high = -3.0", 'high = -3.0\nscenarios = ["tny"]'), 10, 14, "tny",
     "tiny", "tny", "tiny"),
    ("no outputs", HEAD + DESIGN + FACTOR, 1, 1, "outputs is missing", "[outputs]", "没有写", "[outputs]"),
]


@pytest.mark.parametrize("text, line, column, reason, suggestion, reason_zh, suggestion_zh",
                         [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_faulty_study_is_explained_in_both_languages(canopy, tmp_path, text, line, column, reason, suggestion,
                                                       reason_zh, suggestion_zh):
    file = tmp_path / "study.toml"
    file.write_text(text, encoding="utf-8")
    said = canopy("sweep", "plan", file, "--out", tmp_path / "out", "--json")
    assert said.returncode == 2, said.stderr
    first = json.loads(said.stdout)[0]
    assert (first["file"], first["line"], first["column"]) == (str(file), line, column)
    assert reason in first["message"] and suggestion in first["suggestion"]
    assert reason_zh in first["message_zh"] and suggestion_zh in first["suggestion_zh"]
    assert not (tmp_path / "out").exists()


def test_all_mistakes_stand_in_one_report(canopy, tmp_path):
    file = tmp_path / "study.toml"
    file.write_text(WHOLE.replace("sobol", "sobbol").replace('"employment"', '"employmnt"'), encoding="utf-8")
    said = canopy("sweep", "run", file, "--out", tmp_path / "out")
    assert said.returncode == 2 and said.stderr.endswith("2 mistakes.\n")


@pytest.mark.parametrize("words, reason", [
    (("sweep", "rnu"), "did you mean run?"),
    (("sweep", "run", "x.toml", "--wrkers", "2"), "did you mean --workers?"),
    (("sweep", "run"), "canopy sweep run --help"),
    (("sweep", "status", "."), "holds no plan"),
    (("sweep", "run", "scenarios/studies/tiny.toml", "--executor", "slrm"), "write local or slurm"),
    (("sweep", "run", "scenarios/studies/tiny.toml", "--workers", "-1"), "--workers"),
])
def test_a_wrong_word_is_told(canopy, words, reason):
    said = canopy(*words)
    assert said.returncode == 2
    assert reason in said.stderr
