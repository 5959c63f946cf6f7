#pragma once

#include "sim/base/huge_pages.hpp"
#include "sim/world/world.hpp"

#include <array>
#include <vector>

namespace canopy {

/// What customers read of a seller: half a cache line, because they read it at random.
struct DeliveryCounter {
    std::array<float, n_tiers> filled{}; ///< share of its orders that each tier gets
    double price = 0.0;
    PlaceId place;
    Ring ring = Ring::zone;
};

static_assert(sizeof(DeliveryCounter) == 32);

/// Counters of the firms of the zone, and one for each good at each place outside: who
/// buys reads them in the same way.
class DeliveryCounters {
  public:
    /// Sets every counter before the sellers ration; sellers outside fill every order.
    void open(World const& now);

    [[nodiscard]] DeliveryCounter& of(FirmId firm) {
        return rows_[Seller::n_groups_outside + firm.row()];
    }

    [[nodiscard]] DeliveryCounter const& of(Seller seller) const {
        return rows_[seller.row_after_groups()];
    }

  private:
    std::vector<DeliveryCounter, HugePageAllocator<DeliveryCounter>> rows_;
};

} // namespace canopy
