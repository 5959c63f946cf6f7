#pragma once

#include "sim/process/labour_output.hpp"

namespace canopy {

/// Workers of an individual business; more needs a company. Source: 1987 rules.
inline constexpr int largest_individual = 7;

/// Share of what its people could make at which a firm wants no more of them.
inline constexpr double usual_utilisation = 0.97;

/// Whether a firm has more people than it bears: more than `slack` above those wanted,
/// and more than one who is hard to halve. Source: MODEL.md S12.
[[nodiscard]] inline bool has_idle_people(double workers, double wanted, double slack) {
    constexpr double hard_to_halve = 0.6;
    return workers > wanted * (1.0 + slack) + hard_to_halve;
}

/// Workers that a firm's planned output takes at normal use. Source: MODEL.md S2.
[[nodiscard]] inline double workers_wanted(World const& world, FirmId firm) {
    return world.firms.planned_output[firm]
           / (output_per_worker(world, firm) * usual_utilisation);
}

} // namespace canopy
