#include "sim/io/diagnostic_report.hpp"
#include "sim/io/document.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace canopy;

namespace {
namespace fs = std::filesystem;

/// A folder `scenarios` with files that are gone after the test.
class Scenarios {
  public:
    Scenarios() { fs::create_directories(folder() / "studies"); }

    Scenarios(Scenarios const&) = delete;
    Scenarios& operator=(Scenarios const&) = delete;

    ~Scenarios() { fs::remove_all(top_); }

    [[nodiscard]] fs::path folder() const { return top_ / "scenarios"; }

    fs::path write(fs::path const& name, std::string const& text) const {
        auto const path = folder() / name;
        std::ofstream{path, std::ios::binary} << text;
        return path;
    }

  private:
    fs::path top_ = fs::temp_directory_path()
                    / ("canopy_document_test_" + std::to_string(getpid()));
};

constexpr auto baseline = "title = \"Baseline\"\n"
                          "[budget]\n"
                          "yearly_cap = 1e8\n"
                          "rationing = \"pro_rata\"\n"
                          "[[lever]]\n"
                          "kind = \"congress\"\n"
                          "name = \"congress_2023\"\n"
                          "meetings = 12\n"
                          "[[lever]]\n"
                          "kind = \"supply_platform\"\n"
                          "candidates = 3\n";

std::vector<Diagnostic> mistakes(Document const& document) {
    return document.diagnostics().sorted();
}

std::vector<Diagnostic> mistakes_of_plan(std::string const& text) {
    Scenarios const scenarios;
    scenarios.write("base.toml", baseline);
    return mistakes(
        Document::load(scenarios.write("plan.toml", "base = \"base.toml\"\n" + text)));
}

void check_mistake(
    std::vector<Diagnostic> const& found,
    std::uint32_t line,
    std::uint32_t column,
    std::string const& english) {
    INFO(diagnostics_text(found, Language::zh));
    REQUIRE(found.size() == 1);
    CHECK(found[0].position.line == line);
    CHECK(found[0].position.column == column);
    CHECK(message(found[0], Language::en) == english);
    CHECK_FALSE(found[0].problem_zh.empty());
    CHECK(found[0].suggestion.empty() == found[0].suggestion_zh.empty());
}
} // namespace

TEST_CASE("a plan changes its base key by key and entry by entry", "[unit]") {
    Scenarios const scenarios;
    scenarios.write("base.toml", baseline);
    auto const plan = scenarios.write(
        "plan.toml",
        "base = \"base.toml\"\n"
        "remove = [\"lever.supply_platform\", \"budget.rationing\"]\n"
        "[budget]\n"
        "yearly_cap = { value = 180e6, unit = \"yuan\" }\n"
        "[[lever]]\n"
        "name = \"congress_2023\"\n"
        "meetings = 20\n"
        "[[lever]]\n"
        "kind = \"standard_factory\"\n");
    auto const document = Document::load(plan);
    CHECK(mistakes(document).empty());
    CHECK(document.complete());
    CHECK(
        document.resolved_text()
        == "\n[budget]\nyearly_cap = 180000000.0\n\n[[lever]]\nkind = "
           "\"congress\"\nmeetings = "
           "20\nname = \"congress_2023\"\n\n[[lever]]\nkind = \"standard_factory\"\n");
    auto const values = document.values();
    REQUIRE(values.size() == 5);
    CHECK(values[1].key == "lever.congress_2023.kind");
    CHECK(fs::path{values[1].origin.file}.filename() == "base.toml");
    CHECK(values[1].origin.line == 6);
    CHECK(values[2].key == "lever.congress_2023.meetings");
    CHECK(values[2].text == "20");
    CHECK(values[2].origin.file == plan.string());
    CHECK(values[2].origin.line == 7);
    CHECK(values[2].origin.column == 12);
    CHECK(document.sources().size() == 2);
    CHECK(document.text_as_given().find("# base.toml\n") != std::string::npos);
    CHECK(
        document.resolve_path(values[1].origin, "data/places.csv")
        == scenarios.folder() / "data" / "places.csv");
}

TEST_CASE("the resolved text reads back to the same scenario", "[unit]") {
    auto const document =
        Document::from_text("title = \"引号\\\" 与\\n换行\"\n[a]\nb.c = 1.5e300\n\"中 "
                            "文\" = [1, 2.0, \"x\"]\n"
                            "d = [{ e = true }, { e = 2024-01-01 }]\n[[f]]\nname = "
                            "\"g.h\"\n[[f.i]]\nkind = \"j\"\n");
    CHECK(mistakes(document).empty());
    auto const again = Document::from_text(document.resolved_text());
    CHECK(mistakes(again).empty());
    CHECK(again.resolved_text() == document.resolved_text());
    CHECK(difference(document, again).empty());
}

