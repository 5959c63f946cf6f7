#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// What each lever of policy is used for and costs.
[[nodiscard]] Measures lever_measures();

} // namespace canopy
