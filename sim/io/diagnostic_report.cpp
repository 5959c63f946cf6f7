#include "sim/io/diagnostic_report.hpp"

#include "sim/base/unicode.hpp"
#include "sim/base/written.hpp"

#include <algorithm>

namespace canopy {

namespace {
constexpr std::size_t shown_before_caret = 60;
constexpr std::size_t shown_of_line = 100;
constexpr std::size_t most_shown = 100;

std::string place(SourcePosition const& position) {
    auto text = position.file;
    if (position.line == 0) return text;
    text += ":" + std::to_string(position.line);
    return position.column == 0 ? text : text + ":" + std::to_string(position.column);
}

/// The line and a caret below the column; a long line is cut to what stands around it.
std::string quoted_line(Diagnostic const& diagnostic) {
    auto line = characters(diagnostic.source_line);
    std::replace(line.begin(), line.end(), U'\t', U' ');
    auto const column = diagnostic.position.column;
    if (line.empty() || column == 0) return {};
    auto const caret = std::min<std::size_t>(column - 1, line.size());
    auto const begin = line.size() > shown_of_line && caret > shown_before_caret
                           ? caret - shown_before_caret
                           : 0;
    auto const end = std::min(line.size(), begin + shown_of_line);
    std::string text;
    std::size_t indent = 0;
    for (auto i = begin; i < end; ++i) {
        text += utf8(line[i]);
        if (i < caret) indent += display_width(line[i]);
    }
    auto const number = std::to_string(diagnostic.position.line);
    auto const margin = std::string(std::max<std::size_t>(number.size(), 4), ' ');
    return margin.substr(number.size()) + number + " | " + text + "\n" + margin + " | "
           + std::string(indent, ' ') + "^\n";
}

std::string count_text(std::size_t count, Language language) {
    auto const number = std::to_string(count);
    if (language == Language::zh) return "共 " + number + " 处错误。\n";
    return number + (count == 1 ? " mistake.\n" : " mistakes.\n");
}
} // namespace

std::string message(Diagnostic const& diagnostic, Language language) {
    auto const zh = language == Language::zh;
    auto const& problem = zh ? diagnostic.problem_zh : diagnostic.problem;
    auto const& suggestion = zh ? diagnostic.suggestion_zh : diagnostic.suggestion;
    auto text = diagnostic.key.empty() ? problem : diagnostic.key + " " + problem;
    if (!suggestion.empty()) text += (zh ? "；" : "; ") + suggestion;
    return text;
}

std::string
diagnostics_text(std::vector<Diagnostic> const& diagnostics, Language language) {
    std::string text;
    auto const n_shown = std::min(diagnostics.size(), most_shown);
    for (std::size_t i = 0; i < n_shown; ++i) {
        auto const& diagnostic = diagnostics[i];
        text +=
            place(diagnostic.position) + ": " + message(diagnostic, language) + "\n";
        text += quoted_line(diagnostic);
    }
    if (n_shown < diagnostics.size()) text += "…\n";
    return text + count_text(diagnostics.size(), language);
}

std::string diagnostics_json(std::vector<Diagnostic> const& diagnostics) {
    std::string text;
    for (auto const& one : diagnostics) {
        auto const entry = [](std::string_view key, std::string_view value) {
            return ", " + in_quotes(key) + ": " + in_quotes(value);
        };
        text += text.empty() ? "[\n" : ",\n";
        text += "  {\"file\": " + in_quotes(one.position.file);
        text += ", \"line\": " + std::to_string(one.position.line);
        text += ", \"column\": " + std::to_string(one.position.column);
        text += entry("key", one.key) + entry("problem", one.problem)
                + entry("problem_zh", one.problem_zh)
                + entry("suggestion", one.suggestion)
                + entry("suggestion_zh", one.suggestion_zh)
                + entry("message", message(one, Language::en))
                + entry("message_zh", message(one, Language::zh))
                + entry("source_line", one.source_line) + "}";
    }
    return text.empty() ? "[]\n" : text + "\n]\n";
}

} // namespace canopy
