#pragma once

#include "sim/study/results.hpp"

#include <string>
#include <vector>

namespace canopy::study {

/// A run that failed, and why.
struct FailedRun {
    RunNumber run = 0;
    RunStatus status = RunStatus::missing;
    int attempts = 0;
    std::string message;
};

/// How far a study is, from the names of its shards; only marked ones are opened.
struct StudyStatus {
    ChunkNumber n_whole = 0;
    RunCounts counts;
    std::vector<FailedRun> failures; ///< in order

    [[nodiscard]] bool complete() const {
        return counts.count(RunStatus::missing) == 0;
    }
};

[[nodiscard]] StudyStatus status_of(Plan const& plan, Chunks const& chunks);

} // namespace canopy::study
