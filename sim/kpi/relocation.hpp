#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// Enterprises that move in, about and out.
[[nodiscard]] Measures relocation_measures();

} // namespace canopy
