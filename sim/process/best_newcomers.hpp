#pragma once

#include "sim/process/supplier_draws.hpp"
#include "sim/rules/supplier_score.hpp"

#include <array>

namespace canopy {

/// The most that a seller whom a buyer does not know yet can be worth this month,
/// before luck and before the cost of a new partner. Where luck cannot lift this to the
/// bar, nobody needs to be looked for, and the outcome is the same.
class BestNewcomers {
  public:
    /// Looks at every seller; `outside_log_quality` is that of sellers outside.
    void look(
        World const& now,
        SupplierDraws const& draws,
        rules::SupplierTaste const& taste,
        double outside_log_quality);

    /// In utility, for a buyer at a place of the zone; not below any score of a seller.
    [[nodiscard]] double in_zone(SectorId good, PlaceId buyer) const {
        return in_zone_[good.row()][buyer.row()];
    }

    [[nodiscard]] double outside(SectorId good, PlaceId buyer) const {
        return outside_[good.row()][buyer.row()];
    }

  private:
    using ByPlace = std::array<double, max_places>;

    std::array<ByPlace, max_sectors> in_zone_{};
    std::array<ByPlace, max_sectors> outside_{};
};

} // namespace canopy
