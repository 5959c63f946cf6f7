#pragma once

#include "sim/study/chunk.hpp"
#include "sim/study/freeze.hpp"

namespace canopy::study {

/// Gives a study more points: twice as many, or `drawn` if it is above 0. What is done
/// stays done, because the old points come first in the new table. Throws Refused if
/// the design cannot grow.
[[nodiscard]] Plan
extend(Plan const& plan, RunNumber chunk, int drawn, MakeDesign const& make_design);

} // namespace canopy::study
