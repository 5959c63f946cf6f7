#include "sim/model/axes.hpp"

#include "sim/model/levers.hpp"

#include <span>
#include <string_view>

namespace canopy {

namespace {

using Words = std::span<std::string_view const>;

io::Axis axis_of(std::string name, Words labels, Words labels_zh) {
    return {
        std::move(name),
        {labels.begin(), labels.end()},
        {labels_zh.begin(), labels_zh.end()}};
}

/// An axis with one label for each row of a table; `name_of` tells the row's code.
template<class Rows, class NameOf>
io::Axis axis_of_rows(std::string name, Rows const& rows, NameOf const& name_of) {
    io::Axis axis{std::move(name), {}, {}};
    for (auto const& row : rows) {
        axis.labels.emplace_back(name_of(row));
        if constexpr (requires { row.name_zh; }) {
            axis.labels_zh.emplace_back(row.name_zh);
        } else {
            axis.labels_zh.emplace_back(row.zh);
        }
    }
    return axis;
}

} // namespace

std::vector<io::Axis> kpi_axes(World const& world) {
    auto const name = [](auto const& row) { return row.name; };
    return {
        axis_of_rows("place", world.places.rows, name),
        axis_of_rows(
            "sector", world.sectors, [](Sector const& row) { return row.code; }),
        axis_of_rows("cluster", world.clusters, name),
        axis_of("kind", kind_names, kind_names_zh),
        axis_of("tier", tier_names, tier_names_zh),
        axis_of("cost_term", term_names, term_names_zh),
        axis_of("ring", ring_names, ring_names_zh),
        axis_of("action", action_names, action_names_zh),
        axis_of("skill", skill_names, skill_names_zh),
        axis_of_rows("community", world.communities.rows, name),
        axis_of("age_band", age_band_names, age_band_names_zh),
        axis_of("service", service_names, service_names_zh),
        axis_of("counterpart", counterpart_names, counterpart_names_zh),
        axis_of("channel", channel_names, channel_names_zh),
        axis_of_rows(
            "lever", lever_cards(), [](LeverCard const& card) { return card.key; }),
        axis_of(
            "invitation_reason", invitation_reason_names, invitation_reason_names_zh),
        axis_of("park_service", park_service_names, park_service_names_zh),
        axis_of("rung", rung_names, rung_names_zh),
        axis_of("developer_line", developer_line_names, developer_line_names_zh),
        account_axis()};
}

io::Axis transaction_axis() {
    return axis_of_rows(
        "transaction", flow_names, [](AccountName const& row) { return row.en; });
}

io::Axis account_axis() {
    return axis_of_rows(
        "account", account_names, [](AccountName const& row) { return row.en; });
}

} // namespace canopy
