#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace canopy::rules {

/// A number at or just above exp(x), at most 6.2 % too high, without an exponential:
/// most draws lie above it, so rare decisions cost no transcendental function. Source:
/// exp(x) = 2^(n+f) and 2^f ≤ 1 + f for f in [0, 1].
[[nodiscard]] inline double exp_bound(double x) {
    constexpr double log2_e = 1.4426950408889634;
    constexpr double slack = 1.0 + 1e-9;
    auto const power = std::clamp(x * log2_e, -1000.0, 1000.0);
    auto whole = static_cast<std::int64_t>(power);
    if (power < static_cast<double>(whole)) --whole;
    auto const fraction = power - static_cast<double>(whole);
    auto const two_to_whole =
        std::bit_cast<double>(static_cast<std::uint64_t>(whole + 1023) << 52U);
    return slack * (1.0 + fraction) * two_to_whole;
}

} // namespace canopy::rules
