#pragma once

#include "sim/base/error.hpp"
#include "sim/io/table_reader_toml.hpp"

#include <string_view>

namespace canopy {

/// What a syntax error means to someone who is not a programmer, at the word that
/// caused it. `line` is the line of the error, `opening_line` the one (number `opened`)
/// where its statement begins.
[[nodiscard]] Diagnostic syntax_mistake(
    SyntaxError const& error,
    std::string_view line,
    std::string_view opening_line,
    std::uint32_t opened);

} // namespace canopy
