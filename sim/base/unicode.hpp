#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace canopy {

/// One character of a UTF-8 text and the bytes it takes.
struct Character {
    char32_t code = 0;
    std::size_t bytes = 0;
};

/// The character that begins at byte `at`; nothing if the bytes are not UTF-8.
[[nodiscard]] std::optional<Character>
character_at(std::string_view text, std::size_t at);

/// All characters of a text; bytes that are not UTF-8 stand for themselves.
[[nodiscard]] std::u32string characters(std::string_view text);

[[nodiscard]] std::string utf8(char32_t code);

/// Columns a character takes on a terminal: 2 for Chinese and full-width ones, 0 for
/// marks.
[[nodiscard]] std::size_t display_width(char32_t code);

[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text followed by spaces up to `width` columns of a terminal.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

/// At most `limit` characters, the rest shown as "…".
[[nodiscard]] std::string clipped(std::string_view text, std::size_t limit);

} // namespace canopy
