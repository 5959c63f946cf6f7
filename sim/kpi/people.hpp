#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// People out of work and how they find it: the "123" loop, official counts beside it.
[[nodiscard]] Measures job_measures();

/// Who lives in the district, who comes and goes, who commutes.
[[nodiscard]] Measures people_measures();

} // namespace canopy
