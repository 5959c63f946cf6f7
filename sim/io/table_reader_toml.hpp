#pragma once

#include "sim/io/node.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace canopy {

/// What the TOML parser says of a text it cannot read.
struct SyntaxError {
    std::string reason;
    SourcePosition position;
};

/// The tree of a scanned text, or the first mistake in it.
[[nodiscard]] std::variant<Node, SyntaxError>
parse_toml(std::string_view text, std::string const& file);

} // namespace canopy
