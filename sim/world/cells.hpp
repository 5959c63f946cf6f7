#pragma once

#include "sim/base/id.hpp"
#include "sim/world/kinds.hpp"

#include <array>

namespace canopy {

/// A value for every (kind, sector, place): the grain at which policy and statistics
/// live.
template<class Value>
class CellTable {
  public:
    Value& operator()(FirmKind kind, SectorId sector, PlaceId place) {
        return values_[index(kind, sector, place)];
    }

    Value const& operator()(FirmKind kind, SectorId sector, PlaceId place) const {
        return values_[index(kind, sector, place)];
    }

    [[nodiscard]] static std::size_t
    index(FirmKind kind, SectorId sector, PlaceId place) {
        return (index_of(kind) * max_sectors + sector.row()) * max_places + place.row();
    }

    static constexpr std::size_t size = 2 * max_sectors * max_places;

    std::array<Value, size>& values() { return values_; }

    std::array<Value, size> const& values() const { return values_; }

    CellTable& operator+=(CellTable const& other) {
        for (std::size_t cell = 0; cell < size; ++cell)
            values_[cell] += other.values_[cell];
        return *this;
    }

  private:
    std::array<Value, size> values_{};
};

} // namespace canopy
