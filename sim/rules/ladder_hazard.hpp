#pragma once

#include "sim/base/vector_math.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace canopy::rules {

/// Chance a month that an individual business becomes a company: base · r^1.2 · e^(.5
/// s), with r its sales over the mean of its kind (at least .05) and s the share of its
/// customers that are companies. Source: MODEL.md S9; base fitted to S02.
[[nodiscard]] inline double
conversion_hazard(double base, double relative_sales, double company_customers) {
    auto const r = std::max(0.05, relative_sales);
    return base * exp(1.2 * log(r) + 0.5 * company_customers);
}

/// The same or more for any customers, without a logarithm: r^1.2 ≤ r^1.25 above 1.
[[nodiscard]] inline double conversion_bound(double base, double relative_sales) {
    constexpr double all_companies = 1.6488; // e^.5, rounded up
    auto const r = relative_sales;
    return base * all_companies * (r <= 1.0 ? 1.0 : r * std::sqrt(std::sqrt(r)));
}

/// How busy the register of above-scale units is, January to December: most new ones
/// are listed in the first quarter. Source: MODEL.md S9 (yearly listing of the
/// statistics office).
inline constexpr std::array<double, 12> listing_calendar{
    1.5, 3.0, 3.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5};

} // namespace canopy::rules
