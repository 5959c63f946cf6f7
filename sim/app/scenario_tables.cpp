#include "sim/app/scenario_tables.hpp"

#include "sim/engine/lever_scope.hpp"
#include "sim/model/levers.hpp"
#include "sim/model/parameters.hpp"
#include "sim/model/scenario.hpp"

#include <type_traits>

namespace canopy::app {

std::vector<ScenarioTable> parameter_tables() {
    std::vector<ScenarioTable> tables;
    Parameters const parameters;
    Parameters::tables(parameters, [&](std::string_view name, auto const& table, bool) {
        using Params = std::remove_cvref_t<decltype(table)>;
        tables.push_back({std::string{name}, field_rows<Params>()});
    });
    return tables;
}

std::vector<ScenarioTable> frame_tables() {
    return {
        {"time", field_rows<TimeParams>()},
        {"world", field_rows<WorldParams>()},
        {"record", field_rows<RecordParams>()},
        {"[lever]", field_rows<LeverScope>()}};
}

std::vector<FieldRow> lever_rows(std::string_view kind) {
    std::vector<FieldRow> rows;
    for_each_lever([&]<class Lever>(std::type_identity<Lever>) {
        if (kind == Lever::key) rows = field_rows<typename Lever::Params>();
    });
    return rows;
}

std::vector<ScenarioTable> tables_with_defaults() {
    std::vector<ScenarioTable> tables;
    for (auto& table : frame_tables())
        if (!table.name.empty() && !table.name.starts_with('['))
            tables.push_back(std::move(table));
    for (auto& table : parameter_tables())
        tables.push_back(std::move(table));
    return tables;
}

} // namespace canopy::app
