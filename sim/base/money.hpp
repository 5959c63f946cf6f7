#pragma once

#include <cmath>
#include <cstdint>

namespace canopy {

/// Money in fen (0.01 yuan): sums are exact and independent of their order.
using Fen = std::int64_t;

/// Rounds an amount in yuan to the nearest fen.
[[nodiscard]] inline Fen fen(double yuan) {
    return static_cast<Fen>(std::floor(yuan * 100.0 + 0.5));
}

[[nodiscard]] inline double yuan(Fen amount) {
    return static_cast<double>(amount) * 0.01;
}

/// Quantities of goods lie on a grid of 1/64 yuan of December 2022, so that sums of
/// doubles are exact up to 1.4e14 units: goods balances close to zero, in any order of
/// summation.
[[nodiscard]] inline double on_grid(double quantity) {
    return std::floor(quantity * 64.0) * (1.0 / 64.0);
}

} // namespace canopy
