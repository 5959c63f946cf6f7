#pragma once

#include "sim/model/scenario.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace canopy::app {

/// Reads all scenarios. Throws one ScenarioError with the mistakes of all files, each
/// once; UsageError if two would write to the same folder.
[[nodiscard]] std::vector<Scenario> read_scenarios(
    std::vector<std::string> const& files,
    std::vector<std::string> const& overrides = {});

/// The file of a scenario in a folder of scenarios; UsageError if it is not there.
[[nodiscard]] std::filesystem::path
scenario_file(std::filesystem::path const& folder, std::string const& name);

} // namespace canopy::app
