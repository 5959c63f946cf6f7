#pragma once

#include "sim/base/id.hpp"
#include "sim/world/kinds.hpp"

#include <cstddef>
#include <cstdint>

namespace canopy {

/// Who sells on a link: a firm of the zone, or a member of an outside place's fixed
/// roster.
class Seller {
  public:
    Seller() = default;

    explicit Seller(FirmId firm)
        : code_{static_cast<std::uint32_t>(firm.row())} {}

    /// Member `number` of the roster for `good` at an outside place.
    static Seller outside(PlaceId place, SectorId good, std::uint32_t number) {
        Seller seller;
        seller.code_ = outside_bit | static_cast<std::uint32_t>(place.row() << 24U)
                       | static_cast<std::uint32_t>(good.row() << 16U) | number;
        return seller;
    }

    [[nodiscard]] bool in_zone() const { return (code_ & outside_bit) == 0; }

    [[nodiscard]] FirmId firm() const { return FirmId{code_}; }

    [[nodiscard]] PlaceId outside_place() const {
        return PlaceId{(code_ >> 24U) & 0x7fU};
    }

    /// Row in a table that begins with a row for each good at each place outside and
    /// goes on with the firms. Without a branch, because nobody could foresee it.
    [[nodiscard]] std::size_t row_after_groups() const {
        auto const outside = 0U - (code_ >> 31U); // all bits or none
        auto const group = (code_ & ~outside_bit) >> 16U;
        return (group & outside) | ((code_ + n_groups_outside) & ~outside);
    }

    /// The row of that table for a good at a place outside.
    [[nodiscard]] static std::size_t group_row(PlaceId place, SectorId good) {
        return outside(place, good, 0).row_after_groups();
    }

    static constexpr std::uint32_t n_groups_outside =
        static_cast<std::uint32_t>(max_places) << 8U;

    [[nodiscard]] std::uint32_t code() const { return code_; }

    bool operator==(Seller const&) const = default;

  private:
    static constexpr std::uint32_t outside_bit = 0x80000000U;
    std::uint32_t code_ = 0;
};

} // namespace canopy
