#include "sim/app/exit_code.hpp"
#include "sim/app/figures.hpp"
#include "sim/app/refusal.hpp"
#include "sim/app/stop_signal.hpp"
#include "sim/app/study_progress.hpp"
#include "sim/app/sweep.hpp"
#include "sim/app/thread_count.hpp"
#include "sim/base/written.hpp"
#include "sim/io/output_space.hpp"
#include "sim/model/run.hpp"
#include "sim/model/scenario.hpp"
#include "sim/study/experiment.hpp"
#include "sim/study/extend.hpp"
#include "sim/study/freeze.hpp"
#include "sim/study/pack.hpp"
#include "sim/study/slurm_executor.hpp"

#include <algorithm>
#include <optional>

#include <sched.h>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

int processors() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof(set), &set) != 0) return 1;
    return std::max(1, CPU_COUNT(&set));
}

void require_sense(SweepWords const& words) {
    require_threads(words.threads);
    constexpr int most_workers = 10'000;
    if (words.workers < 0 || words.workers > most_workers) {
        auto const text = std::to_string(words.workers);
        throw UsageError{
            {"--workers " + text + " is not between 1 and 10000 (leave it out for all)",
             "--workers " + text + " 不在 1 与 10000 之间（不写则用全部）"}};
    }
    if (words.executor != "local" && words.executor != "slurm") {
        throw UsageError{
            {"--executor " + words.executor + " is not known; write local or slurm",
             "--executor " + words.executor + " 未知；请写 local 或 slurm"}};
    }
}

study::ExecutorEnd locally(
    Planned const& planned, SweepWords const& words, study::ExecutorOptions options) {
    study::ShardFolder const folder{planned.plan.folder()};
    auto const chunks = planned.chunks();
    auto const state = folder.state(chunks.count());
    auto const missing =
        std::max<study::ChunkNumber>(1, chunks.count() - state.n_whole);
    auto const cores = processors();
    auto const wanted = words.workers > 0 ? words.workers : cores;
    options.workers = static_cast<int>(std::min<study::ChunkNumber>(wanted, missing));
    // Fewer runs than processors: the rest works inside the runs.
    options.threads =
        words.threads > 0 ? words.threads : std::max(1, cores / options.workers);
    return study::run_locally(
        planned.plan, chunks, study::missing_chunks(folder, chunks), options);
}

study::ExecutorEnd on_slurm(
    Planned const& planned,
    SweepWords const& words,
    Settings const& settings,
    study::ExecutorOptions options) {
    options.workers = words.workers;
    options.threads = std::max(1, words.threads);
    auto const scenario = read_scenario(planned.plan.scenario_file(0));
    auto const size = size_of_run(scenario, false);
    auto const seeds = static_cast<std::uint64_t>(planned.plan.study().text.replicates);
    return study::run_on_slurm(
        planned.plan,
        planned.chunks(),
        options,
        {.extra = words.slurm,
         .chunk_seconds =
             planned.pace.start_seconds
             + planned.pace.run_seconds * static_cast<double>(planned.pace.chunk),
         .memory = size.memory + study::kept_memory(size, seeds),
         .say = [&](std::string const& en, std::string const& zh) {
             say(settings, {en, zh});
         }});
}

} // namespace

int execute(Planned const& planned, SweepWords const& words, Settings const& settings) {
    auto const& plan = planned.plan;
    plan.require_this_program();
    plan.require_untouched();
    auto const chunks = planned.chunks();
    auto const before = study::status_of(plan, chunks);
    auto const slurm = words.executor == "slurm";
    if (!before.complete()) {
        auto const done =
            plan.n_runs() - before.counts.count(study::RunStatus::missing);
        StudyProgress progress{plan.n_runs(), slurm ? 0 : done, settings};
        study::ExecutorOptions const options{
            .stop = [] { return StopSignal::received(); },
            .progress = [&](study::Advance const& now) { progress.show(now); }};
        auto const end = slurm ? on_slurm(planned, words, settings, options)
                               : locally(planned, words, options);
        if (end == study::ExecutorEnd::stopped) throw Interrupted{};
        study::ShardFolder{plan.folder()}.sweep();
        auto const time = clock_text(progress.seconds());
        say(settings,
            {grouped(plan.n_runs() - done) + " runs in " + time,
             grouped(plan.n_runs() - done) + " 次运行，用时 " + time});
    }
    if (!study::is_packed(plan)) static_cast<void>(study::pack(plan, chunks));
    auto const status = study::status_of(plan, chunks);
    put(status_text(planned, status, settings));
    return exit_of(status.counts);
}

int sweep_run(SweepWords const& words, Settings const& settings) {
    require_sense(words);
    io::ignore_output_signals();
    StopSignal const signal;
    return execute(planned_study(words, settings), words, settings);
}

int sweep_retry(SweepWords const& words, Settings const& settings) {
    require_sense(words);
    io::ignore_output_signals();
    StopSignal const signal;
    auto const planned = open_planned(words.what, words, settings);
    planned.plan.require_this_program();
    planned.plan.require_untouched();
    study::ShardFolder const folder{planned.plan.folder()};
    for (auto const chunk : folder.state(planned.chunks().count()).marked) {
        auto const shard = study::read_shard(folder.whole(chunk));
        std::size_t width = 0;
        for (auto const& run : shard.runs)
            width = std::max(width, run.values.size());
        folder.reopen(chunk, std::max<std::size_t>(1, width));
    }
    return execute(planned, words, settings);
}

int sweep_extend(SweepWords const& words, Settings const& settings) {
    require_sense(words);
    io::ignore_output_signals();
    StopSignal const signal;
    auto const planned = open_planned(words.what, words, settings);
    planned.plan.require_this_program();
    planned.plan.require_untouched();
    auto const before = planned.plan.n_runs();
    auto const longer = study::extend(
        planned.plan,
        planned.pace.chunk,
        words.points,
        [&](fs::path const& factors, fs::path const& design) {
            make_design(factors, design, settings);
        });
    auto const more = grouped(longer.n_runs() - before);
    say(settings,
        {more + " more runs, " + grouped(longer.facts().points) + " points",
         "新增 " + more + " 次运行，共 " + grouped(longer.facts().points) + " 个点"});
    return execute(open_planned(words.what, words, settings), words, settings);
}

} // namespace canopy::app
