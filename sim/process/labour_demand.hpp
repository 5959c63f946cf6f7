#pragma once

#include "sim/process/labour_output.hpp"

namespace canopy {

/// Workers of an individual business; more needs a company. Source: 1987 rules.
inline constexpr int largest_individual = 7;

/// Workers that a firm's planned output takes at normal use. Source: MODEL.md S2.
[[nodiscard]] inline double workers_wanted(World const& world, FirmId firm) {
    constexpr double utilisation = 0.97;
    return world.firms.planned_output[firm]
           / (output_per_worker(world, firm) * utilisation);
}

} // namespace canopy
