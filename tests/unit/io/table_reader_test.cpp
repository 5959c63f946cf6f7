#include "sim/io/diagnostic_report.hpp"
#include "sim/io/document.hpp"
#include "sim/io/table_reader.hpp"

#include <catch2/catch.hpp>

using namespace canopy;

namespace {
struct Relocation {
    double base = -4.1;
    double share = 0.3;
    double grant = 5000.0;
    int candidates = 8;
    bool open = true;
    Month from;
    std::optional<Month> until;
    std::string rationing = "first_come";
    std::vector<std::string> places;
    std::vector<double> weights{1.0};
    std::array<double, 2> bounds{0.1, 0.9};

    static void describe(auto&& field) {
        field(
            "base",
            &Relocation::base,
            Range{-9.0, 0.0},
            "1",
            Meaning{"log hazard a month", "每月考虑迁移的对数风险"});
        field(
            "share",
            &Relocation::share,
            Range{0.0, 1.0},
            "1",
            Meaning{"rent paid", "租金补贴比例"});
        field(
            "grant",
            &Relocation::grant,
            Range{0.0},
            "yuan",
            Meaning{"grant a move", "每次搬迁补助"});
        field(
            "candidates",
            &Relocation::candidates,
            Range{1.0, 64.0},
            "1",
            Meaning{"places looked at", "比较的地点数"});
        field("open", &Relocation::open, "", Meaning{"is it open", "是否开放"});
        field("from", &Relocation::from, "", Meaning{"first month", "起始月份"});
        field(
            "until",
            &Relocation::until,
            "",
            Meaning{"first month without", "终止月份"});
        field(
            "rationing",
            &Relocation::rationing,
            Choices{"first_come", "pro_rata"},
            "",
            Meaning{"who gets the money", "资金分配方式"});
        field(
            "places",
            &Relocation::places,
            Choices{"hexi", "tianxin"},
            "",
            Meaning{"where", "适用地点"});
        field(
            "weights",
            &Relocation::weights,
            Range{0.0, 1.0},
            "1",
            Meaning{"weights", "权重"});
        field(
            "bounds",
            &Relocation::bounds,
            Range{0.0, 1.0},
            "1",
            Meaning{"bounds", "上下限"});
    }
};

struct Outcome {
    Relocation read;
    std::vector<Diagnostic> mistakes;
};

Outcome outcome(std::string const& text) {
    auto const document = Document::from_text("[relocation]\n" + text);
    Outcome result{document.root().table("relocation").read<Relocation>(), {}};
    try {
        document.finish();
    } catch (ScenarioError const& error) {
        result.mistakes = error.diagnostics();
    }
    return result;
}

/// The only mistake of a text: where it stands and its message in both languages.
void check_mistake(
    std::string const& text,
    std::uint32_t line,
    std::uint32_t column,
    std::string const& english,
    std::string const& chinese) {
    auto const found = outcome(text).mistakes;
    INFO(diagnostics_text(found, Language::en));
    REQUIRE(found.size() == 1);
    CHECK(found[0].position.file == "text.toml");
    CHECK(found[0].position.line == line);
    CHECK(found[0].position.column == column);
    CHECK(message(found[0], Language::en) == english);
    CHECK(message(found[0], Language::zh) == chinese);
}
} // namespace

TEST_CASE("a table sets what it names and leaves the rest at its default", "[unit]") {
    auto const [read, mistakes] =
        outcome("base = -3\nshare = { value = 0.5, unit = \"1\" }\ncandidates = "
                "4.0\nopen = false\n"
                "from = \"2024-01\"\nuntil = \"2027-01\"\nplaces = [\"hexi\"]\nweights "
                "= [1, 0.5]\n"
                "bounds = [0.2, 0.8]\nx-why = \"note\"\n");
    CHECK(mistakes.empty());
    CHECK(read.base == -3.0);
    CHECK(read.share == 0.5);
    CHECK(read.candidates == 4);
    CHECK_FALSE(read.open);
    CHECK(read.from.text() == "2024-01");
    CHECK(read.until.value().text() == "2027-01");
    CHECK(read.places == std::vector<std::string>{"hexi"});
    CHECK(read.weights == std::vector<double>{1.0, 0.5});
    CHECK(read.bounds == std::array<double, 2>{0.2, 0.8});
    CHECK(read.rationing == "first_come");
    CHECK(read.grant == 5000.0);
}

