#pragma once

#include "sim/model/scenario_template.hpp"
#include "sim/study/study_file.hpp"

#include <vector>

namespace canopy::study {

/// Reads the scenarios of a study under its horizon and scale; mistakes are reported.
[[nodiscard]] std::vector<ScenarioTemplate> read_scenarios(StudyFile const& study);

/// Tries every factor at the ends of its range in every scenario; what a scenario
/// refuses is reported where the factor says it.
void check_factors(
    StudyFile const& study, std::vector<ScenarioTemplate> const& scenarios);

/// Whether no factor changes the opening world.
[[nodiscard]] bool
share_starts(StudyFile const& study, std::vector<ScenarioTemplate> const& scenarios);

} // namespace canopy::study
