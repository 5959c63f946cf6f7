#include "sim/study/study_checks.hpp"

#include "sim/base/error.hpp"
#include "sim/base/written.hpp"
#include "sim/io/document_override.hpp"
#include "sim/model/digest.hpp"
#include "sim/study/point_overrides.hpp"
#include "sim/study/refusal.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

namespace canopy::study {

namespace {

/// Keys that are the same for all runs of a study.
constexpr std::array<std::string_view, 5> fixed_tables{
    "time.", "record.", "data.", "base", "remove"};

/// A value of a factor that is tried, and the key that says it.
struct Trial {
    std::string key;
    std::string value;
    std::size_t element = 0; ///< of `values`
};

std::vector<Trial> trials(Factor const& factor) {
    std::vector<Trial> all;
    if (factor.text.low) all.push_back({"low", written(*factor.text.low)});
    if (factor.text.high) all.push_back({"high", written(*factor.text.high)});
    for (std::size_t at = 0; at < factor.values.size(); ++at)
        all.push_back({"values", factor.values[at], at});
    return all;
}

Complaint misfit(std::string const& scenario, Diagnostic const& one) {
    return {
        "does not fit " + scenario + ": " + one.key + ' ' + one.problem,
        "与情景 " + scenario + " 不符：" + one.key + ' ' + one.problem_zh,
        one.suggestion,
        one.suggestion_zh};
}

void report_trial(TableReader const& table, Trial const& trial, Complaint complaint) {
    if (trial.key == "values") {
        table.report_element(trial.key, trial.element, std::move(complaint));
    } else {
        table.report(trial.key, std::move(complaint));
    }
}

void try_value(
    TableReader const& table,
    Factor const& factor,
    Trial const& trial,
    ScenarioTemplate const& scenario) {
    auto const said = factor.effect == Effect::sets ? "key" : "multiplies";
    try {
        static_cast<void>(scenario.with(overrides_of(factor, trial.value, scenario)));
    } catch (Refused const& refused) {
        table.report(
            said,
            {"does not fit: " + std::string{refused.what()},
             "不适用：" + refused.zh()});
    } catch (ScenarioError const& error) {
        for (auto const& one : error.diagnostics()) {
            auto const at_key =
                one.position.file == override_source && one.position.column == 1;
            auto complaint = misfit(scenario.plain().name, one);
            if (at_key) {
                table.report(said, std::move(complaint));
            } else {
                report_trial(table, trial, std::move(complaint));
            }
        }
    }
}

bool check_keys(TableReader const& table, Factor const& factor) {
    auto const said = factor.effect == Effect::sets ? "key" : "multiplies";
    for (auto const& key : factor.keys)
        for (auto const fixed : fixed_tables) {
            if (!key.starts_with(fixed)) continue;
            table.report(
                said,
                {"= " + in_quotes(key) + " is the same for all runs of a study",
                 "= " + in_quotes(key) + " 在同一研究的各次运行中须相同",
                 "let scenarios differ in it, or write it as `until` or in the "
                 "scenario",
                 "请在情景中区分，或写在研究的 until 或情景文件中"});
            return false;
        }
    return !factor.keys.empty();
}

} // namespace

std::vector<ScenarioTemplate> read_scenarios(StudyFile const& study) {
    std::vector<std::string> overrides;
    if (study.text.until)
        overrides.push_back("time.last_month=" + in_quotes(study.text.until->text()));
    if (study.text.scale)
        overrides.push_back("world.scale=" + written(*study.text.scale));
    std::vector<ScenarioTemplate> scenarios;
    std::set<std::string> names;
    auto const root = study.root();
    for (std::size_t at = 0; at < study.text.scenarios.size(); ++at) {
        auto const& relative = study.text.scenarios[at];
        auto const file = study.path(relative);
        if (!std::filesystem::is_regular_file(file)) {
            root.report_element(
                "scenarios",
                at,
                {"= " + in_quotes(relative) + " is not a file (looked for "
                     + file.string() + ")",
                 "= " + in_quotes(relative) + " 不是文件（查找位置：" + file.string()
                     + "）",
                 "name it relative to the study",
                 "请写相对于研究文件的路径"});
            continue;
        }
        if (!names.insert(file.stem().string()).second) {
            root.report_element(
                "scenarios",
                at,
                {"= " + in_quotes(relative) + " has the name of another scenario",
                 "= " + in_quotes(relative) + " 与另一情景同名",
                 "rename one of the files",
                 "请将其中一个文件改名"});
            continue;
        }
        try {
            scenarios.emplace_back(file, overrides);
        } catch (ScenarioError const& error) {
            for (auto const& one : error.diagnostics())
                study.root().diagnostics().add(one);
        }
    }
    auto const ends_elsewhere = [&](ScenarioTemplate const& one) {
        return one.plain().time.last != scenarios.front().plain().time.last;
    };
    if (std::any_of(scenarios.begin(), scenarios.end(), ends_elsewhere)) {
        root.report(
            "scenarios",
            {"end in different months (their results are kept side by side)",
             "的结束月份不同（结果需并列保存）",
             "write until = \"" + scenarios.front().plain().time.last.text() + "\"",
             "请写 until = \"" + scenarios.front().plain().time.last.text() + "\""});
    }
    return scenarios;
}

void check_factors(
    StudyFile const& study, std::vector<ScenarioTemplate> const& scenarios) {
    std::vector<std::string> names;
    for (auto const& scenario : scenarios)
        names.push_back(scenario.plain().name);
    for (std::size_t at = 0; at < study.factors.size(); ++at) {
        auto const& factor = study.factors[at];
        auto const table = study.factor_table(at);
        table.check_among("scenarios", names);
        if (!check_keys(table, factor)) continue;
        for (auto const& scenario : scenarios)
            for (auto const& trial : trials(factor))
                try_value(table, factor, trial, scenario);
    }
}

bool share_starts(
    StudyFile const& study, std::vector<ScenarioTemplate> const& scenarios) {
    for (auto const& scenario : scenarios) {
        auto const plain = start_digest(scenario.plain(), 1);
        for (auto const& factor : study.factors)
            for (auto const& trial : trials(factor)) {
                auto const varied =
                    scenario.with(overrides_of(factor, trial.value, scenario));
                if (start_digest(varied, 1) != plain) return false;
            }
    }
    return true;
}

} // namespace canopy::study
