#include "sim/app/scenario_tables.hpp"

#include "sim/engine/lever_scope.hpp"
#include "sim/model/levers.hpp"
#include "sim/model/parameters.hpp"
#include "sim/model/scenario.hpp"
#include "sim/model/scenario_keys.hpp"

#include <type_traits>

namespace canopy::app {

namespace {

/// Keys that are gone once files are merged.
struct Merging {
    std::string base;
    std::vector<std::string> remove;

    static void describe(auto&& field) {
        field(
            "base",
            &Merging::base,
            "",
            Meaning{
                "scenario that this one changes, relative to it",
                "所依据的上级情景（相对路径）",
                ""});
        field(
            "remove",
            &Merging::remove,
            "",
            Meaning{
                "parts of the base that are taken away, such as lever.NAME",
                "从上级情景中删去的部分，如 lever.名称",
                ""});
    }
};

} // namespace

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
    auto top = field_rows<Titles>();
    for (auto& row : field_rows<Merging>())
        top.push_back(std::move(row));
    return {
        {"", std::move(top)},
        {"time", field_rows<TimeParams>()},
        {"world", field_rows<WorldParams>()},
        {"record", field_rows<RecordParams>()},
        {"data", field_rows<DataFiles>()},
        {"[leader]", field_rows<LeaderText>()},
        {"[shock]", field_rows<ShockText>()},
        {"[project]", field_rows<ProjectText>()},
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
