#include "sim/app/describe_topics.hpp"
#include "sim/app/scenario_tables.hpp"
#include "sim/base/written.hpp"

namespace canopy::app {

namespace {

std::string
tables_text(std::vector<ScenarioTable> const& tables, Settings const& settings) {
    if (settings.json) {
        std::string list;
        for (auto const& table : tables)
            list += (list.empty() ? "[\n{\"table\": " : ",\n{\"table\": ")
                    + in_quotes(table.name) + ", \"keys\": " + fields_json(table.rows)
                    + "}";
        return list + "\n]\n";
    }
    std::string text;
    for (auto const& table : tables)
        text += (text.empty() ? "" : "\n")
                + fields_text(table.name, table.rows, settings.language);
    return text;
}

} // namespace

std::string describe_parameters(Settings const& settings) {
    return tables_text(parameter_tables(), settings);
}

std::string describe_scenario(Settings const& settings) {
    return tables_text(frame_tables(), settings);
}

} // namespace canopy::app
