#include "sim/model/recording.hpp"

#include "sim/base/parallel.hpp"
#include "sim/model/axes.hpp"
#include "sim/model/snapshot_tables.hpp"
#include "sim/world/panel.hpp"

#include <algorithm>
#include <utility>

namespace canopy {

namespace {

std::vector<FirmColumn> of_panel(std::vector<FirmColumn> columns) {
    std::erase_if(columns, [](FirmColumn const& column) {
        return column.written != Written::panel_and_snapshots;
    });
    return columns;
}

io::RunLayout layout_of(
    World const& world,
    Measures const& measures,
    std::span<FirmColumn const> panel,
    std::span<PersonColumn const> people,
    std::vector<std::string> timing) {
    io::RunLayout layout;
    layout.axes = kpi_axes(world);
    for (auto const& measure : measures)
        layout.kpis.push_back(
            {std::string{measure.key},
             std::string{measure.unit},
             std::string{measure.meaning.en},
             std::string{measure.meaning.zh},
             std::string{measure.axis}});
    for (auto const& column : panel)
        layout.panel.push_back(column.column);
    for (auto const& column : people)
        layout.person_panel.push_back(column.column);
    layout.transactions = transaction_axis();
    layout.accounts = account_axis();
    for (auto const& identity : identities())
        layout.checks.push_back(
            {identity.name, identity.unit, identity.en, identity.zh, {}});
    layout.timing = std::move(timing);
    return layout;
}

} // namespace

Recording::Recording(
    std::filesystem::path const& path,
    io::RunHeader const& header,
    World const& world,
    Measures const& measures,
    std::vector<std::string> timing)
    : columns_{firm_columns(world)}
    , panel_columns_{of_panel(columns_)}
    , person_columns_{person_columns(world)}
    , file_{
          path,
          header,
          layout_of(
              world, measures, panel_columns_, person_columns_, std::move(timing))} {}

void Recording::month(World const& world, MonthResults const& results) {
    take_panel(world);
    take_person_panel(world);
    flows_.clear();
    for (auto const& row : world.ledger.entries())
        flows_.insert(flows_.end(), row.begin(), row.end());
    checks_.clear();
    for (auto const& residual : results.residuals)
        checks_.push_back(residual.value);
    file_.append(
        {.month = world.month,
         .state_hash = results.state_hash,
         .kpi = results.kpi,
         .panel_ids = panel_ids_,
         .panel = panel_,
         .person_ids = person_ids_,
         .person_panel = person_panel_,
         .events = world.events,
         .flows = flows_,
         .checks = checks_,
         .timing = results.timing});
}

void Recording::snapshot(World const& world) {
    file_.snapshot(
        world.month.text(), FirmTable{world, columns_}.view(), LinkTable{world}.view());
}

void Recording::take_panel(World const& world) {
    auto const& firms = world.firms;
    auto const rows = select_rows<FirmId>(firms.rows(), [&](FirmId firm) {
        return firms.alive(firm) && in_panel(firms.id[firm]);
    });
    panel_ids_.clear();
    for (auto const firm : rows)
        panel_ids_.push_back(file_id(firms.id[firm]));
    panel_.clear();
    for (auto const& column : panel_columns_)
        for (auto const firm : rows)
            panel_.push_back(static_cast<float>(column.value(world, firm)));
}

void Recording::take_person_panel(World const& world) {
    auto const& people = world.people;
    auto const rows = select_rows<PersonId>(people.rows(), [&](PersonId person) {
        return people.alive(person) && in_person_panel(people.id[person]);
    });
    person_ids_.clear();
    for (auto const person : rows)
        person_ids_.push_back(file_id(people.id[person]));
    person_panel_.clear();
    for (auto const& column : person_columns_)
        for (auto const person : rows)
            person_panel_.push_back(static_cast<float>(column.value(world, person)));
}

} // namespace canopy
