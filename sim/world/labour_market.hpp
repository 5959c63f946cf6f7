#pragma once

#include "sim/world/kinds.hpp"

#include <array>

namespace canopy {

/// The zone's one commuting labour market: pools by skill until workers are agents.
/// Everything in persons; [skill].
struct LabourMarket {
    std::array<double, n_skills> labour_force{};
    std::array<double, n_skills> employed{};
    std::array<double, n_skills> vacancies{};               ///< posted this month
    std::array<double, n_skills> wage_index{1.0, 1.0, 1.0}; ///< December 2022 = 1

    [[nodiscard]] double unemployed(std::size_t skill) const {
        return labour_force[skill] > employed[skill]
                   ? labour_force[skill] - employed[skill]
                   : 0.0;
    }
};

} // namespace canopy
