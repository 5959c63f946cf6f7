#include "sim/app/analysis.hpp"
#include "sim/app/attribution.hpp"
#include "sim/app/command_line.hpp"
#include "sim/app/run_jobs.hpp"
#include "sim/app/seeds.hpp"
#include "sim/app/thread_count.hpp"

#include <filesystem>
#include <memory>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

struct AttributeWords {
    std::string plan;
    std::string base;
    std::string out;
    std::string seeds = "4";
    std::vector<std::string> set;
    int threads = 0;
};

int attribute(AttributeWords const& words, Settings const& settings) {
    require_threads(words.threads);
    auto const seeds = seeds_of(words.seeds);
    fs::path const plan{words.plan};
    auto const base = words.base.empty() ? plan.parent_path() / "zhuzhou-2023.toml"
                                         : fs::path{words.base};
    auto const out = words.out.empty()
                         ? fs::path{"results"} / ("attribution-" + plan.stem().string())
                         : fs::path{words.out};
    auto const combinations = combinations_of(plan, base, words.set);
    run_jobs(
        paired_jobs(combinations, seeds, out),
        words.threads,
        settings,
        [](FinishedRun const&) {});
    return run_analysis({"attribute", out.string(), "-o", out.string()}, settings);
}

} // namespace

void add_attribute(CommandLine& line) {
    auto words = std::make_shared<AttributeWords>();
    auto& command = line.add(
        "attribute",
        {"shares of the four systems in a plan's effect (Shapley values)",
         "四大体系对规划效果的贡献（沙普利值）"});
    command.add_option("plan", words->plan, "scenario file of the plan")
        ->type_name("PLAN.toml")
        ->required();
    command
        .add_option(
            "--against", words->base, "what it adds to; default zhuzhou-2023.toml beside it")
        ->type_name("BASE.toml");
    command.add_option("--out", words->out, "default results/attribution-PLAN")
        ->type_name("DIR");
    command.add_option("--seeds", words->seeds, "default 4")->type_name("N|A..B");
    command.add_option("--set", words->set, "as of run")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
    add_threads(line, command, words->threads);
    line.does(command, [words, &settings = line.settings] {
        return attribute(*words, settings);
    });
}

} // namespace canopy::app
