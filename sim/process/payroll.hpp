#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Each firm's wage bill reaches its people, by skill, to the last fen, and their
/// communities; owners of individual businesses take the profit instead.
/// Source: MODEL.md S12, 6.
class Payroll {
  public:
    static constexpr std::string_view key = "payroll";

    struct Decision {
        Column<PersonId, float> wage;
        std::array<Fen, max_communities> from_firms{};
        std::array<Fen, max_communities> from_outside{};
        std::array<double, n_skills> mean_wage{};
        std::array<double, max_sectors> sector_wage{};
    };

    void decide(World const& now, Decision& into) const;
    void apply(Decision& decision, World& world) const;
};

} // namespace canopy