TEST_CASE("an absent table reads as defaults", "[unit]") {
    auto const document = Document::from_text("x-note = 1\n");
    CHECK(document.root().table("relocation").read<Relocation>().base == -4.1);
    CHECK_NOTHROW(document.finish());
}

TEST_CASE(
    "a number out of range is told its bound, its meaning and what was meant",
    "[unit]") {
    check_mistake(
        "base = 3\n",
        2,
        8,
        "relocation.base = 3 is above 0 (log hazard a month); did you mean -3?",
        "relocation.base = 3 高于上限 0（每月考虑迁移的对数风险）；是否应为 -3？");
    check_mistake(
        "share = 20\n",
        2,
        9,
        "relocation.share = 20 is above 1 (rent paid); did you mean 0.2 (a share, not "
        "a "
        "percentage)?",
        "relocation.share = 20 高于上限 1（租金补贴比例）；是否应为 "
        "0.2（填比例，不填百分数）？");
    check_mistake(
        "candidates = 100\n",
        2,
        14,
        "relocation.candidates = 100 is above 64 (places looked at); allowed: 1 to 64",
        "relocation.candidates = 100 高于上限 64（比较的地点数）；允许范围：1 至 64");
    check_mistake(
        "weights = [0.5,\n  -2]\n",
        3,
        3,
        "relocation.weights = -2 is below 0 (weights); allowed: 0 to 1",
        "relocation.weights = -2 低于下限 0（权重）；允许范围：0 至 1");
}

TEST_CASE("a number must be finite, whole where it counts, and not absurd", "[unit]") {
    check_mistake(
        "base = nan\n",
        2,
        8,
        "relocation.base = nan is not a finite number (log hazard a month)",
        "relocation.base = nan 不是有限的数值（每月考虑迁移的对数风险）");
    check_mistake(
        "grant = inf\n",
        2,
        9,
        "relocation.grant = inf is not a finite number (grant a move, in yuan)",
        "relocation.grant = inf 不是有限的数值（每次搬迁补助，单位 yuan）");
    check_mistake(
        "grant = 1e300\n",
        2,
        9,
        "relocation.grant = 1e+300 is too large to be meant (grant a move, in yuan)",
        "relocation.grant = 1e+300 数值过大，不合常理（每次搬迁补助，单位 yuan）");
    check_mistake(
        "candidates = 2.5\n",
        2,
        14,
        "relocation.candidates = 2.5 is not a whole number (places looked at); did you "
        "mean 3?",
        "relocation.candidates = 2.5 不是整数（比较的地点数）；是否应为 3？");
    check_mistake(
        "candidates = 99999999999999999999\n",
        2,
        14,
        "candidates = 99999999999999999999 is too large for a number",
        "candidates = 99999999999999999999 数值过大");
}

TEST_CASE("a value of the wrong type says what belongs there", "[unit]") {
    check_mistake(
        "base = \"-3\"\n",
        2,
        8,
        "relocation.base = \"-3\" is text, not a number (log hazard a month); write -3 "
        "without "
        "quotes",
        "relocation.base = \"-3\" "
        "是文本，应为数值（每月考虑迁移的对数风险）；请去掉引号，写 -3");
    check_mistake(
        "open = 1\n",
        2,
        8,
        "relocation.open = 1 is a number, not true or false (is it open)",
        "relocation.open = 1 是数值，应为 true 或 false（是否开放）");
    check_mistake(
        "places = \"hexi\"\n",
        2,
        10,
        "relocation.places = \"hexi\" is text, not a list of texts (where); write "
        "[\"hexi\"]",
        "relocation.places = \"hexi\" 是文本，应为文本列表（适用地点）；请写 "
        "[\"hexi\"]");
    check_mistake(
        "places = -5\n",
        2,
        10,
        "relocation.places = -5 is a number, not a list of texts (where)",
        "relocation.places = -5 是数值，应为文本列表（适用地点）");
    check_mistake(
        "rationing = 3\n",
        2,
        13,
        "relocation.rationing = 3 is a number, not text (who gets the money); write "
        "\"3\"",
        "relocation.rationing = 3 是数值，应为文本（资金分配方式）；请写 \"3\"");
    check_mistake(
        "bounds = [0.5]\n",
        2,
        10,
        "relocation.bounds has 1 of 2 values (bounds)",
        "relocation.bounds 有 1 个值，应为 2 个（上下限）");
}