TEST_CASE("an option --set changes one value and is its origin", "[unit]") {
    auto const set = [](std::vector<std::string> const& options) {
        return Document::from_text(baseline, "base.toml", options);
    };
    auto const document = set(
        {"lever.congress_2023.meetings = 30",
         "time.until=2028-12",
         "budget.yearly_cap=2e8"});
    CHECK(mistakes(document).empty());
    auto const differences = difference(Document::from_text(baseline), document);
    REQUIRE(differences.size() == 3);
    CHECK(differences[0].key == "budget.yearly_cap");
    CHECK(differences[1].left.text == "12");
    CHECK(differences[1].right.text == "30");
    CHECK(differences[1].right.origin.file == "--set");
    CHECK(differences[1].right.origin.column == 32);
    CHECK(differences[2].left.text.empty());
    CHECK(differences[2].right.text == "\"2028-12\"");

    check_mistake(
        mistakes(set({"lever.congress_2032.meetings=3"})),
        1,
        1,
        "lever.congress_2032.meetings names no entry of the scenario (congress_2032); "
        "did you "
        "mean congress_2023?");
    check_mistake(
        mistakes(set({"a=1", "meetings"})),
        2,
        1,
        "meetings is not path.to.key=value; write --set lever.NAME.key=value");
    check_mistake(
        mistakes(set({"lever.congress_2023=1"})),
        1,
        1,
        "lever.congress_2023 is a whole table (--set changes one value); name a key in "
        "it");
    check_mistake(
        mistakes(set({"a=[1,"})),
        1,
        1,
        "a has a value that is not TOML; write path.to.key=value");
    CHECK(
        mistakes(set({"=", "a..b=1", "base=\"x\"", "title.x=1", "a=1\nb=2"})).size()
        == 5);
}

TEST_CASE("titles are a scenario's own", "[unit]") {
    Scenarios const scenarios;
    scenarios.write("base.toml", baseline);
    auto const document =
        Document::load(scenarios.write("plan.toml", "base = \"base.toml\"\n"));
    CHECK_FALSE(document.root().has("title"));
}

TEST_CASE("two entries of one kind in a file need names", "[unit]") {
    check_mistake(
        mistakes(Document::from_text(
            "[[lever]]\nkind = \"congress\"\n[[lever]]\nkind = \"congress\"\n")),
        4,
        8,
        "lever.congress is the second of its kind (first on line 1), and both go by "
        "their kind; "
        "add name = \"congress_2\"");
    check_mistake(
        mistakes(Document::from_text(
            "[[lever]]\nname = \"a\"\n[[lever]]\nkind = \"b\"\nname = \"a\"\n")),
        5,
        8,
        "lever.a is a name used twice (first on line 1); give each entry a name of its "
        "own");
    check_mistake(
        mistakes(Document::from_text("[[lever]]\nx = 1\n")),
        1,
        1,
        "lever has an entry without a name (entries go by `name`, else by `kind`); add "
        "kind = "
        "\"…\" or name = \"…\"");
}

