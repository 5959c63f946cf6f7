#include "sim/io/statement_line.hpp"

#include "sim/base/unicode.hpp"

#include <algorithm>

namespace canopy {

namespace {
constexpr std::string_view blanks = " \t\r";

/// The first byte of `sign` outside strings; the comment's `#` ends the search.
std::size_t find_outside_strings(std::string_view line, char sign) {
    char quote = '\0';
    for (std::size_t i = 0; i < line.size(); ++i) {
        auto const letter = line[i];
        if (quote != '\0') {
            if (letter == '\\' && quote == '"') {
                ++i;
            } else if (letter == quote) {
                quote = '\0';
            }
        } else if (letter == sign) {
            return i;
        } else if (letter == '"' || letter == '\'') {
            quote = letter;
        } else if (letter == '#') {
            break;
        }
    }
    return std::string_view::npos;
}

std::uint32_t column_of(std::string_view line, std::size_t byte) {
    return static_cast<std::uint32_t>(characters(line.substr(0, byte)).size() + 1);
}
} // namespace

StatementLine statement_line(std::string_view line) {
    StatementLine parts;
    auto const first = std::min(line.find_first_not_of(blanks), line.size());
    parts.key_column = column_of(line, first);
    parts.header = first < line.size() && line[first] == '[';
    auto const equals =
        parts.header ? std::string_view::npos : find_outside_strings(line, '=');
    if (equals == std::string_view::npos) return parts;
    parts.key = trimmed_blanks(line.substr(0, equals));
    auto rest = line.substr(equals + 1);
    auto const comment = find_outside_strings(rest, '#');
    if (comment != std::string_view::npos) rest = rest.substr(0, comment);
    auto const begin = std::min(rest.find_first_not_of(blanks), rest.size());
    parts.value = trimmed_blanks(rest);
    parts.value_column = column_of(line, equals + 1 + begin);
    return parts;
}

bool is_plain_key(std::string_view key) {
    constexpr std::string_view letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
    return !key.empty() && key.find_first_not_of(letters) == std::string_view::npos
           && key.find("..") == std::string_view::npos && key.front() != '.'
           && key.back() != '.';
}

std::string_view trimmed_blanks(std::string_view text) {
    auto const first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace canopy
