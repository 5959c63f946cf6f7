#pragma once

#include "sim/process/livability_rules.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// How clean the district is. Source: MODEL.md S13.
struct EnvironmentQuality {
    double good_air = 0.0;   ///< share of days
    double good_water = 0.0; ///< share of samples
    double level = 1.0;      ///< of both, December 2022 = 1
};

/// Good days and clean samples answer what the zone's enterprises emitted and discharged
/// last month, and what policy cleans.
[[nodiscard]] EnvironmentQuality
environment_quality(World const& now, LivabilityRules const& rules);

} // namespace canopy
