#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace canopy {

/// Row number in the table of Tag's; ids of different tables do not mix. Tables of few
/// rows store it in one byte.
template<class Tag, class Store = std::uint32_t>
class Id {
  public:
    constexpr Id() = default;

    constexpr explicit Id(std::size_t row)
        : row_{static_cast<Store>(row)} {}

    [[nodiscard]] constexpr std::size_t row() const { return row_; }

    [[nodiscard]] constexpr bool valid() const { return row_ != none; }

    constexpr auto operator<=>(Id const&) const = default;

  private:
    static constexpr Store none = std::numeric_limits<Store>::max();
    Store row_ = none;
};

using FirmId = Id<struct FirmTag>;
using LinkId = Id<struct LinkTag>;
using SectorId = Id<struct SectorTag, std::uint8_t>;
using PlaceId = Id<struct PlaceTag, std::uint8_t>;

} // namespace canopy
