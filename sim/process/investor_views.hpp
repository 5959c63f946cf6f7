#pragma once

#include "sim/process/firm_cost.hpp"
#include "sim/rules/investor_taste.hpp"
#include "sim/world/world.hpp"

#include <array>

namespace canopy {

/// What-ifs of the comparison alone: what investors would do if they saw other figures.
struct InvestorGlasses {
    double local_supply_added = 0.0; ///< to the zone's share
    double freight_factor = 1.0;     ///< on freight to and from the zone
    double land_factor = 1.0;        ///< on the zone's land price
    double rival_supply = 0.3;       ///< share that is to be had at outside places
    double land_years = 10.0;        ///< over which land is reckoned
};

/// What investors of every sector see of every place this month.
class InvestorViews {
  public:
    void look(World const& now, CostRules const& rules, InvestorGlasses const& glasses);

    [[nodiscard]] rules::InvestorView const& of(SectorId sector, PlaceId place) const {
        return views_[sector.row()][place.row()];
    }

  private:
    std::array<std::array<rules::InvestorView, max_places>, max_sectors> views_{};
};

/// Share of a sector's linked inputs that the zone's firms buy from each other.
[[nodiscard]] double local_supply_of(World const& now, SectorId sector);

} // namespace canopy
