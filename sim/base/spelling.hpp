#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace canopy {

/// Slips of the finger (insert, drop, replace, swap neighbours) between two words.
/// Source: Damerau (1964), Levenshtein (1966); optimal string alignment.
[[nodiscard]] std::size_t
spelling_distance(std::string_view left, std::string_view right);

/// The known word that `word` was probably meant to be: keys, values, commands and
/// options. Case and `-` against `_` count for nothing; nothing if all are farther than
/// a third of the word; the first of equally near ones.
[[nodiscard]] std::optional<std::string>
nearest_word(std::string_view word, std::span<std::string const> known);

[[nodiscard]] std::optional<std::string>
nearest_word(std::string_view word, std::span<std::string_view const> known);

} // namespace canopy
