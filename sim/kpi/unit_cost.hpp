#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// What a hundred yuan of sales cost, term by term.
[[nodiscard]] Measures unit_cost_measures();

} // namespace canopy
