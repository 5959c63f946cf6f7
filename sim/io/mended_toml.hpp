#pragma once

#include "sim/io/diagnostics.hpp"
#include "sim/io/node.hpp"

#include <optional>
#include <string>

namespace canopy {

/// The tree of a checked text: every mistake is reported and taken out, and the rest is
/// read; nothing if a mistake leaves no telling where the next statement begins.
[[nodiscard]] std::optional<Node>
read_toml(std::string const& text, std::string const& file, Diagnostics& diagnostics);

} // namespace canopy
