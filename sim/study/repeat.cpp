#include "sim/study/repeat.hpp"

#include "sim/base/written.hpp"
#include "sim/model/run.hpp"
#include "sim/study/pace.hpp"
#include "sim/study/results.hpp"
#include "sim/study/worker_process.hpp"

#include <chrono>
#include <filesystem>
#include <random>

#include <poll.h>

namespace canopy::study {

namespace {

/// What the study knows of a run.
RunRecord known(Plan const& plan, RunNumber run) {
    Chunks const chunks{
        plan.n_runs(), std::max<RunNumber>(1, read_pace(plan.folder()).chunk)};
    ShardFolder const folder{plan.folder()};
    auto const chunk = chunks.of(run);
    if (!folder.has(chunk)) return {};
    auto const shard = read_shard(folder.whole(chunk));
    return shard.runs.at(static_cast<std::size_t>(run - chunks.first(chunk)));
}

} // namespace

Repeated repeat(Plan const& plan, RunNumber run, std::function<bool()> const& stop) {
    using Clock = std::chrono::steady_clock;
    Repeated result{.before = known(plan, run), .message = {}};
    auto const kept = std::filesystem::temp_directory_path()
                      / ("canopy-repeat-" + std::to_string(std::random_device{}()));
    auto const limit = plan.study().limits.run_seconds;
    auto const began = Clock::now();
    WorkerProcess worker{plan.folder(), 0};
    worker.order("keep " + std::to_string(run) + ' ' + kept.string());
    for (auto lives = true; lives && result.now == RunStatus::missing;) {
        if (stop && stop()) throw Interrupted{};
        if (std::chrono::duration<double>(Clock::now() - began).count() > limit) {
            result.now = RunStatus::timeout;
            result.message = "took longer than " + written(limit) + " s";
            break;
        }
        pollfd waiting{worker.descriptor(), POLLIN, 0};
        constexpr int patience = 100; // [ms]
        if (::poll(&waiting, 1, patience) <= 0) continue;
        lives = worker.listen();
        while (auto const line = worker.line()) {
            if (!line->starts_with("kept")) continue;
            auto const shard = read_shard(kept);
            std::filesystem::remove(kept);
            result.now = shard.runs.front().status;
            result.message = shard.runs.front().message;
            ResultsDigest before;
            ResultsDigest now;
            before.add(run, result.before);
            now.add(run, shard.runs.front());
            result.same = before.hexadecimal() == now.hexadecimal();
        }
        if (!lives && result.now == RunStatus::missing) {
            result.now = RunStatus::crash;
            result.message = "its process was " + end_text(worker.wait());
        }
    }
    if (result.now == RunStatus::crash || result.now == RunStatus::timeout)
        result.same = result.before.status == result.now;
    return result;
}

} // namespace canopy::study
