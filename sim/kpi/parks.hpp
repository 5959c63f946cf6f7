#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// What the parks' five services have room for and serve. Source: MODEL.md S6.
[[nodiscard]] Measures park_measures();

} // namespace canopy
