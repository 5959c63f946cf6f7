#pragma once

#include "sim/engine/lever_program.hpp"
#include "sim/engine/schedule.hpp"
#include "sim/model/parameters.hpp"
#include "sim/process/shocks.hpp"

#include <memory>
#include <vector>

namespace canopy {

/// The month, process by process: the table of contents of the model.
[[nodiscard]] Schedule make_month(
    Parameters const& parameters,
    std::vector<Shock> const& shocks,
    std::shared_ptr<LeverProgram> const& levers);

} // namespace canopy
