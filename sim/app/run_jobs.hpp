#pragma once

#include "sim/app/job.hpp"
#include "sim/app/talk.hpp"

#include <functional>

namespace canopy::app {

/// A run that is done.
struct FinishedRun {
    std::string scenario;
    std::uint64_t seed = 0;
    std::filesystem::path file;
    double seconds = 0.0;
};

/// Makes the runs one after the other on `threads` threads (0 = all); tells each when
/// it is done. Throws PlaceError before the first if they cannot fit, Interrupted when
/// a signal asks to stop.
void run_jobs(
    std::vector<Job> const& jobs,
    int threads,
    Settings const& settings,
    std::function<void(FinishedRun const&)> const& finished);

} // namespace canopy::app
