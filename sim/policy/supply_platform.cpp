#include "sim/policy/supply_platform.hpp"

#include <algorithm>

namespace canopy {

void SupplyPlatform::write(
    Reach const& reach, World const& world, PolicyBook& book) const {
    if (idle()) return;
    auto const firms = std::max(1.0, firms_in_scope(reach, world));
    auto const full_reach = std::min(1.0, params_.users * world.scale / firms);
    reach.for_each_cell(
        world, [&](FirmKind firm_kind, SectorId sector, PlaceId place, double share) {
            auto& users = book.platform_reach(firm_kind, sector, place);
            auto& candidates = book.platform_candidates(firm_kind, sector, place);
            auto& yield = book.platform_yield(firm_kind, sector, place);
            auto const added = share * full_reach;
            candidates = joined(candidates, users, params_.candidates, added);
            yield = joined(yield, users, params_.yield, added);
            users += added;
        });
}

} // namespace canopy
