#include "sim/app/analysis.hpp"
#include "sim/app/exit_code.hpp"
#include "sim/app/figures.hpp"
#include "sim/app/refusal.hpp"
#include "sim/app/stop_signal.hpp"
#include "sim/app/sweep.hpp"
#include "sim/base/written.hpp"
#include "sim/io/output_space.hpp"
#include "sim/model/scenario_template.hpp"
#include "sim/study/freeze.hpp"
#include "sim/study/pilot.hpp"
#include "sim/study/refusal.hpp"

#include <spdlog/fmt/fmt.h>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

/// Width of a row of results.
std::uint64_t row_width(study::Plan const& plan) {
    ScenarioTemplate const first{plan.scenario_file(0)};
    return study::OutputLayout::of(
               plan.study(), first.empty_world(first.plain(), 1), plan.facts().months)
        .width();
}

std::string plan_json(Planned const& planned, study::Forecast const& forecast) {
    auto const& facts = planned.plan.facts();
    return "{\"folder\": " + in_quotes(planned.plan.folder().string())
           + ", \"runs\": " + std::to_string(planned.plan.n_runs())
           + ", \"points\": " + std::to_string(facts.points)
           + ", \"scenarios\": " + std::to_string(facts.scenarios.size())
           + ", \"replicates\": " + std::to_string(planned.plan.study().text.replicates)
           + ", \"months\": " + std::to_string(facts.months)
           + ", \"chunk\": " + std::to_string(planned.pace.chunk)
           + ", \"chunks\": " + std::to_string(planned.chunks().count())
           + ", \"run_seconds\": " + json_number(planned.pace.run_seconds)
           + ", \"cpu_seconds\": " + json_number(forecast.cpu_seconds)
           + ", \"disk_bytes\": " + std::to_string(forecast.disk)
           + ", \"digest\": " + in_quotes(facts.digest) + "}\n";
}

Words plan_words(Planned const& planned, study::Forecast const& forecast) {
    auto const& facts = planned.plan.facts();
    auto const runs = grouped(planned.plan.n_runs());
    auto const time = clock_text(forecast.cpu_seconds);
    auto const disk = bytes_text(forecast.disk);
    auto const replicates = planned.plan.study().text.replicates;
    auto const one = fmt::format("{:.3g}", planned.pace.run_seconds);
    return {
        fmt::format(
            "{}: {} runs ({} points x {} scenarios x {} seeds, {} months), {} s each, "
            "about {} on one processor and {} of disk; {} chunks of {}\n",
            planned.plan.folder().string(),
            runs,
            grouped(facts.points),
            facts.scenarios.size(),
            replicates,
            facts.months,
            one,
            time,
            disk,
            grouped(planned.chunks().count()),
            planned.pace.chunk),
        fmt::format(
            "{}：{} 次运行（{} 个点 × {} 个情景 × {} 个种子，{} 个月），每次 {} "
            "秒，单处理器约 {}，磁盘约 {}；{} 块，每块 {} 次\n",
            planned.plan.folder().string(),
            runs,
            grouped(facts.points),
            facts.scenarios.size(),
            replicates,
            facts.months,
            one,
            time,
            disk,
            grouped(planned.chunks().count()),
            planned.pace.chunk)};
}

void settle_pace(
    study::Plan const& plan,
    study::Pace& pace,
    SweepWords const& words,
    Settings const& settings) {
    if (words.chunk < 0) {
        throw UsageError{
            {"--chunk " + std::to_string(words.chunk) + " is not a number of runs",
             "--chunk " + std::to_string(words.chunk) + " 不是运行数"}};
    }
    if (pace.chunk == 0) {
        plan.require_this_program();
        pace = study::measure_pace(
            plan,
            [] { return StopSignal::received(); },
            [&](study::RunNumber run, std::string const& why) {
                auto const number = std::to_string(run);
                say(settings,
                    {"pilot run " + number + " failed (" + why + ")",
                     "试运行 " + number + " 失败（" + why + "）"});
            });
        if (words.chunk > 0) pace.chunk = words.chunk;
        write_pace(plan.folder(), pace);
    } else if (words.chunk > 0 && words.chunk != pace.chunk) {
        auto const planned = std::to_string(pace.chunk);
        throw study::Refused{
            "--chunk " + std::to_string(words.chunk) + " is not the plan's " + planned
                + " (shards are named by it); leave it out, or plan anew with another "
                  "--out",
            "--chunk " + std::to_string(words.chunk) + " 与计划的 " + planned
                + " 不同（结果分块以此命名）；请不写，或另选 --out 重新计划"};
    }
}

} // namespace

void make_design(
    fs::path const& factors, fs::path const& design, Settings const& settings) {
    auto quiet = settings;
    quiet.json = false;
    auto const code = run_analysis(
        {"design", "--factors", factors.string(), "--out", design.string()},
        quiet,
        Printing::dropped);
    if (code == static_cast<int>(ExitCode::ok)) return;
    if (code == static_cast<int>(ExitCode::usage)) {
        throw UsageError{
            {"the design of the study cannot be made (see above)",
             "无法生成研究的设计（见上）"}};
    }
    throw PlaceError{
        {"the design of the study could not be written (see above); on a machine "
         "without "
         "Python, plan elsewhere and copy the study's folder",
         "研究的设计未能写出（见上）；若本机没有 "
         "Python，请在别处制定计划后复制研究文件夹"}};
}

Planned open_planned(
    fs::path const& folder, SweepWords const& words, Settings const& settings) {
    Planned planned{study::Plan::open(folder), study::read_pace(folder)};
    settle_pace(planned.plan, planned.pace, words, settings);
    return planned;
}

Planned planned_study(SweepWords const& words, Settings const& settings) {
    fs::path const what{words.what};
    if (fs::is_directory(what)) return open_planned(what, words, settings);
    auto const folder =
        words.out.empty() ? fs::path{"results"} / what.stem() : fs::path{words.out};
    if (study::has_plan(folder)) {
        study::require_same_study(study::Plan::open(folder), what);
    } else {
        static_cast<void>(study::freeze(
            what, folder, [&](fs::path const& factors, fs::path const& design) {
                make_design(factors, design, settings);
            }));
    }
    return open_planned(folder, words, settings);
}

int sweep_plan(SweepWords const& words, Settings const& settings) {
    io::ignore_output_signals();
    StopSignal const signal;
    auto const planned = planned_study(words, settings);
    auto const forecast =
        study::forecast(planned.plan, planned.pace, row_width(planned.plan));
    put(settings.json ? plan_json(planned, forecast)
                      : plan_words(planned, forecast).in(settings.language));
    return static_cast<int>(ExitCode::ok);
}

} // namespace canopy::app
