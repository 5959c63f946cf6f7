#pragma once

#include "sim/io/describe_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace canopy::app {

/// A table of a scenario and the keys that it may hold.
struct ScenarioTable {
    std::string name; ///< empty for the top of the file
    std::vector<FieldRow> rows;
};

/// Tables of parameters, in the order of the scenario.
[[nodiscard]] std::vector<ScenarioTable> parameter_tables();

/// Everything else that a scenario may hold: titles, horizon, records, budget, entries.
[[nodiscard]] std::vector<ScenarioTable> frame_tables();

/// Keys of one lever kind, its scope not counted; none if there is no such kind.
[[nodiscard]] std::vector<FieldRow> lever_rows(std::string_view kind);

/// The tables that stand once in a scenario and have defaults.
[[nodiscard]] std::vector<ScenarioTable> tables_with_defaults();

} // namespace canopy::app
