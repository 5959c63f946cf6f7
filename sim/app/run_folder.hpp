#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace canopy::app {

/// The finished runs of one scenario, `<folder>/seed-0001.h5` and so on.
struct RunFolder {
    std::filesystem::path path;
    std::string name; ///< of the scenario
    std::vector<std::uint64_t> seeds;
    std::vector<std::string> overrides; ///< `--set` of the runs
    std::string scenario_sha256;
    double seconds = 0.0; ///< that the first run took, its start not counted
};

/// Reads a folder of run files. Throws UsageError if it holds none.
[[nodiscard]] RunFolder read_run_folder(std::filesystem::path const& folder);

} // namespace canopy::app
