#include "sim/policy/enterprise_events.hpp"

#include <algorithm>

namespace canopy {

void EnterpriseEvents::write(
    Reach const& reach, World const& world, PolicyBook& book) const {
    auto const guests = world.scale
                        * (params_.meetings / 12.0 * params_.firms_per_meeting
                           + congresses(world) * params_.congress_firms);
    if (idle() || guests <= 0.0) return;
    auto const firms = std::max(1.0, firms_in_scope(reach, world));
    auto const full_reach = std::min(1.0, guests / firms);
    reach.for_each_cell(
        world, [&](FirmKind firm_kind, SectorId sector, PlaceId place, double share) {
            auto& invited = book.event_reach(firm_kind, sector, place);
            auto& trust = book.event_trust(firm_kind, sector, place);
            auto& cut = book.event_barrier_cut(firm_kind, sector, place);
            auto const added = share * full_reach;
            trust = joined(trust, invited, params_.first_trust, added);
            cut = joined(cut, invited, params_.barrier_cut, added);
            invited += added;
        });
}

double
EnterpriseEvents::operation(double used, Reach const& reach, World const& world) const {
    auto const held = reach.strength * world.scale * congresses(world);
    return (used - held) * params_.meeting_cost + held * params_.congress_cost;
}

} // namespace canopy
