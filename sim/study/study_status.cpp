#include "sim/study/study_status.hpp"

#include <algorithm>

namespace canopy::study {

StudyStatus status_of(Plan const& plan, Chunks const& chunks) {
    ShardFolder const folder{plan.folder()};
    auto state = folder.state(chunks.count());
    std::sort(state.marked.begin(), state.marked.end());
    StudyStatus status{.n_whole = state.n_whole, .counts = {}, .failures = {}};
    RunNumber whole = 0;
    for (ChunkNumber chunk = 0; chunk < chunks.count(); ++chunk)
        if (state.whole[static_cast<std::size_t>(chunk)])
            whole += chunks.last(chunk) - chunks.first(chunk);
    for (auto const chunk : state.marked) {
        auto const shard = read_shard(folder.whole(chunk));
        for (std::size_t at = 0; at < shard.runs.size(); ++at) {
            auto const& run = shard.runs[at];
            if (!failed(run.status)) continue;
            ++status.counts.of.at(static_cast<std::size_t>(run.status));
            status.failures.push_back(
                {shard.first + static_cast<RunNumber>(at),
                 run.status,
                 run.attempts,
                 run.message});
        }
    }
    auto const n_failed = status.counts.all();
    status.counts.of[static_cast<std::size_t>(RunStatus::ok)] = whole - n_failed;
    status.counts.of[static_cast<std::size_t>(RunStatus::missing)] =
        plan.n_runs() - whole;
    return status;
}

} // namespace canopy::study
