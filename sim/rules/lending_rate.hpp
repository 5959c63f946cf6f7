#pragma once

#include "sim/base/vector_math.hpp"

namespace canopy::rules {

inline constexpr double loan_prime_rate = 0.0345; ///< one year, 2023 (P11)
inline constexpr double individual_rate =
    0.06; ///< consumer and micro credit, judgement

/// Interest a year that a company pays: prime rate + .5 to 3 points, less for large
/// firms. Source: MODEL.md S7; slope judgement.
[[nodiscard]] inline double company_rate(double workers) {
    return loan_prime_rate + 0.005 + 0.025 * exp(-workers / 50.0);
}

} // namespace canopy::rules