TEST_CASE("a wrong unit names the right one", "[unit]") {
    check_mistake(
        "grant = { value = 3, unit = \"fen\" }\n",
        2,
        29,
        "relocation.grant has the unit \"fen\", not \"yuan\"; convert the value and "
        "write unit = "
        "\"yuan\"",
        "relocation.grant 的单位写成了 \"fen\"，应为 \"yuan\"；请换算数值，并写 unit = "
        "\"yuan\"");
    check_mistake(
        "grant = { value = 3, units = \"yuan\" }\n",
        2,
        22,
        "relocation.grant has the unknown key units (known: value, unit)",
        "relocation.grant 含未知键名 units（可用：value、unit）");
}

TEST_CASE("a date is a month in quotes", "[unit]") {
    check_mistake(
        "from = 2024-01\n",
        2,
        8,
        "from = 2024-01 is not a TOML value; write \"2024-01\"",
        "from = 2024-01 不是 TOML 值；请写 \"2024-01\"");
    check_mistake(
        "until = \"2024-13\"\n",
        2,
        9,
        "relocation.until = \"2024-13\" is not a month (first month without); months "
        "are "
        "written \"2024-01\", from 01 to 12",
        "relocation.until = \"2024-13\" 不是月份（终止月份）；月份写作 "
        "\"2024-01\"，月从 01 到 12");
    for (auto const* text :
         {"\"2024-3\"", "\"2024/03\"", "\"202403\"", "\"2024年3月\"", "2024-03-15"}) {
        auto const found = outcome("from = " + std::string{text} + "\n").mistakes;
        REQUIRE(found.size() == 1);
        CHECK(found[0].suggestion == "did you mean \"2024-03\"?");
    }
}

TEST_CASE("a word that is not among the choices gets the nearest one", "[unit]") {
    check_mistake(
        "rationing = \"pro_rate\"\n",
        2,
        13,
        "relocation.rationing = \"pro_rate\" is not one of the known words (who gets "
        "the money); "
        "did you mean \"pro_rata\"?",
        "relocation.rationing = \"pro_rate\" 不在可选范围内（资金分配方式）；是否应为 "
        "\"pro_rata\"？");
    check_mistake(
        "places = [\"hexi\", \"shanghai\"]\n",
        2,
        19,
        "relocation.places = \"shanghai\" is not one of the known words (where); "
        "choose from: "
        "hexi, tianxin",
        "relocation.places = \"shanghai\" "
        "不在可选范围内（适用地点）；可选：hexi、tianxin");
}

TEST_CASE("a key that nobody reads is unknown, notes are free", "[unit]") {
    check_mistake(
        "x-note = 1\nbsae = -3\n",
        3,
        1,
        "relocation.bsae is not a known key (notes of your own begin with x-); did you "
        "mean base?",
        "relocation.bsae 不是已知的键名（自己的备注请以 x- 开头）；是否应为 base？");
    check_mistake(
        "[relocaton]\nbase = -3\n",
        2,
        2,
        "relocaton is not a known key (notes of your own begin with x-); did you mean "
        "relocation?",
        "relocaton 不是已知的键名（自己的备注请以 x- 开头）；是否应为 relocation？");
}

