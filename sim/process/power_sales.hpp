#pragma once

#include "sim/process/firm_cost.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Share of every firm's energy this month that the developer's plants sell to it, the
/// same for all firms [judgement], at most 1. What they generate is weighed against
/// what firms use at prices of December 2022; firms then pay this month's price of
/// their place for it, so that the plants sell all they generate and gain by dearer
/// power. 0 without plants. Source: MODEL.md S14.
[[nodiscard]] double share_from_plants(World const& now, CostRules const& rules);

} // namespace canopy
