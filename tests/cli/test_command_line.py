"""Commands, options and languages: unknown words get the nearest one, data goes to stdout."""

import json

import pytest


@pytest.mark.parametrize("words, en, zh", [
    ("rnu scenarios/tiny.toml", "there is no command rnu", "没有命令 rnu"),
    ("run --sceds 3 scenarios/tiny.toml", "has no option --sceds; did you mean --seeds?", "是否应为 --seeds？"),
    ("run --treads=2 scenarios/tiny.toml", "did you mean --threads?", "是否应为 --threads？"),
    ("report a --agianst b", "did you mean --against?", "是否应为 --against？"),
    ("describe lever", "did you mean levers?", "是否应为 levers？"),
    ("run", "scenario is required", "缺少必需的内容"),
    ("report a", "--against is required", "--against"),
    ("run --threads many scenarios/tiny.toml", "--threads", "选项的值无法识别"),
    ("run --threads -2 scenarios/tiny.toml", "not between 1 and 1024", "不在 1 与 1024 之间"),
    ("run --seeds 0 scenarios/tiny.toml", "write 8 or 1..8", "请写 8 或 1..8"),
    ("run --seeds 5..2 scenarios/tiny.toml", "write 8 or 1..8", "请写 8 或 1..8"),
    ("run --seeds many scenarios/tiny.toml", "write 8 or 1..8", "请写 8 或 1..8"),
    ("run --until 2028 scenarios/tiny.toml", "write 2028-12", "请写 2028-12"),
    ("run --until 2020-01 scenarios/tiny.toml", "not between 2023-01 and", "不在2023-01与"),
    ("run --scale 0 scenarios/tiny.toml", "world.scale = 0 is below", "world.scale = 0 低于下限"),
    ("run scenarios/tiny.toml ./scenarios/tiny.toml", "are both called tiny", "同名 tiny"),
    ("diff scenarios/tiny.toml results.h5", "are not of one kind", "不是同类文件"),
    ("explain", "scenario is required", "缺少必需的内容"),
    ("", "canopy --help", "canopy --help"),
])
def test_a_command_line_that_is_not_understood_is_answered(canopy, words, en, zh):
    for lang, answer in (("en", en), ("zh", zh)):
        result = canopy(*words.split(), environment={"LANG": f"{lang}_X.UTF-8"})
        assert result.returncode == 2
        assert result.stdout == ""
        assert answer in result.stderr


def test_an_unknown_language_is_told_which_there_are(canopy):
    result = canopy("describe", "events", "--lang", "fr")
    assert result.returncode == 2
    assert "write zh or en" in result.stderr


def test_the_language_comes_from_the_environment_unless_it_is_named(canopy):
    chinese = canopy("describe", "events", environment={"LANG": "zh_CN.UTF-8"}).stdout
    assert "企业设立" in chinese
    assert canopy("describe", "events", "--lang", "zh").stdout == chinese
    assert "企业设立" not in canopy("describe", "events", "--lang", "en", environment={"LANG": "zh_CN.UTF-8"}).stdout


@pytest.mark.parametrize("lang, words", [("en", "run scenarios"), ("zh", "运行情景")])
def test_help_goes_to_stdout_in_both_languages(canopy, lang, words):
    result = canopy("--lang", lang, "--help")
    assert result.returncode == 0
    assert words in result.stdout
    assert "levers" not in result.stdout.split()
    assert canopy("run", "--help", "--lang", lang).returncode == 0
    assert canopy("--version").stdout[0].isdigit()


@pytest.mark.parametrize("topic, key, some", [
    ("levers", "kind", {"supply_platform", "digital_voucher"}),
    ("parameters", "table", {"population", "relocation", "pricing", "budget", "developer"}),
    ("kpis", "name", {"entities", "local_supply_ratio", "unit_cost_by_cost_term"}),
    ("events", "name", {"entry", "exit", "move", "spin_off"}),
    ("scenario", "table", {"time", "world", "record", "data", "[leader]", "[shock]", "[project]", "[lever]"}),
    ("study", "table", {"design", "[factor]", "outputs", "[output]", "limits"}),
])
def test_describe_tells_people_and_programs_the_same(canopy, topic, key, some):
    rows = json.loads(canopy("describe", topic, "--json").stdout)
    assert some <= {row[key] for row in rows}
    for lang in ("en", "zh"):
        text = canopy("describe", topic, "--lang", lang).stdout
        assert all(name.strip("[]") in text for name in some)


def test_every_key_has_a_meaning_in_both_languages(canopy):
    tables = [*json.loads(canopy("describe", "parameters", "--json").stdout),
              *json.loads(canopy("describe", "scenario", "--json").stdout),
              *json.loads(canopy("describe", "study", "--json").stdout),
              *json.loads(canopy("describe", "levers", "--json").stdout)]
    keys = [(table.get("table", table.get("kind")), row) for table in tables for row in table["keys"]]
    assert len(keys) > 100
    silent = [f"{table}.{row['key']}" for table, row in keys if not row["meaning"] or not row["meaning_zh"]]
    assert silent == []


def test_explain_says_where_each_value_comes_from(canopy):
    rows = {row["key"]: row for row in json.loads(canopy("explain", "scenarios/open.toml", "--json").stdout)}
    assert rows["lever.open_platform.users"]["origin"].startswith("scenarios/open.toml:")
    assert rows["lever.congress_2023.congress_firms"]["origin"].startswith("scenarios/zhuzhou-2023.toml:")
    assert rows["lever.open_platform.user_month"]["origin"] == "default (judgement)"
    assert rows["relocation.base"]["origin"].startswith("default (fitted")
    assert rows["relocation.base"]["value"] == "-4.1"


def test_diff_of_scenarios_lists_the_keys_that_differ(canopy):
    rows = {row["key"]: row
            for row in json.loads(canopy("diff", "scenarios/zhuzhou-2023.toml", "scenarios/tiny.toml", "--json").stdout)}
    assert rows["world.scale"]["a"] == {"value": "1", "origin": "default"}
    assert rows["world.scale"]["b"]["value"] == "0.01"
    assert not any(key.startswith("lever.") for key in rows)
    same = canopy("diff", "scenarios/tiny.toml", "scenarios/tiny.toml")
    assert (same.returncode, same.stdout) == (0, "the scenarios do not differ\n")


def test_a_missing_analysis_is_said_kindly(canopy, tmp_path):
    result = canopy("info", "x.h5", environment={"CANOPY_ANALYSIS": str(tmp_path)})
    assert result.returncode == 3
    assert "CANOPY_ANALYSIS" in result.stderr
