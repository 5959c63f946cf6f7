#pragma once

#include "sim/base/id.hpp"
#include "sim/world/firms.hpp"
#include "sim/world/links.hpp"

#include <cstdint>
#include <vector>

namespace canopy {

/// What an empty slot holds.
inline constexpr FirmId no_seller;

/// Firms addressed by slots that follow from their ids, never by row ranks: a newcomer
/// changes one slot, so everybody else keeps drawing the same candidates.
class SlotTable {
  public:
    /// Room for `expected` firms with a quarter to a half of the slots filled.
    void reserve(std::size_t expected);

    void insert(std::uint64_t id, FirmId firm);
    void erase(std::uint64_t id, FirmId firm);

    /// The slot that `bits` address: a firm, or invalid if it is empty.
    [[nodiscard]] FirmId const& at(std::uint32_t bits) const {
        return slots_.empty() ? no_seller : slots_[bits & mask_];
    }

    [[nodiscard]] std::size_t size() const { return size_; }

  private:
    void grow();

    std::vector<FirmId> slots_;
    std::vector<std::uint64_t> ids_;
    std::uint32_t mask_ = 0;
    std::size_t size_ = 0;
};

/// Who sells what and where, for the draws of the supplier search.
class SellerDirectory {
  public:
    void reset(std::size_t n_sectors, std::size_t n_places, std::size_t expected_firms);

    void add(Firms const& firms, FirmId firm);
    void
    remove(Firms const& firms, FirmId firm); ///< before its row is freed or changed

    /// Forgets everybody and adds all living firms in order of their ids.
    void refill(Firms const& firms);

    [[nodiscard]] SlotTable const& sellers(SectorId good) const {
        return by_sector_[good.row()];
    }

    [[nodiscard]] SlotTable const& sellers(SectorId good, PlaceId place) const {
        return by_place_[good.row() * n_places_ + place.row()];
    }

    /// Rebuilds the slots of all living local links by good, from the index by seller.
    void index_customers(Firms const& firms, Links const& links);

    /// Seller of the local link of `good` at the slot that `bits` address, or invalid:
    /// draws a seller in proportion to its customers.
    [[nodiscard]] FirmId const& seller_of_link(SectorId good, std::uint32_t bits) const {
        auto const& slots = link_slots_[good.row()];
        return slots.empty() ? no_seller : slots[bits & (slots.size() - 1)].seller;
    }

    [[nodiscard]] std::size_t n_links(SectorId good) const {
        return n_links_[good.row()];
    }

  private:
    struct LinkSlot {
        std::uint32_t hash = 0;
        FirmId seller;
    };

    std::size_t n_places_ = 0;
    std::vector<SlotTable> by_sector_;
    std::vector<SlotTable> by_place_;
    std::vector<std::vector<LinkSlot>> link_slots_;
    std::vector<std::size_t> n_links_;
    std::vector<std::vector<FirmId>> rows_of_sector_; ///< sellers that have customers
};

} // namespace canopy
