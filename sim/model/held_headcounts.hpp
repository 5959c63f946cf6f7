#pragma once

#include "sim/model/first_world.hpp"

namespace canopy {

/// Customers of the drawn firms take what their people usually make: less in small firms,
/// more in those that pay little. Before sales settle, and after. Source: MODEL.md 8.
void set_opening_use(World& world);

/// While headcounts are held, sales follow people as people would otherwise follow sales:
/// a firm that would hire one more, or lay one off, keeps its people and has as much less,
/// or more, to do for each of them. Source: MODEL.md 8.
void anchor_sales(World& world, StartParams const& start);

} // namespace canopy
