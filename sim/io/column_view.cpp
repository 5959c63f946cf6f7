#include "sim/io/column_view.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace canopy::io {

namespace {
template<class To, class From>
To converted(From value) {
    if constexpr (std::is_unsigned_v<From> && !std::is_unsigned_v<To>) {
        if (value == std::numeric_limits<From>::max()) return To{-1};
    }
    if constexpr (std::is_floating_point_v<From> && std::is_integral_v<To>) {
        if (std::isnan(value)) return static_cast<To>(-1);
    }
    return static_cast<To>(value);
}
} // namespace

std::size_t size_of(ColumnType type) {
    return with_type(type, [](auto zero) { return sizeof(zero); });
}

std::span<std::byte const> ColumnView::bytes() const {
    return {static_cast<std::byte const*>(first_), size_ * size_of(type_)};
}

ColumnView ColumnView::rows(std::size_t first, std::size_t count) const {
    auto const* start = static_cast<std::byte const*>(first_);
    return {type_, start + first * size_of(type_), count};
}

void convert(ColumnView from, ColumnType to, void* into) {
    with_type(from.type(), [&](auto from_zero) {
        with_type(to, [&](auto to_zero) {
            using From = decltype(from_zero);
            using To = decltype(to_zero);
            auto const* source = static_cast<From const*>(from.first());
            std::transform(
                source, source + from.size(), static_cast<To*>(into), [](From value) {
                    return converted<To>(value);
                });
        });
    });
}

void fill_missing(ColumnType type, void* into, std::size_t count) {
    with_type(type, [&](auto zero) {
        using T = decltype(zero);
        auto value = static_cast<T>(-1);
        if constexpr (std::is_floating_point_v<T>) {
            value = std::numeric_limits<T>::quiet_NaN();
        }
        std::fill_n(static_cast<T*>(into), count, value);
    });
}

void round_mantissa(std::span<float> values, int bits) {
    constexpr int all_bits = 23;
    if (bits >= all_bits) return;
    auto const dropped = static_cast<unsigned>(all_bits - std::max(bits, 1));
    auto const below_half = (1U << (dropped - 1U)) - 1U;
    auto const mask = ~((1U << dropped) - 1U);
    constexpr std::uint32_t exponent = 0x7f800000U;
    for (auto& value : values) {
        auto word = std::bit_cast<std::uint32_t>(value);
        if ((word & exponent) == exponent) continue; // infinite or NaN
        word += below_half + ((word >> dropped) & 1U);
        value = std::bit_cast<float>(word & mask);
    }
}

} // namespace canopy::io
