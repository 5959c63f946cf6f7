#include "sim/world/reach.hpp"

namespace canopy {

void Reach::weaken(double factor) {
    strength *= factor;
    for (auto& value : share.values())
        value *= factor;
    for (auto& value : in_place)
        value *= factor;
}

double firms_in_scope(Reach const& reach, World const& world) {
    double firms = 0.0;
    reach.for_each_cell(
        world, [&](FirmKind kind, SectorId sector, PlaceId place, double) {
            firms += world.around.firms(kind, sector, place);
        });
    return firms;
}

std::array<double, max_places> place_parts(Reach const& reach, World const& world) {
    std::array<double, max_places> parts{};
    double firms = 0.0;
    reach.for_each_cell(
        world, [&](FirmKind kind, SectorId sector, PlaceId place, double) {
            parts[place.row()] += world.around.firms(kind, sector, place);
            firms += world.around.firms(kind, sector, place);
        });
    if (firms > 0.0) {
        for (auto& part : parts)
            part /= firms;
        return parts;
    }
    double places = 0.0;
    for (std::size_t place = 0; place < world.n_zone_places(); ++place)
        places += reach.in_place[place] > 0.0 ? 1.0 : 0.0;
    for (std::size_t place = 0; place < world.n_zone_places(); ++place)
        parts[place] = reach.in_place[place] > 0.0 ? 1.0 / places : 0.0;
    return parts;
}

std::array<double, max_places> resident_parts(Reach const& reach, World const& world) {
    std::array<double, max_places> parts{};
    double people = 0.0;
    for (std::size_t row = 0; row < world.communities.n_district; ++row) {
        auto const& community = world.communities.rows[row];
        if (reach.in_place[community.place.row()] <= 0.0) continue;
        parts[community.place.row()] += community.population();
        people += community.population();
    }
    for (auto& part : parts)
        part = people > 0.0 ? part / people : 0.0;
    return parts;
}

} // namespace canopy
