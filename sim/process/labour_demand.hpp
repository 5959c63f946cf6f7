#pragma once

#include "sim/process/labour_output.hpp"

namespace canopy {

/// Workers of an individual business; more needs a company. Source: 1987 rules.
inline constexpr int largest_individual = 7;

/// Share of what its people could make at which a firm wants no more of them.
inline constexpr double usual_utilisation = 0.97;

/// Workers that a firm's planned output takes at normal use. Source: MODEL.md S2.
[[nodiscard]] inline double workers_wanted(World const& world, FirmId firm) {
    return world.firms.planned_output[firm]
           / (output_per_worker(world, firm) * usual_utilisation);
}

} // namespace canopy
