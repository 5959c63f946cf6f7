#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// Jobs, people out of work, wages.
[[nodiscard]] Measures work_measures();

} // namespace canopy
