#pragma once

#include "sim/process/firm_cost.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Brings prices into balance: the unlinked part of each recipe is rescaled so that
/// unit cost at the start is 1 − product tax − depreciation − surplus, and mark-ups pay
/// those three. Source: MODEL.md S4; p = pA + v holds for every sector and kind.
void balance_prices(World& world, CostRules const& costs);

/// Brings quantities into balance: outside demand is what opening capacity leaves after
/// local orders, households and leaders. Source: MODEL.md S1; x = Ax + d at the start.
void balance_demand(World& world);

/// Moves outside demand towards what fills opening capacity, while links grow.
void close_demand(World& world, std::array<double, max_sectors> const& target);

/// Sales a month of all but the leaders at opening capacity [yuan], by sector.
[[nodiscard]] std::array<double, max_sectors> opening_sales(World const& world);

} // namespace canopy
