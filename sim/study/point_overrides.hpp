#pragma once

#include "sim/model/scenario_template.hpp"
#include "sim/study/study_file.hpp"

#include <string>
#include <vector>

namespace canopy::study {

/// Whether a factor changes a scenario.
[[nodiscard]] bool applies(Factor const& factor, std::string const& scenario);

/// What one value of a factor sets in a scenario: `lever.power.discount=0.05`. Throws
/// Refused if it multiplies what the scenario does not say.
[[nodiscard]] std::vector<std::string> overrides_of(
    Factor const& factor, std::string const& value, ScenarioTemplate const& scenario);

/// What a point sets in a scenario; `row` holds a value for each factor.
[[nodiscard]] std::vector<std::string> overrides_of(
    std::vector<Factor> const& factors,
    std::vector<std::string> const& row,
    ScenarioTemplate const& scenario);

} // namespace canopy::study
