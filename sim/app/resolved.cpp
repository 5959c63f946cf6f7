#include "sim/app/resolved.hpp"

#include "sim/app/scenario_tables.hpp"

#include <map>

namespace canopy::app {

namespace {

using Rows = std::map<std::string, ResolvedRow>;

void add_defaults(
    Rows& rows, std::string const& table, std::vector<FieldRow> const& fields) {
    for (auto const& field : fields) {
        if (field.default_text.empty()) continue;
        auto const key = table + "." + field.name;
        auto& row = rows[key];
        row.key = key;
        row.text = field.default_text;
        row.source = field.source;
    }
}

/// Defaults of the levers that a scenario has.
void add_lever_defaults(Rows& rows, TableReader const& root) {
    for (auto const& lever : root.tables("lever")) {
        auto const kind = lever.value<std::string>({.key = "kind"});
        add_defaults(rows, lever.path(), lever_rows(kind));
    }
}

} // namespace

std::vector<ResolvedRow> resolved_rows(Document const& document) {
    Rows rows;
    for (auto const& table : tables_with_defaults())
        add_defaults(rows, table.name, table.rows);
    add_lever_defaults(rows, document.root());
    for (auto const& value : document.values()) {
        auto& row = rows[value.key];
        row = {};
        row.key = value.key;
        row.text = value.text;
        row.origin = value.origin;
    }
    std::vector<ResolvedRow> list;
    for (auto& [key, row] : rows)
        list.push_back(std::move(row));
    return list;
}

std::string origin_text(ResolvedRow const& row, Language language) {
    if (!row.origin.file.empty()) {
        return row.origin.file + ":" + std::to_string(row.origin.line);
    }
    auto const zh = language == Language::zh;
    auto const source = zh && row.source == "judgement" ? "判断" : row.source;
    auto const lead = std::string{zh ? "默认值" : "default"};
    return source.empty() ? lead
                          : lead + (zh ? "（" : " (") + source + (zh ? "）" : ")");
}

} // namespace canopy::app
