#pragma once

#include "sim/model/scenario.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace canopy::app {

/// One run to be made.
struct Job {
    Scenario const* scenario;
    std::uint64_t seed;
    bool first_of_scenario; ///< keeps the default snapshots
    std::filesystem::path out;
    std::string label; ///< for people
};

/// Whether two runs may share months, as SeedRuns does it.
[[nodiscard]] bool of_one_seed(Job const& a, Job const& b);

/// All scenarios with all seeds; the scenarios of a seed follow each other, so that
/// what is finished when a batch is stopped can be compared.
[[nodiscard]] std::vector<Job> paired_jobs(
    std::vector<Scenario> const& scenarios,
    std::vector<std::uint64_t> const& seeds,
    std::filesystem::path const& out,
    std::string const& label_prefix = "");

} // namespace canopy::app
