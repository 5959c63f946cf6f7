#pragma once

#include "sim/matching/two_sided.hpp"
#include "sim/process/cost_reduction.hpp"
#include "sim/world/world.hpp"

#include <span>
#include <vector>

namespace canopy {

/// Admits firms that want shared equipment or a standard factory down to what the
/// places have left, the largest value first; `base_share` is the equipment there is
/// without policy, in users per firm. Source: MODEL.md S5 (every service has a
/// capacity), 7.
void admit(
    World const& now,
    double base_share,
    std::span<CostReduction::Choice> choices,
    std::vector<matching::Proposal>& proposals);

} // namespace canopy
