#pragma once

#include "sim/study/experiment.hpp"

#include <filesystem>
#include <functional>

namespace canopy::study {

/// How a worker makes a run; tests put their own in its place.
using MakeRun = std::function<RunRecord(Experiment&, RunNumber)>;

[[nodiscard]] inline RunRecord make_run(Experiment& experiment, RunNumber run) {
    return experiment.run(run);
}

enum class WorkerEnd { done, stopped };

/// A worker process: takes orders from stdin, line by line, and tells on stdout what it
/// does, until stdin ends or `stop` says so. See worker_talk.hpp for the words.
WorkerEnd work(
    std::filesystem::path const& study_folder,
    std::function<bool()> const& stop,
    MakeRun const& make = make_run);

} // namespace canopy::study
