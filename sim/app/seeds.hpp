#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace canopy::app {

/// The seeds of "8" (1 to 8) or "3..10". Throws UsageError.
[[nodiscard]] std::vector<std::uint64_t> seeds_of(std::string const& text);

} // namespace canopy::app
