#pragma once

#include "sim/world/world.hpp"

#include <array>

namespace canopy {

/// How strongly one lever works this month in each cell: 0 outside its scope, else the
/// part of its full intensity that ramp and money leave it. A lever multiplies it by
/// what it offers.
struct Reach {
    double strength = 0.0;   ///< in [0, 1], the same in every cell of the scope
    CellTable<double> share; ///< `strength` inside the scope, 0 outside
    std::array<double, max_places> in_place{}; ///< the same by place

    /// Takes away a part of the strength everywhere.
    void weaken(double factor);

    /// visit(kind, sector, place, share) for every cell of the scope.
    template<class Visit>
    void for_each_cell(World const& world, Visit const& visit) const {
        for (auto const kind : {FirmKind::individual, FirmKind::company})
            for (std::size_t sector = 0; sector < world.sectors.size(); ++sector)
                for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
                    auto const here = share(kind, SectorId{sector}, PlaceId{place});
                    if (here > 0.0) visit(kind, SectorId{sector}, PlaceId{place}, here);
                }
    }
};

/// Firms in the scope when the month opened.
[[nodiscard]] double firms_in_scope(Reach const& reach, World const& world);

/// How one service is shared among the places of its scope: by their firms, adding up
/// to 1; equally where there are no firms yet.
[[nodiscard]] std::array<double, max_places>
place_parts(Reach const& reach, World const& world);

/// The same by the residents of the district's communities at each place.
[[nodiscard]] std::array<double, max_places>
resident_parts(Reach const& reach, World const& world);

} // namespace canopy
