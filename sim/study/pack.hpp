#pragma once

#include "sim/study/results.hpp"

#include <filesystem>
#include <string>

namespace canopy::study {

/// What a pack holds.
struct Packed {
    std::filesystem::path file;
    RunCounts counts;
    std::string digest; ///< of all results
};

/// Writes `study.nc`: all results of a study with its points and provenance in one
/// netCDF-4 file that explains itself. Shards pass through one after the other; the
/// file appears when it is whole. Runs that are missing or failed are NaN.
[[nodiscard]] Packed pack(Plan const& plan, Chunks const& chunks);

/// Whether `study.nc` is newer than all shards and of this plan.
[[nodiscard]] bool is_packed(Plan const& plan);

} // namespace canopy::study
