#include "sim/study/plan.hpp"

#include "sim/base/error.hpp"
#include "sim/base/written.hpp"
#include "sim/io/part_file.hpp"
#include "sim/model/digest.hpp"
#include "sim/study/refusal.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <utility>

namespace canopy::study {

namespace {
namespace fs = std::filesystem;

/// `plan.toml` as it is written.
struct FactsText {
    std::string name, program, version, commit, core, digest, csv;
    double points = 0.0;
    int drawn = 0;
    int months = 0;
    std::vector<std::string> scenarios;
    bool shared_starts = true;

    static void describe(auto&& field) {
        using F = FactsText;
        Meaning const none{"", "", ""};
        field("name", &F::name, "", none);
        field("program", &F::program, "", none);
        field("version", &F::version, "", none);
        field("commit", &F::commit, "", none);
        field("core", &F::core, "", none);
        field("digest", &F::digest, "", none);
        field("points", &F::points, "1", none);
        field("csv", &F::csv, "", none);
        field("drawn", &F::drawn, "1", none);
        field("months", &F::months, "1", none);
        field("scenarios", &F::scenarios, "", none);
        field("shared_starts", &F::shared_starts, "", none);
    }
};

PlanFacts read_facts(fs::path const& file) {
    auto const document = Document::load(file);
    auto const text = document.root().read<FactsText>();
    document.finish();
    return {
        .name = text.name,
        .program = text.program,
        .version = text.version,
        .commit = text.commit,
        .core = text.core,
        .digest = text.digest,
        .points = static_cast<std::int64_t>(text.points),
        .csv = text.csv,
        .drawn = text.drawn,
        .months = text.months,
        .scenarios = text.scenarios,
        .shared_starts = text.shared_starts};
}

} // namespace

Plan::Plan(fs::path folder, PlanFacts facts, StudyFile study)
    : folder_{std::move(folder)}
    , facts_{std::move(facts)}
    , study_{std::move(study)} {}

bool has_plan(fs::path const& study_folder) {
    return fs::is_regular_file(study_folder / "plan" / "plan.toml");
}

Plan Plan::open(fs::path const& study_folder) {
    if (!has_plan(study_folder)) {
        throw Refused{
            study_folder.string()
                + " holds no plan of a study; make one with canopy sweep plan "
                  "STUDY.toml "
                  "--out "
                + study_folder.string(),
            study_folder.string()
                + " 中没有研究计划；请先运行 canopy sweep plan STUDY.toml --out "
                + study_folder.string()};
    }
    auto facts = read_facts(study_folder / "plan" / "plan.toml");
    auto study = StudyFile::from_text(
        read_whole(study_folder / "plan" / "study.toml"), facts.name);
    study.require_sound();
    return {study_folder, std::move(facts), std::move(study)};
}

fs::path Plan::scenario_file(std::size_t scenario) const {
    return file("scenarios") / (facts_.scenarios.at(scenario) + ".toml");
}

RunPlace Plan::place(RunNumber run) const {
    auto const replicates = static_cast<RunNumber>(study_.text.replicates);
    auto const scenarios = static_cast<RunNumber>(facts_.scenarios.size());
    auto const pair = run / replicates;
    return {
        .point = pair / scenarios,
        .scenario = static_cast<std::size_t>(pair % scenarios),
        .replicate = static_cast<int>(run % replicates)};
}

void Plan::require_this_program() const {
    if (facts_.program == program_digest()) return;
    auto const planned = facts_.version + ", " + facts_.program.substr(0, 12);
    auto const here = CANOPY_VERSION ", " + program_digest().substr(0, 12);
    throw Refused{
        folder_.string() + " was planned by another program (" + planned + "; this is "
            + here
            + "): results of two programs do not belong in one study; use the old "
              "program, or plan anew with another --out",
        folder_.string() + " 由另一程序制定（" + planned + "；当前为 " + here
            + "）：两个程序的结果不能混入同一研究；请用原程序，或另选 --out 重新计划"};
}

void Plan::require_untouched() const {
    auto const plan_folder = folder_ / "plan";
    auto const core = core_digest(plan_folder, facts_.scenarios);
    auto const touched = core != facts_.core ? "study, scenarios or data"
                         : plan_digest(plan_folder, core) != facts_.digest
                             ? "design.csv or design.json"
                             : "";
    if (std::string_view{touched}.empty()) return;
    throw Refused{
        plan_folder.string() + " has been changed since it was made (" + touched
            + "): its results would no longer be those of the plan; restore it, or "
              "plan "
              "anew with another --out",
        plan_folder.string() + " 在制定后被改动（" + touched
            + "）：结果将与计划不符；请恢复原文件，或另选 --out 重新计划"};
}

std::string
core_digest(fs::path const& plan_folder, std::vector<std::string> const& scenarios) {
    Sha256 digest;
    digest.add(sha256_of_file(plan_folder / "study.toml"));
    for (auto const& name : scenarios)
        digest.add(name + sha256_of_file(plan_folder / "scenarios" / (name + ".toml")));
    std::vector<fs::path> data;
    for (auto const& entry : fs::directory_iterator{plan_folder / "scenarios" / "data"})
        data.push_back(entry.path());
    std::sort(data.begin(), data.end());
    for (auto const& file : data)
        digest.add(file.filename().string() + sha256_of_file(file));
    return digest.hexadecimal();
}

std::string plan_digest(fs::path const& plan_folder, std::string const& core) {
    Sha256 digest;
    digest.add(core);
    digest.add(sha256_of_file(plan_folder / "design.csv"));
    digest.add(sha256_of_file(plan_folder / "design.json"));
    return digest.hexadecimal();
}

void write_facts(fs::path const& plan_folder, PlanFacts const& facts) {
    auto const line = [](std::string_view key, std::string const& value) {
        return std::string{key} + " = " + value + "\n";
    };
    std::string scenarios;
    for (auto const& name : facts.scenarios)
        scenarios += (scenarios.empty() ? "[" : ", ") + in_quotes(name);
    write_whole(
        plan_folder / "plan.toml",
        line("name", in_quotes(facts.name))
            + line("points", std::to_string(facts.points))
            + line("csv", in_quotes(facts.csv))
            + line("drawn", std::to_string(facts.drawn))
            + line("months", std::to_string(facts.months))
            + line("scenarios", scenarios + "]")
            + line("shared_starts", facts.shared_starts ? "true" : "false")
            + line("version", in_quotes(facts.version))
            + line("commit", in_quotes(facts.commit))
            + line("program", in_quotes(facts.program))
            + line("core", in_quotes(facts.core))
            + line("digest", in_quotes(facts.digest)));
}

std::string read_whole(fs::path const& file) {
    errno = 0;
    std::ifstream stream{file, std::ios::binary};
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) throw OutputError{io::file_problem("read", file, errno)};
    return text.str();
}

void write_whole(fs::path const& file, std::string const& text) {
    auto part = io::PartFile::own(file);
    errno = 0;
    std::ofstream stream{part.path(), std::ios::binary};
    stream << text;
    stream.close();
    if (!stream) throw OutputError{io::file_problem("write", file, errno)};
    part.publish();
}

} // namespace canopy::study
