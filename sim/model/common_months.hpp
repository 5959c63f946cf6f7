#pragma once

#include "sim/model/scenario.hpp"

#include <string_view>

namespace canopy {

/// Months from the start on in which two scenarios are the same world: all that they
/// write differently until then are names, horizons, what is recorded, and levers and
/// shocks that begin later. Runs with one seed go through these months alike
/// (a policy changes nothing before it begins), so they need be simulated only once.
[[nodiscard]] int months_in_common(Scenario const& one, Scenario const& other);

/// Months from the start on in which a value that the scenario writes under this key
/// changes nothing.
[[nodiscard]] int months_before(Scenario const& scenario, std::string_view key);

} // namespace canopy
