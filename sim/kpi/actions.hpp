#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// What enterprises do about their costs.
[[nodiscard]] Measures action_measures();

} // namespace canopy
