#pragma once

#include "sim/world/world.hpp"

namespace canopy {

/// What households receive besides wages, and what they spend, reaches the communities
/// by their people. Source: MODEL.md S1, 6.
class HouseholdMoney {
  public:
    static constexpr std::string_view key = "household_money";

    struct Decision {
        std::array<Fen, max_communities> change{};
    };

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;
};

} // namespace canopy
