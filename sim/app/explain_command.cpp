#include "sim/app/command_line.hpp"
#include "sim/app/exit_code.hpp"
#include "sim/app/resolved.hpp"
#include "sim/app/scenarios.hpp"
#include "sim/base/written.hpp"
#include "sim/io/text_table.hpp"

#include <memory>

namespace canopy::app {

namespace {

std::string json(std::vector<ResolvedRow> const& rows) {
    std::string list;
    for (auto const& row : rows) {
        list += list.empty() ? "[\n  " : ",\n  ";
        list += "{\"key\": " + in_quotes(row.key)
                + ", \"value\": " + in_quotes(row.text)
                + ", \"origin\": " + in_quotes(origin_text(row, Language::en))
                + ", \"file\": " + in_quotes(row.origin.file)
                + ", \"line\": " + std::to_string(row.origin.line) + "}";
    }
    return list + "\n]\n";
}

int explain(std::string const& file, Settings const& settings) {
    static_cast<void>(read_scenarios({file})); // mistakes first
    auto const rows = resolved_rows(Document::load(file));
    if (settings.json) {
        put(json(rows));
        return static_cast<int>(ExitCode::ok);
    }
    std::vector<std::vector<std::string>> lines;
    for (auto const& row : rows)
        lines.push_back({row.key, origin_text(row, settings.language), row.text});
    put(aligned_columns(lines));
    return static_cast<int>(ExitCode::ok);
}

} // namespace

void add_explain(CommandLine& line) {
    auto file = std::make_shared<std::string>();
    auto& command = line.add(
        "explain",
        {"the resolved scenario with the origin of each value",
         "合并后的情景及每个值的来源"});
    command.add_option("scenario", *file, line.text({"scenario file", "情景文件"}))
        ->required()
        ->type_name("S.toml");
    line.does(command, [file, &settings = line.settings] {
        return explain(*file, settings);
    });
}

} // namespace canopy::app
