#pragma once

#include <string>
#include <vector>

namespace canopy {

/// Rows of texts with their columns aligned on a terminal, Chinese included; two spaces
/// apart.
[[nodiscard]] std::string
aligned_columns(std::vector<std::vector<std::string>> const& rows);

} // namespace canopy
