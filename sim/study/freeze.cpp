#include "sim/study/freeze.hpp"

#include "sim/base/error.hpp"
#include "sim/base/written.hpp"
#include "sim/io/part_file.hpp"
#include "sim/model/digest.hpp"
#include "sim/model/provenance.hpp"
#include "sim/study/refusal.hpp"
#include "sim/study/study_checks.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <random>
#include <utility>

#include <fcntl.h>

namespace canopy::study {

namespace {
namespace fs = std::filesystem;

/// Copies a data file under a name that tells its content; scenarios may share it.
fs::path copy_data(fs::path const& file, fs::path const& plan_folder) {
    auto const name =
        fs::path{"data"}
        / (sha256_of_file(file).substr(0, 12) + "-" + file.filename().string());
    fs::copy_file(
        file, plan_folder / "scenarios" / name, fs::copy_options::overwrite_existing);
    return name;
}

void copy_inputs(
    StudyFile const& study,
    std::vector<ScenarioTemplate> const& scenarios,
    fs::path const& plan_folder) {
    write_whole(plan_folder / "study.toml", study.source);
    for (auto const& scenario : scenarios) {
        auto const& files = scenario.plain().files;
        WorldFiles const copies{
            copy_data(files.coefficients, plan_folder),
            copy_data(files.sectors, plan_folder),
            copy_data(files.places, plan_folder),
            copy_data(files.clusters, plan_folder),
            copy_data(files.communities, plan_folder)};
        write_whole(
            plan_folder / "scenarios" / (scenario.plain().name + ".toml"),
            scenario.resolved_text(copies));
    }
}

std::vector<std::string> names_of(std::vector<ScenarioTemplate> const& scenarios) {
    std::vector<std::string> names;
    for (auto const& scenario : scenarios)
        names.push_back(scenario.plain().name);
    return names;
}

/// A study that has been read and checked with everything it names.
struct Checked {
    StudyFile study;
    std::vector<ScenarioTemplate> scenarios;
    int months = 0;
};

Checked checked(fs::path const& study_file) {
    auto study = StudyFile::load(study_file);
    auto scenarios = read_scenarios(study);
    auto months = 0;
    if (!scenarios.empty()) {
        auto const& first = scenarios.front();
        months = first.plain().time.last.index();
        static_cast<void>(
            OutputLayout::of(study, first.empty_world(first.plain(), 1), months));
        check_factors(study, scenarios);
    }
    study.require_sound();
    return {std::move(study), std::move(scenarios), months};
}

std::string number_or_null(std::optional<double> const& value) {
    return value ? written(*value) : "null";
}

} // namespace

DraftFolder::DraftFolder(fs::path const& study_folder)
    : path_{
        study_folder / ("plan." + std::to_string(std::random_device{}()) + ".part")} {
    std::error_code error;
    fs::create_directories(path_ / "scenarios" / "data", error);
    if (error)
        throw OutputError{io::file_problem("make the folder", path_, error.value())};
}

DraftFolder::~DraftFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

void DraftFolder::publish(fs::path const& final_path) {
    std::error_code error;
    fs::rename(path_, final_path, error);
    if (error)
        throw OutputError{
            io::file_problem("name the finished", final_path, error.value())};
    path_.clear();
}

void DraftFolder::replace(fs::path const& final_path) {
    if (::renameat2(
            AT_FDCWD, path_.c_str(), AT_FDCWD, final_path.c_str(), RENAME_EXCHANGE)
        == 0)
        return;       // the destructor removes the old one
    auto old = path_; // some network file systems cannot exchange
    old += ".old";
    fs::rename(final_path, old);
    fs::rename(path_, final_path);
    path_ = old;
}

int drawn_by(StudyFile const& study) {
    auto const& design = study.design;
    return design.kind == "morris" ? design.trajectories.value_or(0)
                                   : design.points.value_or(0);
}

std::string factors_json(StudyFile const& study, int drawn, std::string const& csv) {
    auto const& design = study.design;
    std::string text = "{\n \"kind\": " + in_quotes(design.kind);
    auto const add = [&](std::string_view key, std::string const& value) {
        text += ",\n " + in_quotes(key) + ": " + value;
    };
    if (drawn > 0)
        add(design.kind == "morris" ? "trajectories" : "points", std::to_string(drawn));
    add("seed", std::to_string(design.seed));
    add("skip", std::to_string(design.skip));
    add("levels", std::to_string(design.levels));
    add("second_order", design.second_order ? "true" : "false");
    if (!csv.empty()) add("csv", in_quotes(csv));
    std::string factors;
    for (auto const& factor : study.factors) {
        auto const& said = factor.text;
        factors += factors.empty() ? "\n  {" : ",\n  {";
        factors += "\"name\": " + in_quotes(said.name);
        factors += ", \"low\": " + number_or_null(said.low);
        factors += ", \"high\": " + number_or_null(said.high);
        if (!factor.values.empty()) {
            std::string list;
            for (auto const& value : factor.values)
                list += (list.empty() ? "[" : ", ") + value;
            factors += ", \"values\": " + list + "]";
        }
        factors += ", \"scale\": " + in_quotes(said.scale);
        factors += std::string{", \"integer\": "} + (said.integer ? "true" : "false");
        factors += "}";
    }
    add("factors", "[" + factors + "]");
    return text + "\n}\n";
}

std::int64_t count_points(fs::path const& design) {
    std::ifstream stream{design};
    std::int64_t lines = -1; // the header
    for (std::string line; std::getline(stream, line);)
        if (!line.empty()) ++lines;
    return lines;
}

Plan freeze(
    fs::path const& study_file,
    fs::path const& study_folder,
    MakeDesign const& make_design) {
    auto const [study, scenarios, months] = checked(study_file);
    auto const csv = study.design.csv.empty()
                         ? std::string{}
                         : fs::absolute(study.path(study.design.csv)).string();
    DraftFolder draft{study_folder};
    copy_inputs(study, scenarios, draft.path());
    write_whole(
        draft.path() / "factors.json", factors_json(study, drawn_by(study), csv));
    make_design(draft.path() / "factors.json", draft.path() / "design.csv");
    auto const points = count_points(draft.path() / "design.csv");
    if (points < 1) {
        throw Refused{
            "the design of " + study_file.string() + " has no points",
            study_file.string() + " 的设计没有任何点"};
    }
    PlanFacts facts{
        .name = study.name,
        .program = program_digest(),
        .version = CANOPY_VERSION,
        .commit = run_header(scenarios.front().plain(), 1).git_commit,
        .core = core_digest(draft.path(), names_of(scenarios)),
        .digest = {},
        .points = points,
        .csv = csv,
        .drawn = drawn_by(study),
        .months = months,
        .scenarios = names_of(scenarios),
        .shared_starts = share_starts(study, scenarios)};
    facts.digest = plan_digest(draft.path(), facts.core);
    write_facts(draft.path(), facts);
    draft.publish(study_folder / "plan");
    return Plan::open(study_folder);
}

void require_same_study(Plan const& plan, fs::path const& study_file) {
    auto const checked_now = checked(study_file);
    DraftFolder const draft{plan.folder()};
    copy_inputs(checked_now.study, checked_now.scenarios, draft.path());
    auto const names = names_of(checked_now.scenarios);
    if (names == plan.facts().scenarios
        && core_digest(draft.path(), names) == plan.facts().core)
        return;
    std::string changed;
    auto const compare = [&](std::string const& name) {
        if (sha256_of_file(draft.path() / name) != sha256_of_file(plan.file(name)))
            changed += (changed.empty() ? "" : ", ") + name;
    };
    compare("study.toml");
    for (auto const& name : names)
        compare("scenarios/" + name + ".toml");
    throw Refused{
        study_file.string() + " is no longer the study of " + plan.folder().string()
            + " (changed: " + changed
            + "): old and new results do not belong together; choose another --out, "
              "restore it, or go on with the plan as it is: canopy sweep run "
            + plan.folder().string() + "; more points: canopy sweep extend",
        study_file.string() + " 与 " + plan.folder().string()
            + " 中的计划不一致（改动：" + changed
            + "）：新旧结果不能混在一起；请另选 --out，或恢复原文件，或按原计划继续："
              "canopy sweep run "
            + plan.folder().string() + "；增加点数请用 canopy sweep extend"};
}

} // namespace canopy::study
