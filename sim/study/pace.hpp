#pragma once

#include "sim/study/chunk.hpp"

#include <cstdint>
#include <filesystem>

namespace canopy::study {

/// How long runs take, found by pilot runs, and the size of chunks that follows; a file
/// beside the plan, no part of its digest.
struct Pace {
    RunNumber chunk = 0;        ///< runs; 0 = not settled yet
    double run_seconds = 0.0;   ///< of one run on one thread, its start not counted
    double start_seconds = 0.0; ///< to grow an opening world
    std::int64_t firms = 0;     ///< enterprises at the end of a run
};

/// Nothing settled if there is no such file.
[[nodiscard]] Pace read_pace(std::filesystem::path const& study_folder);

void write_pace(std::filesystem::path const& study_folder, Pace const& pace);

/// Runs of a chunk that takes tens of seconds: many enough that a scheduler's cost for
/// a task is small, few enough that all workers have some and little is lost with one.
[[nodiscard]] RunNumber chunk_size(RunNumber runs, double run_seconds);

/// Time and room that a whole study takes, rather too much than too little.
struct Forecast {
    double cpu_seconds = 0.0;
    std::uint64_t disk = 0; ///< [bytes]
};

[[nodiscard]] Forecast
forecast(Plan const& plan, Pace const& pace, std::uint64_t row_width);

} // namespace canopy::study
