#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// The rungs of growth: company, above scale.
[[nodiscard]] Measures ladder_measures();

} // namespace canopy
