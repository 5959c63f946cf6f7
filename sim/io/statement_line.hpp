#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace canopy {

/// A line `key = value # comment` or `[header]`, cut into its parts by byte.
struct StatementLine {
    std::string key;   ///< empty if there is no `=`
    std::string value; ///< without the comment
    std::uint32_t key_column = 1;
    std::uint32_t value_column = 1; ///< first character after the `=` that is no blank
    bool header = false;
};

[[nodiscard]] StatementLine statement_line(std::string_view line);

/// A key that TOML takes without quotes, dotted or not.
[[nodiscard]] bool is_plain_key(std::string_view key);

/// A text without blanks around it.
[[nodiscard]] std::string_view trimmed_blanks(std::string_view text);

} // namespace canopy
