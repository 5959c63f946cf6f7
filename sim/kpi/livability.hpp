#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// What communities offer, and what people and enterprises feel.
[[nodiscard]] Measures livability_measures();

} // namespace canopy
