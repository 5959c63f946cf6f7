#pragma once

#include "sim/io/run_layout.hpp"
#include "sim/world/world.hpp"

#include <string>
#include <vector>

namespace canopy {

/// Labels of every axis that a measure may be broken down by, in both languages.
[[nodiscard]] std::vector<io::Axis> kpi_axes(World const& world);

/// Rows of the transactions matrix.
[[nodiscard]] io::Axis transaction_axis();

/// Who holds money.
[[nodiscard]] io::Axis account_axis();

} // namespace canopy
