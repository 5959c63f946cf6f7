#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// The zone as investor, guarantees, and credit that is lost. Source: MODEL.md S7.
[[nodiscard]] Measures fund_measures();

} // namespace canopy
