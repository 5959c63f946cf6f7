#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// Cash, loans, the public budget, and what every account holds.
[[nodiscard]] Measures money_measures();

} // namespace canopy
