#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// How many enterprises there are, begin and end.
[[nodiscard]] Measures entity_measures();

} // namespace canopy
