#pragma once

#include "sim/world/world.hpp"

namespace canopy {

/// Industrial land that the developer sells to one enterprise.
struct LandSale {
    FirmKind kind = FirmKind::company;
    SectorId sector;
    PlaceId place;
    double area = 0.0; ///< [m²]
};

/// What policy would forgo of the price if its money sufficed.
[[nodiscard]] Fen land_claim(World const& world, LandSale const& sale);

/// What policy may still forgo this month.
[[nodiscard]] Fen land_money(World const& world);

/// Books the developer's receipt and the government's part `foregone`; returns what is
/// left for the buyer to pay and to book. Source: MODEL.md S14 (land price P01).
Fen sell_land(World& world, LandSale const& sale, Fen foregone);

} // namespace canopy
