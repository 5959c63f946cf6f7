#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

namespace canopy::io {

enum class ColumnType : std::uint8_t { i8, i16, i32, i64, u8, u16, u32, u64, f32, f64 };

/// Calls body(T{}) with the C++ type of a column type.
template<class Body>
decltype(auto) with_type(ColumnType type, Body&& body) {
    switch (type) {
    case ColumnType::i8:
        return body(std::int8_t{});
    case ColumnType::i16:
        return body(std::int16_t{});
    case ColumnType::i32:
        return body(std::int32_t{});
    case ColumnType::i64:
        return body(std::int64_t{});
    case ColumnType::u8:
        return body(std::uint8_t{});
    case ColumnType::u16:
        return body(std::uint16_t{});
    case ColumnType::u32:
        return body(std::uint32_t{});
    case ColumnType::u64:
        return body(std::uint64_t{});
    case ColumnType::f32:
        return body(float{});
    case ColumnType::f64:
        break;
    }
    return body(double{});
}

/// The column type that stores a number or an enumeration.
template<class T>
constexpr ColumnType type_of() {
    if constexpr (std::is_enum_v<T>) {
        return type_of<std::underlying_type_t<T>>();
    } else if constexpr (std::is_floating_point_v<T>) {
        return sizeof(T) == 4 ? ColumnType::f32 : ColumnType::f64;
    } else {
        static_assert(std::is_integral_v<T>);
        constexpr auto first = std::is_signed_v<T> ? ColumnType::i8 : ColumnType::u8;
        constexpr int step = std::bit_width(sizeof(T)) - 1; // 1, 2, 4, 8 bytes: 0 … 3
        return static_cast<ColumnType>(static_cast<int>(first) + step);
    }
}

[[nodiscard]] std::size_t size_of(ColumnType type);

/// Somebody else's column of numbers, whatever their type.
class ColumnView {
  public:
    template<class T>
    ColumnView(std::span<T const> values) // NOLINT(google-explicit-constructor)
        : type_{type_of<T>()}
        , first_{values.data()}
        , size_{values.size()} {}

    template<class T, class Allocator>
    ColumnView(
        std::vector<T, Allocator> const& values) // NOLINT(google-explicit-constructor)
        : ColumnView{std::span<T const>{values}} {}

    ColumnView(ColumnType type, void const* first, std::size_t size)
        : type_{type}
        , first_{first}
        , size_{size} {}

    [[nodiscard]] ColumnType type() const { return type_; }

    [[nodiscard]] std::size_t size() const { return size_; }

    [[nodiscard]] void const* first() const { return first_; }

    [[nodiscard]] std::span<std::byte const> bytes() const;
    [[nodiscard]] ColumnView rows(std::size_t first, std::size_t count) const;

  private:
    ColumnType type_ = ColumnType::f64;
    void const* first_ = nullptr;
    std::size_t size_ = 0;
};

/// Copies a column into another type; the greatest unsigned value means none and
/// becomes −1, NaN becomes −1 in a column of whole numbers.
void convert(ColumnView from, ColumnType to, void* into);

/// Fills `count` values with what stands for missing: NaN, or −1 in whole numbers.
void fill_missing(ColumnType type, void* into, std::size_t count);

/// Rounds to `bits` bits of the mantissa, ties to even, which makes columns compress;
/// the relative error is below 2^-(bits + 1).
void round_mantissa(std::span<float> values, int bits);

} // namespace canopy::io
