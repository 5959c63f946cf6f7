#pragma once

#include "sim/world/world.hpp"

namespace canopy {

/// Input per unit of output after what the firm has learnt [units/unit].
[[nodiscard]] inline double
input_per_unit(World const& world, FirmId firm, LinkedInput const& input) {
    return input.coefficient * static_cast<double>(world.firms.process_cost[firm]);
}

/// What a firm needs of an input in a month at expected demand [units].
[[nodiscard]] inline double
monthly_need(World const& world, FirmId firm, LinkedInput const& input) {
    return input_per_unit(world, firm, input) * world.firms.expected_demand[firm];
}

} // namespace canopy
