#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// What the zone makes, sells and earns.
[[nodiscard]] Measures production_measures();

} // namespace canopy
