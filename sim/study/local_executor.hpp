#pragma once

#include "sim/study/chunk.hpp"
#include "sim/study/plan.hpp"
#include "sim/study/shard_folder.hpp"

#include <functional>
#include <optional>

namespace canopy::study {

/// How far an executor has come.
struct Advance {
    RunNumber done = 0;
    RunNumber failed = 0;
};

enum class ExecutorEnd { done, stopped };

/// What an executor is told besides the plan.
struct ExecutorOptions {
    int workers = 1;
    int threads = 1;            ///< inside a run
    std::function<bool()> stop; ///< asked often
    std::function<void(Advance const&)> progress;
};

/// The next chunk to be made, nothing when all are given out.
using ChunkSource = std::function<std::optional<ChunkNumber>()>;

/// Makes chunks by worker processes. A worker that dies costs its chunk at most:
/// another does the chunk again, and a run under which workers die is recorded as a
/// crash, one that takes too long as a timeout.
[[nodiscard]] ExecutorEnd run_locally(
    Plan const& plan,
    Chunks const& chunks,
    ChunkSource const& next,
    ExecutorOptions const& options);

/// All chunks of a study that are not whole, in order.
[[nodiscard]] ChunkSource
missing_chunks(ShardFolder const& folder, Chunks const& chunks);

} // namespace canopy::study
