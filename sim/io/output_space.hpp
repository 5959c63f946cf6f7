#pragma once

#include "sim/io/run_layout.hpp"

#include <cstdint>
#include <filesystem>

namespace canopy::io {

/// How much a run records.
struct RunExtent {
    std::uint64_t months = 0;
    std::uint64_t firms = 0;
    std::uint64_t links = 0;
    std::uint64_t snapshots = 0;
    double panel_share = 0.02;
    double events_per_firm_month = 0.45;
    std::uint64_t firm_columns = 25;
    std::uint64_t link_columns = 8;
};

/// A run file's size, rather too much than too little.
[[nodiscard]] std::uint64_t
estimate_bytes(RunLayout const& layout, RunExtent const& extent);

/// Throws OutputError if the place of a file to come has not `bytes` free.
void require_space(std::filesystem::path const& path, std::uint64_t bytes);

/// Lets writing beyond a limit or to a closed pipe fail with a message, not kill the
/// program.
void ignore_output_signals();

} // namespace canopy::io
