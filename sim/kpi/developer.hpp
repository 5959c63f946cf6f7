#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// The state developer's books, income by line and services. Source: MODEL.md S14.
[[nodiscard]] Measures developer_measures();

} // namespace canopy
