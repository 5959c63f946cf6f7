#pragma once

#include "sim/model/scenario.hpp"

#include <string>
#include <string_view>

namespace canopy {

/// SHA-256 in hexadecimal.
[[nodiscard]] std::string sha256(std::string_view text);

/// Names everything that the opening world of a scenario depends on: its data, leaders
/// and start parameters, scale, seed, and the program itself.
[[nodiscard]] std::string
start_digest(Scenario const& scenario, std::uint64_t start_seed);

} // namespace canopy
