#include "sim/app/judgement.hpp"

#include "sim/app/figures.hpp"
#include "sim/app/refusal.hpp"
#include "sim/app/run_folder.hpp"
#include "sim/app/run_jobs.hpp"
#include "sim/app/scenarios.hpp"
#include "sim/model/digest.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

/// A parameter that rests on judgement, and how far it may be off.
struct Judged {
    std::string_view key;
    std::string_view low;
    std::string_view high;
};

constexpr std::array<Judged, 5> judged{
    {{"pricing.pass_through", "0.4", "1.0"},
     {"supply_search.newcomer_cost", "0.5", "2.0"},
     {"demand.selection", "0.01", "0.03"},
     {"costs.match_saving", "0.005", "0.02"},
     {"relocation.gain_pull", "1.0", "4.0"}}};

/// One parameter at one level, and all scenarios under it.
struct Variant {
    std::string name;
    std::vector<Scenario> scenarios;
};

std::vector<std::uint64_t> common_seeds(std::vector<RunFolder> const& folders) {
    auto seeds = folders.front().seeds;
    for (auto const& folder : folders) {
        std::vector<std::uint64_t> both;
        std::set_intersection(
            seeds.begin(),
            seeds.end(),
            folder.seeds.begin(),
            folder.seeds.end(),
            std::back_inserter(both));
        seeds = std::move(both);
    }
    if (!seeds.empty()) return seeds;
    throw UsageError{
        {"the folders have no seed in common; run them with the same --seeds",
         "各文件夹没有相同的种子；请用相同的 --seeds 运行"}};
}

/// The scenario of a folder under one more override, named like the folder.
Scenario variant_of(
    RunFolder const& folder,
    fs::path const& scenarios,
    std::string const& override_text) {
    auto overrides = folder.overrides;
    overrides.push_back(override_text);
    auto const file = scenario_file(scenarios, folder.name);
    auto list = read_scenarios({file.string()}, overrides);
    return std::move(list.front());
}

void warn_if_changed(
    RunFolder const& folder, fs::path const& scenarios, Settings const& settings) {
    auto const file = scenario_file(scenarios, folder.name).string();
    auto const now = read_scenarios({file}, folder.overrides);
    if (sha256(now.front().resolved_text) == folder.scenario_sha256) return;
    say(settings,
        {file + " has changed since " + folder.path.string()
             + " was run; the repeated runs follow the file",
         file + " 在 " + folder.path.string()
             + " 运行之后有改动；重复运行以现文件为准"});
}

std::vector<Variant>
variants(std::vector<RunFolder> const& folders, fs::path const& scenarios) {
    std::vector<Variant> all;
    for (auto const& one : judged)
        for (auto const& [level, value] :
             {std::pair{"low", one.low}, {"high", one.high}}) {
            auto const key = std::string{one.key};
            Variant variant{key + "-" + level, {}};
            for (auto const& folder : folders)
                variant.scenarios.push_back(
                    variant_of(folder, scenarios, key + "=" + std::string{value}));
            all.push_back(std::move(variant));
        }
    return all;
}

} // namespace

void run_judgement(JudgementPlan const& plan, Settings const& settings) {
    std::vector<RunFolder> folders;
    for (auto const& folder : plan.folders)
        folders.push_back(read_run_folder(folder));
    auto const seeds = common_seeds(folders);
    double seconds = 0.0;
    for (auto const& folder : folders) {
        warn_if_changed(folder, plan.scenarios, settings);
        seconds += folder.seconds * static_cast<double>(seeds.size());
    }
    auto const all = variants(folders, plan.scenarios);
    std::vector<Job> jobs;
    for (auto const& variant : all) {
        auto const more = paired_jobs(
            variant.scenarios, seeds, plan.out / variant.name, variant.name + " ");
        jobs.insert(jobs.end(), more.begin(), more.end());
    }
    auto const time = clock_text(seconds * static_cast<double>(all.size()));
    auto const runs = std::to_string(jobs.size());
    say(settings,
        {"judgement: " + std::to_string(judged.size()) + " parameters at low and high, "
             + runs + " runs, about " + time + " and the growing of "
             + std::to_string(all.size() * seeds.size()) + " starts",
         "判断参数：" + std::to_string(judged.size()) + " 个参数取低、高值，共 " + runs
             + " 次运行，约需 " + time + "，另需生成 "
             + std::to_string(all.size() * seeds.size()) + " 个期初"});
    run_jobs(jobs, plan.threads, settings, [](FinishedRun const&) {});
}

} // namespace canopy::app
