#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// Supply links and how much is bought nearby.
[[nodiscard]] Measures supply_measures();

} // namespace canopy
