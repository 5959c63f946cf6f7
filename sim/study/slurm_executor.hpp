#pragma once

#include "sim/study/local_executor.hpp"

#include <string>

namespace canopy::study {

/// What the Slurm executor is told besides.
struct SlurmOptions {
    std::string extra;           ///< options for sbatch
    double chunk_seconds = 30.0; ///< that a task takes, for its time limit
    std::uint64_t memory = 0;    ///< of a run [bytes]
    std::function<void(std::string const& en, std::string const& zh)> say;
};

/// Makes all missing chunks as tasks of array jobs, watches them, and submits again
/// what nodes or limits took away, as long as shards keep coming. Only shards count:
/// neither exit codes nor job states are believed. Jobs of the same study that are
/// still there are waited for first.
[[nodiscard]] ExecutorEnd run_on_slurm(
    Plan const& plan,
    Chunks const& chunks,
    ExecutorOptions const& options,
    SlurmOptions const& slurm);

/// The chunk of a task: line `task` (from 0) of a list.
[[nodiscard]] ChunkNumber chunk_of_task(std::filesystem::path const& list, int task);

} // namespace canopy::study
