#pragma once

#include "sim/model/scenario.hpp"

namespace canopy {

/// Reports a run that ends before it begins, and snapshots that are no months.
void check_time(TableReader const& root, Scenario const& scenario);

/// Weights of livability add up to 1.
void check_weights(TableReader const& root, Scenario const& scenario);

/// The `[[leader]]` entries; unknown sectors and places are reported.
[[nodiscard]] std::vector<Leader>
read_leaders(TableReader const& root, World const& names);

/// The `[[shock]]` entries.
[[nodiscard]] std::vector<Shock> read_shocks(
    TableReader const& root, World const& names, std::vector<Leader> const& leaders);

/// The `[[project]]` entries; unknown places, milestones before the start and flats where
/// nobody lives are reported.
[[nodiscard]] std::vector<ProjectEntry>
read_projects(TableReader const& root, World const& names);

/// The `[[lever]]` entries, each as what adds it to a program.
[[nodiscard]] std::vector<LeverEntry> read_levers(
    TableReader const& root, World const& names, std::vector<ProjectEntry> const& projects);

} // namespace canopy
