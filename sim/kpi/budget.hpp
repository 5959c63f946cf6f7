#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// What policy may cost, dated projects, the government's debt. Source:
/// MODEL.md S15.
[[nodiscard]] Measures budget_measures();

} // namespace canopy
