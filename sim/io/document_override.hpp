#pragma once

#include "sim/io/diagnostics.hpp"
#include "sim/io/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace canopy {

/// What stands for a file name where a value comes from the option `--set`; the line is
/// the option's number.
inline constexpr std::string_view override_source = "--set";

/// Puts `lever.NAME.key=value` into the tree; a value that is not TOML is taken as
/// text.
void apply_overrides(
    Node& root, std::vector<std::string> const& options, Diagnostics& diagnostics);

} // namespace canopy
