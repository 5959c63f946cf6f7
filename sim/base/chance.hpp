#pragma once

#include <cstdint>

namespace canopy {

/// A probability as the number of 32-bit draws that lie below it, so that a draw need not
/// be made a number first: `takes(bits)` is exactly `uniform(bits) < probability`.
class Chance {
  public:
    Chance() = default;

    explicit Chance(double probability)
        : draws_{draws_below(probability)} {}

    [[nodiscard]] bool takes(std::uint32_t bits) const { return bits < draws_; }

    [[nodiscard]] bool never() const { return draws_ == 0; }

  private:
    [[nodiscard]] static std::uint64_t draws_below(double probability) {
        if (!(probability > 0.0)) return 0;
        if (probability >= 1.0) return std::uint64_t{1} << 32U;
        // Exact, like the scale of `uniform`: a power of two.
        auto const scaled = probability * 4294967296.0;
        auto const whole = static_cast<std::uint64_t>(scaled);
        return whole + (scaled - static_cast<double>(whole) > 0.5 ? 1U : 0U);
    }

    std::uint64_t draws_ = 0;
};

} // namespace canopy
