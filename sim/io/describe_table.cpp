#include "sim/io/describe_table.hpp"

#include "sim/io/text_table.hpp"

#include <cmath>

namespace canopy {

namespace {
std::string joined(std::vector<std::string> const& words, std::string_view between) {
    std::string text;
    for (auto const& word : words)
        text += (text.empty() ? "" : std::string{between}) + word;
    return text;
}

std::string bounds(FieldRow const& row) {
    if (!row.choices.empty()) return joined(row.choices, "|");
    auto const low = std::isfinite(row.range.low);
    auto const high = std::isfinite(row.range.high);
    if (low && high) return written(row.range.low) + " … " + written(row.range.high);
    if (low) return "≥ " + written(row.range.low);
    if (high) return "≤ " + written(row.range.high);
    return "–";
}

std::string type_text(std::string_view type, Language language) {
    if (language == Language::en) return std::string{type};
    if (type == "number") return "数值";
    if (type == "whole number") return "整数";
    if (type == "true or false") return "是非";
    if (type == "month") return "月份";
    if (type == "list") return "列表";
    return "文本";
}

std::string source_text(std::string const& source, Language language) {
    return language == Language::zh && source == "judgement" ? "判断" : source;
}

std::vector<std::string> heading(Language language) {
    if (language == Language::zh) {
        return {"键名", "类型", "单位", "范围", "默认值", "含义", "来源"};
    }
    return {"key", "type", "unit", "range", "default", "meaning", "source"};
}
} // namespace

std::string fields_text(
    std::string_view table, std::vector<FieldRow> const& rows, Language language) {
    std::vector<std::vector<std::string>> lines{heading(language)};
    for (auto const& row : rows) {
        lines.push_back(
            {row.name,
             type_text(row.type, language),
             row.unit.empty() ? "–" : row.unit,
             bounds(row),
             row.default_text.empty() ? "–" : row.default_text,
             language == Language::zh ? row.meaning_zh : row.meaning,
             source_text(row.source, language)});
    }
    auto const title = table.empty() ? std::string{} : "[" + std::string{table} + "]\n";
    return title + aligned_columns(lines);
}

std::string fields_json(std::vector<FieldRow> const& rows) {
    std::string text;
    for (auto const& row : rows) {
        std::string choices;
        for (auto const& word : row.choices)
            choices += (choices.empty() ? "" : ", ") + in_quotes(word);
        auto const entry = [](std::string_view key, std::string const& value) {
            return ", " + in_quotes(key) + ": " + value;
        };
        text +=
            (text.empty() ? "[\n  " : ",\n  ") + ("{\"key\": " + in_quotes(row.name));
        text += entry("type", in_quotes(row.type)) + entry("unit", in_quotes(row.unit))
                + entry("low", json_number(row.range.low))
                + entry("high", json_number(row.range.high))
                + entry("choices", "[" + choices + "]")
                + entry("default", row.default_text.empty() ? "null" : row.default_text)
                + entry("meaning", in_quotes(row.meaning))
                + entry("meaning_zh", in_quotes(row.meaning_zh))
                + entry("source", in_quotes(row.source)) + "}";
    }
    return text.empty() ? "[]" : text + "\n]";
}

} // namespace canopy