TEST_CASE("an entry does not merge with its base's by accident", "[unit]") {
    auto const found = mistakes_of_plan("[[lever]]\nkind = \"supply_platform\"\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].position.line == 3);
    CHECK(found[0].position.column == 8);
    CHECK(found[0].key == "lever.supply_platform");
    CHECK(found[0].problem.starts_with("would merge with the base's entry ("));
    CHECK(
        found[0].problem.ends_with("base.toml:9) only because both go by their kind"));
    auto const named =
        mistakes_of_plan("[[lever]]\nname = \"supply_platform\"\ncandidates = 4\n");
    CHECK(named.empty());
    auto const other =
        mistakes_of_plan("[[lever]]\nname = \"congress_2023\"\nkind = \"alliance\"\n");
    REQUIRE(other.size() == 1);
    CHECK(
        other[0].problem.starts_with("= \"alliance\" is not the base's \"congress\""));
    check_mistake(
        mistakes_of_plan("[[lever]]\nname = \"congress_2032\"\nmeetings = 3\n"),
        3,
        8,
        "lever.congress_2032 has no kind, and the base has no entry of that name; did "
        "you mean "
        "congress_2023?");
}

TEST_CASE("what is removed must be there", "[unit]") {
    check_mistake(
        mistakes_of_plan("remove = [\"budget\", \"lever.congress_2022\"]\n"),
        2,
        21,
        "remove = \"lever.congress_2022\" names nothing in the base; did you mean "
        "\"lever.congress_2023\"?");
    check_mistake(
        mistakes_of_plan("remove = \"budget\"\n"),
        2,
        10,
        "remove = \"budget\" is not a list of names; write remove = [\"lever.NAME\"]");
    check_mistake(
        mistakes(Document::from_text("remove = [\"a\"]\n")),
        1,
        11,
        "remove = \"a\" has nothing to be removed from (there is no base); delete the "
        "entry "
        "itself, or add base = \"….toml\"");
}

TEST_CASE("a circle of bases is shown where it closes", "[unit]") {
    Scenarios const scenarios;
    scenarios.write("b.toml", "# b\nbase = \"studies/c.toml\"\n");
    scenarios.write("studies/c.toml", "base = \"../a.toml\"\n");
    auto const document =
        Document::load(scenarios.write("a.toml", "base = \"b.toml\"\n"));
    check_mistake(
        mistakes(document),
        1,
        8,
        "base = \"../a.toml\" closes a circle (a.toml → b.toml → c.toml → a.toml); the "
        "lowest "
        "file of a chain has no base");
    CHECK(fs::path{mistakes(document)[0].position.file}.filename() == "c.toml");
    CHECK_FALSE(document.complete());
    auto const own = Document::load(scenarios.write("d.toml", "base = \"d.toml\"\n"));
    CHECK(mistakes(own).size() == 1);
}

TEST_CASE(
    "a base that cannot be read is a mistake of the line that names it", "[unit]") {
    Scenarios const scenarios;
    scenarios.write("base.toml", baseline);
    auto const with_base = [&](std::string const& name) {
        return mistakes(
            Document::load(scenarios.write("plan.toml", "base = " + name + "\n")));
    };
    check_mistake(
        with_base("\"bass.toml\""),
        1,
        8,
        "base = \"bass.toml\" does not exist; did you mean base.toml?");
    CHECK(with_base("\"studies\"")[0].problem.ends_with("is a directory, not a file"));
    CHECK(
        with_base("\"../../plan.toml\"")[0].problem.find("lies outside")
        != std::string::npos);
    CHECK(
        with_base("\"/etc/passwd\"")[0].problem.find("lies outside")
        != std::string::npos);
    check_mistake(
        with_base("3"),
        1,
        8,
        "base = 3 is not the name of a file; write base = \"….toml\"");
}

TEST_CASE("a file that cannot be read at all stops at once", "[unit]") {
    Scenarios const scenarios;
    CHECK_THROWS_AS(Document::load(scenarios.folder() / "no.toml"), ScenarioError);
    CHECK_THROWS_AS(Document::load(scenarios.folder()), ScenarioError);
    CHECK_THROWS_AS(Document::load(scenarios.write("e.toml", "")), ScenarioError);
    CHECK_THROWS_AS(
        Document::load(scenarios.write("g.toml", "a = \"\xD6\"")), ScenarioError);
    CHECK_THROWS_AS(
        Document::load(scenarios.write("o.toml", "a = [1,\nb = 2\n")), ScenarioError);
}

TEST_CASE("mistakes of all files and options land in one report", "[unit]") {
    Scenarios const scenarios;
    scenarios.write(
        "base.toml", "[budget]\nyearly_cap = 1.8亿\n[[lever]]\nkind = congress\n");
    auto const plan = scenarios.write(
        "plan.toml",
        "base = \"base.toml\"\n"
        "title_zh = “计划”\n"
        "[政策]\n"
        "x = 1\n"
        "[budget]\n"
        "rationing = \"pro_rata\n"
        "yearly_cop = 3\n");
    auto const document = Document::load(plan, {"nonsense"});
    auto const root = document.root();
    CHECK(root.value<std::string>({.key = "title_zh"}) == "计划");
    auto const budget = root.table("budget");
    CHECK(budget.value<double>({.key = "yearly_cap"}, 7.0) == 7.0);
    CHECK(budget.value<std::string>({.key = "rationing"}, "none") == "none");
    for (auto const& lever : root.tables("lever"))
        CHECK(lever.value<std::string>({.key = "kind"}).empty());
    try {
        document.finish();
        FAIL("seven mistakes were not found");
    } catch (ScenarioError const& error) {
        std::vector<std::pair<std::string, std::string>> const places{
            {"plan.toml", "2:12"},
            {"plan.toml", "3:2"},
            {"plan.toml", "6:13"},
            {"plan.toml", "7:1"},
            {"base.toml", "2:14"},
            {"base.toml", "4:8"},
            {"--set", "1:1"}};
        INFO(diagnostics_text(error.diagnostics(), Language::en));
        REQUIRE(error.diagnostics().size() == places.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            auto const& position = error.diagnostics()[i].position;
            CHECK(fs::path{position.file}.filename() == places[i].first);
            CHECK(
                std::to_string(position.line) + ":" + std::to_string(position.column)
                == places[i].second);
        }
    }
}

TEST_CASE("hostile texts end in a report, never in a crash", "[unit]") {
    std::string key = "a";
    for (int i = 1; i < 100'000; ++i)
        key += ".a";
    for (auto const& text :
         {key + " = 1\n",
          "a = " + std::string(100'000, '['),
          "a = " + std::string(100'000, '{'),
          std::string(100'000, '['),
          "a = \"\"\"" + std::string(100'000, 'x'),
          std::string(500'000, 'x'),
          std::string(500'000, '"')}) {
        CHECK_THROWS_AS(Document::from_text(text).finish(), ScenarioError);
    }
}
