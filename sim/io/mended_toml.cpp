#include "sim/io/mended_toml.hpp"

#include "sim/io/statement_line.hpp"
#include "sim/io/syntax_mistake.hpp"
#include "sim/io/table_reader_toml.hpp"
#include "sim/io/text_scan.hpp"

#include <algorithm>

namespace canopy {

namespace {
constexpr int most_mistakes = 30;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        lines.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::string joined(std::vector<std::string> const& lines) {
    std::string text;
    for (auto const& line : lines)
        text += line + "\n";
    return text;
}

/// Takes the mistake out of a line and keeps its key or header, so that what follows is
/// read.
void mend(std::string& line, int mistake) {
    auto const parts = statement_line(line);
    if (parts.header) {
        line = "[x-unreadable-" + std::to_string(mistake) + "]";
    } else if (!is_plain_key(parts.key) || line.ends_with(unreadable_value_toml)) {
        line.clear();
    } else {
        line = parts.key + " = " + std::string{unreadable_value_toml};
    }
}
} // namespace

std::optional<Node>
read_toml(std::string const& text, std::string const& file, Diagnostics& diagnostics) {
    diagnostics.add_source(file, text);
    auto const scanned = scan_text(text, file, diagnostics);
    if (!scanned.readable) return std::nullopt;
    auto lines = lines_of(scanned.text);
    for (int mistake = 1; mistake <= most_mistakes; ++mistake) {
        auto result = parse_toml(joined(lines), file);
        if (auto* root = std::get_if<Node>(&result)) return std::move(*root);
        auto const& error = std::get<SyntaxError>(result);
        auto const row =
            std::clamp<std::size_t>(error.position.line, 1, lines.size()) - 1;
        auto const begin = scanned.begins.at(row);
        diagnostics.add(syntax_mistake(error, lines[row], lines[begin - 1], begin));
        if (begin != row + 1 || !scanned.ends[row]) return std::nullopt;
        auto const before = lines[row];
        mend(lines[row], mistake);
        if (lines[row] == before) return std::nullopt;
    }
    return std::nullopt;
}

} // namespace canopy
