#include "sim/app/command_line.hpp"
#include "sim/app/exit_code.hpp"
#include "sim/app/refusal.hpp"
#include "sim/app/run_jobs.hpp"
#include "sim/app/scenarios.hpp"
#include "sim/app/seeds.hpp"
#include "sim/app/thread_count.hpp"
#include "sim/base/written.hpp"

#include <iostream>
#include <memory>
#include <optional>

namespace canopy::app {

namespace {

struct RunWords {
    std::vector<std::string> files;
    std::string seeds = "1";
    std::string until;
    int threads = 0;
    std::optional<double> scale;
    std::vector<std::string> set;
    std::string out = "results";
};

/// What --until and --scale say, behind what --set says.
std::vector<std::string> overrides(RunWords const& words) {
    auto all = words.set;
    if (!words.until.empty()) {
        if (!Month::parse(words.until)) {
            throw UsageError{
                {"--until " + words.until + " is not a month; write 2028-12",
                 "--until " + words.until + " 不是月份；请写 2028-12"}};
        }
        all.push_back("time.last_month=" + in_quotes(words.until));
    }
    if (words.scale) all.push_back("world.scale=" + written(*words.scale));
    return all;
}

std::string json(FinishedRun const& run) {
    return "{\"scenario\": " + in_quotes(run.scenario) + ", \"seed\": "
           + std::to_string(run.seed) + ", \"file\": " + in_quotes(run.file.string())
           + ", \"seconds\": " + json_number(run.seconds) + "}";
}

int run(RunWords const& words, Settings const& settings) {
    require_threads(words.threads);
    auto const seeds = seeds_of(words.seeds);
    auto const scenarios = read_scenarios(words.files, overrides(words));
    std::string list;
    run_jobs(
        paired_jobs(scenarios, seeds, words.out),
        words.threads,
        settings,
        [&](FinishedRun const& finished) {
            if (settings.json) {
                list += (list.empty() ? "[\n  " : ",\n  ") + json(finished);
            } else {
                put(finished.file.string() + "\n");
                std::cout.flush();
            }
        });
    if (settings.json) put(list + "\n]\n");
    return static_cast<int>(ExitCode::ok);
}

} // namespace

void add_run(CommandLine& line) {
    auto words = std::make_shared<RunWords>();
    auto& command = line.add(
        "run",
        {"run scenarios: one run file for each seed",
         "运行情景：每个种子一个运行文件"});
    command
        .add_option("scenario", words->files, line.text({"scenario files", "情景文件"}))
        ->required()
        ->type_name("S.toml");
    command
        .add_option(
            "--seeds",
            words->seeds,
            line.text(
                {"number of seeds, or first..last; default 1",
                 "种子数或 首..末，默认 1"}))
        ->type_name("N|A..B");
    command
        .add_option(
            "--until",
            words->until,
            line.text({"last month that is run", "最后运行月份"}))
        ->type_name("2028-12");
    add_threads(line, command, words->threads);
    command
        .add_option(
            "--scale",
            words->scale,
            line.text(
                {"share of the zone that is simulated", "模拟规模（占全区比例）"}))
        ->type_name("0.1");
    command
        .add_option(
            "--set",
            words->set,
            line.text(
                {"change a value, such as lever.NAME.key=3; may be repeated",
                 "更改一个值，如 lever.名称.键名=3；可重复"}))
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
    command
        .add_option(
            "--out",
            words->out,
            line.text(
                {"folder of results; default results", "结果文件夹，默认 results"}))
        ->type_name("DIR");
    line.does(
        command, [words, &settings = line.settings] { return run(*words, settings); });
}

} // namespace canopy::app
