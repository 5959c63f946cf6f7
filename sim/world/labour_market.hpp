#pragma once

#include "sim/world/kinds.hpp"

#include <array>

namespace canopy {

/// The one commuting labour market of the zone in sums, by skill. Persons; the people
/// themselves are agents.
struct LabourMarket {
    std::array<double, n_skills> labour_force{}; ///< wherever they live
    std::array<double, n_skills> unemployed{};   ///< courses included
    std::array<double, n_skills> employed{};     ///< by the zone's enterprises, by skill mix
    std::array<double, n_skills> wage_index{1.0, 1.0, 1.0}; ///< December 2022 = 1
    std::array<double, n_skills> mean_wage{};    ///< of the last month [yuan/month]
    std::array<double, max_sectors>
        sector_wage{}; ///< of the lowest skill, last month [yuan/month]
    double outside_jobs = 0.0; ///< outside the zone, held by people here in December 2022
    double offer_months = 0.0; ///< that jobs filled of late had been open, smoothed

    [[nodiscard]] double unemployment(std::size_t skill) const {
        return labour_force[skill] > 0.0 ? unemployed[skill] / labour_force[skill] : 0.0;
    }

    [[nodiscard]] double unemployment() const {
        double out = 0.0;
        double all = 0.0;
        for (std::size_t skill = 0; skill < n_skills; ++skill) {
            out += unemployed[skill];
            all += labour_force[skill];
        }
        return all > 0.0 ? out / all : 0.0;
    }
};

} // namespace canopy
