#pragma once

#include "sim/process/firm_cost.hpp"
#include "sim/world/world.hpp"

#include <array>

namespace canopy {

/// Unit cost that a firm would have at every place, its own included [yuan/unit]: the
/// sums of unit_cost_at for all places with one pass over the firm's links.
[[nodiscard]] std::array<double, max_places>
unit_cost_everywhere(World const& world, FirmId firm, CostRules const& rules);

} // namespace canopy
