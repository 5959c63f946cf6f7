#pragma once

#include <cstdint>

namespace canopy {

/// Money in fen (0.01 yuan): sums are exact and independent of their order.
using Fen = std::int64_t;

/// The largest integer that is not above x, |x| < 2^63. std::floor would be a call,
/// since processors without the instruction must get the same bits.
[[nodiscard]] inline std::int64_t whole_below(double x) {
    auto const whole = static_cast<std::int64_t>(x);
    return whole - (static_cast<double>(whole) > x ? 1 : 0);
}

/// Rounds an amount in yuan to the nearest fen.
[[nodiscard]] inline Fen fen(double yuan) {
    return whole_below(yuan * 100.0 + 0.5);
}

/// The same for an amount that is not negative, in fewer steps.
[[nodiscard]] inline Fen positive_fen(double yuan) {
    return static_cast<Fen>(yuan * 100.0 + 0.5);
}

[[nodiscard]] inline double yuan(Fen amount) {
    return static_cast<double>(amount) * 0.01;
}

/// Quantities of goods lie on a grid of 1/64 yuan of December 2022, so that sums of
/// doubles are exact up to 1.4e14 units: goods balances close to zero, in any order of
/// summation.
[[nodiscard]] inline double on_grid(double quantity) {
    return static_cast<double>(whole_below(quantity * 64.0)) * (1.0 / 64.0);
}

/// The same for a quantity that is not negative, in fewer steps.
[[nodiscard]] inline double positive_on_grid(double quantity) {
    return static_cast<double>(static_cast<std::int64_t>(quantity * 64.0))
           * (1.0 / 64.0);
}

} // namespace canopy
