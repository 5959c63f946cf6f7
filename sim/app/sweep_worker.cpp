#include "sim/app/exit_code.hpp"
#include "sim/app/refusal.hpp"
#include "sim/app/stop_signal.hpp"
#include "sim/app/sweep.hpp"
#include "sim/base/parallel.hpp"
#include "sim/io/output_space.hpp"
#include "sim/study/slurm_executor.hpp"
#include "sim/study/worker.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace canopy::app {

namespace {

/// Which task of its array Slurm says this is.
int task_number() {
    auto const* text = std::getenv("SLURM_ARRAY_TASK_ID");
    if (text == nullptr) {
        throw UsageError{
            {"SLURM_ARRAY_TASK_ID is not set; tasks are started by Slurm",
             "未设置 SLURM_ARRAY_TASK_ID；任务由 Slurm 启动"}};
    }
    return std::atoi(text);
}

} // namespace

int sweep_worker(SweepWords const& words) {
    io::ignore_output_signals();
    StopSignal const signal;
    std::optional<ThreadLimit> limit;
    if (words.threads > 0) limit.emplace(words.threads);
    auto const end = study::work(words.what, [] { return StopSignal::received(); });
    return static_cast<int>(
        end == study::WorkerEnd::done ? ExitCode::ok : ExitCode::interrupted);
}

int sweep_task(SweepWords const& words, Settings const& settings) {
    io::ignore_output_signals();
    StopSignal const signal;
    auto const planned = open_planned(words.what, words, settings);
    planned.plan.require_this_program();
    auto next = std::optional{study::chunk_of_task(words.list, task_number())};
    study::ShardFolder const folder{planned.plan.folder()};
    if (folder.has(*next)) return static_cast<int>(ExitCode::ok);
    auto const end = study::run_locally(
        planned.plan,
        planned.chunks(),
        [&] { return std::exchange(next, std::nullopt); },
        {.workers = 1,
         .threads = std::max(1, words.threads),
         .stop = [] { return StopSignal::received(); },
         .progress = {}});
    return static_cast<int>(
        end == study::ExecutorEnd::done ? ExitCode::ok : ExitCode::interrupted);
}

} // namespace canopy::app
