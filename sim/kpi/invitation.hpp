#pragma once

#include "sim/kpi/measure.hpp"

namespace canopy {

/// Invited projects: contacts, signatures, openings, and why others are lost. Source:
/// MODEL.md S8.
[[nodiscard]] Measures invitation_measures();

} // namespace canopy
