#include "sim/model/firm_columns.hpp"

#include "sim/base/describe.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace canopy {

namespace {

using io::ColumnType;

using Value = double (*)(World const&, FirmId);

FirmColumn column(
    std::string_view name,
    std::string_view unit,
    Meaning const& meaning,
    Value value,
    ColumnType type = ColumnType::f32) {
    return {
        .column =
            {.name = std::string{name},
             .unit = std::string{unit},
             .long_name = std::string{meaning.en},
             .long_name_zh = std::string{meaning.zh},
             .type = type},
        .written = Written::panel_and_snapshots,
        .value = value};
}

FirmColumn only_in_snapshots(FirmColumn made) {
    made.written = Written::snapshots;
    return made;
}

/// A column of codes; `names` say what 0, 1, … mean.
template<class Rows, class NameOf>
FirmColumn coded(
    std::string_view name,
    Meaning const& meaning,
    Rows const& rows,
    NameOf const& name_of,
    Value value) {
    auto made = column(name, "1", meaning, value, ColumnType::i8);
    for (auto const& row : rows)
        made.column.flag_meanings.emplace_back(name_of(row));
    return made;
}

template<auto member>
double value_of(World const& world, FirmId firm) {
    return static_cast<double>((world.firms.*member)[firm]);
}

template<auto member>
double row_of(World const& world, FirmId firm) {
    return static_cast<double>((world.firms.*member)[firm].row());
}

template<auto member>
double yuan_of(World const& world, FirmId firm) {
    return yuan((world.firms.*member)[firm]);
}

template<std::size_t term>
double unit_cost_of(World const& world, FirmId firm) {
    return static_cast<double>(world.firms.unit_cost[firm][term]);
}

template<std::size_t... term>
void add_unit_costs(std::vector<FirmColumn>& columns, std::index_sequence<term...>) {
    (columns.push_back(column(
         "unit_cost_" + std::string{term_names[term]},
         "yuan/unit",
         {"cost of a unit of output: " + std::string{term_names[term]},
          "单位产出成本：" + std::string{term_names_zh[term]}},
         unit_cost_of<term>)),
     ...);
}

/// Who and where.
void add_identity(std::vector<FirmColumn>& columns, World const& world) {
    columns.push_back(coded(
        "kind",
        {"legal form", "类型"},
        kind_names,
        [](std::string_view name) { return name; },
        value_of<&Firms::kind>));
    columns.push_back(coded(
        "sector",
        {"sector", "行业"},
        world.sectors,
        [](Sector const& sector) { return sector.code; },
        row_of<&Firms::sector>));
    columns.push_back(coded(
        "place",
        {"place", "所在地"},
        world.places.rows,
        [](Place const& place) { return place.name; },
        row_of<&Firms::place>));
    columns.push_back(column(
        "leader",
        "1",
        {"number among the leaders, 0 = none", "龙头企业序号（0为非龙头）"},
        value_of<&Firms::leader>,
        ColumnType::i8));
    columns.push_back(only_in_snapshots(column(
        "birth_month",
        "months",
        {"month of founding, counted from December 2022", "成立月份（自2022年12月起）"},
        value_of<&Firms::birth>,
        ColumnType::i16)));
    columns.push_back(only_in_snapshots(column(
        "months_at_place",
        "months",
        {"time at its present place", "在现址月数"},
        [](World const& now, FirmId firm) {
            return static_cast<double>(now.month.index() - now.firms.arrival[firm]);
        },
        ColumnType::i16)));
}

/// Size, ability and standing.
void add_state(std::vector<FirmColumn>& columns) {
    columns.push_back(column(
        "workers",
        "persons",
        {"people who work there", "从业人员"},
        value_of<&Firms::workers>,
        ColumnType::i32));
    columns.push_back(only_in_snapshots(column(
        "capital",
        "yuan",
        {"plant and equipment", "固定资本"},
        [](World const& now, FirmId firm) {
            return now.firms.capacity[firm]
                   * now.technology.capital_per_capacity(now.firms.sector[firm]);
        })));
    columns.push_back(only_in_snapshots(
        column("space", "m2", {"floor space", "用房面积"}, value_of<&Firms::space>)));
    columns.push_back(column(
        "productivity",
        "1",
        {"output per worker over the national mean of the sector",
         "劳动生产率（全国行业均值=1）"},
        value_of<&Firms::productivity>));
    columns.push_back(only_in_snapshots(column(
        "effective_productivity",
        "1",
        {"productivity times what the density of jobs at its place adds",
         "计入集聚效应的劳动生产率"},
        [](World const& now, FirmId firm) {
            auto const& firms = now.firms;
            return static_cast<double>(firms.productivity[firm])
                   * now.around.agglomeration[firms.sector[firm].row()]
                                             [firms.place[firm].row()];
        })));
    columns.push_back(only_in_snapshots(column(
        "quality",
        "1",
        {"quality of what it sells", "产品质量"},
        value_of<&Firms::quality>)));
    columns.push_back(column(
        "above_scale",
        "1",
        {"listed as above scale", "四上企业"},
        value_of<&Firms::above_scale>,
        ColumnType::i8));
    columns.push_back(column(
        "digital_level",
        "1",
        {"digital level, 0 to 4", "数字化等级"},
        value_of<&Firms::digital_level>,
        ColumnType::i8));
    columns.push_back(column(
        "green",
        "1",
        {"uses green power", "使用绿电"},
        [](World const& now, FirmId firm) {
            return now.firms.done(firm, Action::green_power) ? 1.0 : 0.0;
        },
        ColumnType::i8));
}

/// Sales, prices and money.
void add_money(std::vector<FirmColumn>& columns) {
    columns.push_back(column(
        "revenue",
        "yuan a month",
        {"invoiced this month", "当月营业收入"},
        yuan_of<&Firms::revenue>));
    columns.push_back(column(
        "revenue_12m",
        "yuan",
        {"sales of twelve months", "近十二个月营业收入"},
        [](World const& now, FirmId firm) { return now.firms.revenue_12m(firm); }));
    columns.push_back(column(
        "margin_12m",
        "1",
        {"smoothed margin on sales", "平滑利润率"},
        value_of<&Firms::margin_12m>));
    columns.push_back(column(
        "price",
        "yuan/unit",
        {"price of a unit of output", "单位产出价格"},
        value_of<&Firms::price>));
    add_unit_costs(columns, std::make_index_sequence<n_terms>{});
    columns.push_back(column(
        "local_share",
        "1",
        {"share of purchases bought in the zone", "本地采购占比"},
        value_of<&Firms::local_share>));
    columns.push_back(
        column("cash", "yuan", {"deposits", "现金"}, yuan_of<&Firms::cash>));
    columns.push_back(column("loan", "yuan", {"loans", "贷款"}, yuan_of<&Firms::loan>));
}

} // namespace

std::vector<FirmColumn> firm_columns(World const& world) {
    std::vector<FirmColumn> columns;
    add_identity(columns, world);
    add_state(columns);
    add_money(columns);
    return columns;
}

} // namespace canopy
