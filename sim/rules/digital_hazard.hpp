#pragma once

#include "sim/base/vector_math.hpp"

#include <algorithm>
#include <cmath>

namespace canopy::rules {

/// Growth of the digital hazard with headcount: (L/5)^.2. Source: MODEL.md S5.
[[nodiscard]] inline double digital_size_factor(double workers) {
    return pow(std::max(1.0, workers) / 5.0, 0.2);
}

/// The same or more, without a power: x^.2 ≤ x^.25 above 1.
[[nodiscard]] inline double digital_size_bound(double workers) {
    return workers <= 5.0 ? 1.0 : std::sqrt(std::sqrt(workers / 5.0));
}

} // namespace canopy::rules