TEST_CASE("a syntax mistake is explained and the rest is still read", "[unit]") {
    auto const [read, found] = outcome("base = 3\n"
                                       "rationing = pro_rata\n"
                                       "open = True\n"
                                       "share = 20%\n"
                                       "grant = 1,000\n"
                                       "candidates = 5 pieces\n"
                                       "from = \"2024-01\n"
                                       "weights = [1 2]\n"
                                       "until = \"2027-01\"\n"
                                       "until = \"2028-01\"\n"
                                       "places: 3\n"
                                       "bsae = 1\n");
    INFO(diagnostics_text(found, Language::zh));
    REQUIRE(found.size() == 11);
    std::vector<std::pair<std::uint32_t, std::string>> const expected{
        {8, "did you mean -3?"},
        {13, "write \"pro_rata\""},
        {8, "did you mean true?"},
        {9, "write 0.2 (a share, not a percentage)"},
        {9, "write 1000"},
        {14, "write { value = 5, unit = \"pieces\" }"},
        {8, "close it with \" on the same line"},
        {14, ""},
        {1, "keep one; several entries of a kind are written [[…]]"},
        {1, "write key = value"},
        {1, "did you mean base?"}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        auto const line = static_cast<std::uint32_t>(i < 8 ? i + 2 : i + 3);
        CHECK(found[i].position.line == line);
        CHECK(found[i].position.column == expected[i].first);
        CHECK(found[i].suggestion == expected[i].second);
        CHECK_FALSE(found[i].problem_zh.empty());
        CHECK(found[i].suggestion.empty() == found[i].suggestion_zh.empty());
    }
    CHECK(read.until.has_value());
    CHECK(read.share == 0.3);
}

TEST_CASE("callers report their own mistakes at the key, value or element", "[unit]") {
    auto const document = Document::from_text(
        "[[lever]]\nkind = \"congress\"\nfrom = \"2025-01\"\nuntil = \"2024-01\"\n"
        "targets = [\"a\", \"hexy\"]\n[lever.opens]\ndigital = 600\n");
    auto const levers = document.root().tables("lever");
    REQUIRE(levers.size() == 1);
    auto const& lever = levers[0];
    CHECK(lever.name() == "congress");
    CHECK(lever.value<std::string>({.key = "kind"}) == "congress");
    CHECK(lever.holds_text("from"));
    CHECK_FALSE(lever.require("places"));
    lever.report(
        "until", {"= " + lever.text_of("until") + " is before from", "早于 from"});
    lever.report_key("from", {"is late", "过晚"});
    lever.check_among("targets", {"a", "hexi"});
    auto const opens = lever.table("opens");
    CHECK(opens.keys() == std::vector<std::string>{"digital"});
    CHECK(opens.value<double>({.key = "digital"}) == 600.0);
    auto const found = document.diagnostics().sorted();
    REQUIRE(found.size() == 4);
    CHECK(
        message(found[0], Language::en)
        == "lever.congress.places is missing; add places = …");
    CHECK(found[0].position.line == 1);
    CHECK(found[1].position.column == 1);
    CHECK(
        message(found[2], Language::en)
        == "lever.congress.until = \"2024-01\" is before from");
    CHECK(found[2].position.column == 9);
    CHECK(found[3].position.column == 17);
    CHECK(found[3].suggestion == "did you mean \"hexi\"?");
}

TEST_CASE("a report shows the line and a caret under Chinese too", "[unit]") {
    auto const found = outcome("share = { unit = \"元\", value = 2 } # 注\n").mistakes;
    REQUIRE(found.size() == 1);
    CHECK(
        diagnostics_text(found, Language::zh)
        == "text.toml:2:18: relocation.share 的单位写成了 \"元\"，应为 "
           "\"1\"；请换算数值，并写 unit "
           "= \"1\"\n"
           "   2 | share = { unit = \"元\", value = 2 } # 注\n"
           "     |                  ^\n"
           "共 1 处错误。\n");
    CHECK(
        diagnostics_json(found).find("\"line\": 2, \"column\": 18")
        != std::string::npos);
}
