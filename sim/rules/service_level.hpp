#pragma once

#include "sim/base/vector_math.hpp"

#include <algorithm>

namespace canopy::rules {

/// What a service is worth to those who need it: saturates, so that congestion shows and
/// the second thousand places do less than the first. `ratio` is capacity over need
/// relative to the district's mean of December 2022, where the level is 1.
/// Source: MODEL.md S13 (form judgement, prototype A7).
[[nodiscard]] inline double service_level(double ratio) {
    constexpr double steepness = 2.0;
    constexpr double least = 0.01;
    return std::max(
        least,
        (1.0 - exp(-steepness * std::max(0.0, ratio))) / (1.0 - exp(-steepness)));
}

/// Time at a counter relative to the opening when `load` is users an officer relative to
/// the opening: a queue that was busy for `opening_use` of its time.
/// Source: waiting in M/M/1, Kleinrock 1975; opening use judgement.
[[nodiscard]] inline double waiting_time(double load, double opening_use) {
    constexpr double most_use = 0.97;
    auto const use = std::min(opening_use * load, most_use);
    return (use / (1.0 - use)) / (opening_use / (1.0 - opening_use));
}

} // namespace canopy::rules
