#pragma once

#include "sim/model/scenario.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace canopy::app {

/// The plan with each combination of its systems, none first and all last: what the
/// plan adds to its base under the other systems is taken out. The k-th system is in
/// combination c when bit k of c is set. Throws UsageError when the plan adds nothing.
[[nodiscard]] std::vector<Scenario> combinations_of(
    std::filesystem::path const& plan,
    std::filesystem::path const& base,
    std::vector<std::string> const& overrides);

/// "open-friendly", or "none".
[[nodiscard]] std::string combination_name(unsigned combination);

} // namespace canopy::app
