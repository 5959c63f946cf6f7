#pragma once

#include "sim/base/random.hpp"
#include "sim/base/vector_math.hpp"

#include <algorithm>
#include <cmath>

namespace canopy::rules {

/// Capital that a project takes over the capital planned: mean · e^(σz − σ²/2), never
/// below `least`. Source: Flyvbjerg, Skamris Holm & Buhl 2002 (public works overrun on
/// the average; neighbourhood only); numbers judgement.
[[nodiscard]] inline double
cost_overrun(double mean, double spread, double least, double u) {
    return std::max(least, mean * exp(spread * normal(u) - 0.5 * spread * spread));
}

/// Months that building takes longer than planned: an exponential share of the plan.
/// Source: judgement.
[[nodiscard]] inline int building_delay(int planned, double mean_share, double u) {
    auto const share = -mean_share * log(std::max(1e-9, 1.0 - u));
    return static_cast<int>(std::floor(planned * std::min(share, 2.0)));
}

} // namespace canopy::rules
