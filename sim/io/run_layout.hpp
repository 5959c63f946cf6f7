#pragma once

#include "sim/base/month.hpp"
#include "sim/io/column_view.hpp"
#include "sim/world/event.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace canopy::io {

/// The version of the run file that readers check.
inline constexpr std::int32_t run_schema_version = 1;

/// A dimension with names, such as the places.
struct Axis {
    std::string name;
    std::vector<std::string> labels;
    std::vector<std::string> labels_zh;
};

/// A measure by month; with an axis it is stored as `<name>_by_<axis>`.
struct Variable {
    std::string name;
    std::string unit;
    std::string long_name;
    std::string long_name_zh;
    std::string axis; ///< empty = the zone's total
};

[[nodiscard]] inline std::string stored_name(Variable const& variable) {
    return variable.axis.empty() ? variable.name
                                 : variable.name + "_by_" + variable.axis;
}

// Bits kept of a float's mantissa: what is dropped is what compresses worst.
inline constexpr int exact_float = 23;
inline constexpr int fine_float = 9;   ///< relative error below 1 in 1,000
inline constexpr int coarse_float = 7; ///< relative error below 1 in 250

/// A property of enterprises or links.
struct Column {
    std::string name;
    std::string unit;
    std::string long_name;
    std::string long_name_zh;
    ColumnType type = ColumnType::f32;
    std::vector<std::string> flag_meanings = {}; ///< of codes 0, 1, …; may be empty
    int mantissa_bits = fine_float;              ///< kept of an f32 column
};

/// What a run file says about where it comes from.
struct RunHeader {
    std::string canopy_version = {};
    std::string git_commit = {};
    bool git_dirty = false;
    std::string compiler = {};
    std::string scenario = {};
    std::string title = {};
    std::string title_zh = {};
    std::uint64_t seed = 0;
    std::string created = {}; ///< date and time, ISO 8601
    double scale = 1.0;
    std::string scenario_as_given = {};
    std::string scenario_resolved = {};
    std::string scenario_sha256 = {}; ///< of the resolved text
};

/// Everything a run file has room for; fixed when it is opened.
struct RunLayout {
    std::vector<Axis> axes; ///< place, sector, action, cost_term also name event codes
    std::vector<Variable> kpis;
    std::vector<Column> panel;
    std::vector<Column> person_panel = {};
    Axis transactions; ///< of the transactions matrix; its own name is not stored
    Axis accounts;
    std::vector<Variable> checks;    ///< `goods_…` hold floats, others whole numbers
    std::vector<std::string> timing; ///< processes
};

/// What one month leaves in the run file; views only, copied by RunFile::append.
struct MonthRecord {
    Month month = {};
    std::uint64_t state_hash = 0;
    std::span<double const> kpi = {}; ///< measures in order, each as wide as its axis
    std::span<std::int64_t const> panel_ids = {}; ///< firms of the panel alive now
    std::span<float const> panel = {};            ///< [column × firm of panel_ids]
    std::span<std::int64_t const> person_ids = {}; ///< people of the panel now
    std::span<float const> person_panel = {};      ///< [column × person of person_ids]
    std::span<Event const> events = {};
    std::span<std::int64_t const> flows = {}; ///< [transaction × account] fen
    std::span<double const> checks = {};      ///< residual of each identity
    std::span<double const> timing = {};      ///< seconds of each process
};

/// A column of a snapshot: any number type in memory, stored as `column.type`.
struct TableColumn {
    Column column;
    ColumnView values;
};

using TableView = std::vector<TableColumn>;

} // namespace canopy::io
