#pragma once

#include "sim/model/scenario.hpp"

namespace canopy {

/// Months from the start on in which two scenarios are the same world: all that they
/// write differently until then are names, horizons, what is recorded, and levers and
/// shocks that begin later. Runs with one seed go through these months alike
/// (a policy changes nothing before it begins), so they need be simulated only once.
[[nodiscard]] int months_in_common(Scenario const& one, Scenario const& other);

} // namespace canopy
