#include "sim/engine/lever_scope.hpp"

#include <algorithm>

namespace canopy {

namespace {

bool names(std::vector<std::string> const& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool takes_sector(LeverScope const& scope, World const& world, SectorId sector) {
    if (scope.sectors.empty() && scope.clusters.empty()) return true;
    if (names(scope.sectors, world.sectors[sector.row()].code)) return true;
    return std::any_of(
        world.clusters.begin(), world.clusters.end(), [&](Cluster const& cluster) {
            return names(scope.clusters, cluster.name)
                   && std::find(cluster.sectors.begin(), cluster.sectors.end(), sector)
                          != cluster.sectors.end();
        });
}

double strength_in(LeverScope const& scope, Month month) {
    if (scope.from && month < *scope.from) return 0.0;
    if (scope.until && !(month < *scope.until)) return 0.0;
    if (scope.ramp_months <= 1) return 1.0;
    auto const first = scope.from.value_or(Month{1});
    auto const months = static_cast<double>(month - first + 1);
    return std::clamp(months / static_cast<double>(scope.ramp_months), 0.0, 1.0);
}

/// Whether the project that a lever waits for stands.
bool stands(LeverScope const& scope, World const& world) {
    return scope.project.empty()
           || std::any_of(
               world.projects.begin(), world.projects.end(), [&](Project const& project) {
                   return project.name == scope.project && project.open;
               });
}

} // namespace

Reach reach_of(LeverScope const& scope, World const& world) {
    Reach reach;
    if (!stands(scope, world)) return reach;
    reach.strength = strength_in(scope, world.month);
    if (reach.strength <= 0.0) return reach;
    for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
        if (!scope.places.empty()
            && !names(scope.places, world.places[PlaceId{place}].name))
            continue;
        reach.in_place[place] = reach.strength;
        for (std::size_t sector = 0; sector < world.sectors.size(); ++sector) {
            if (!takes_sector(scope, world, SectorId{sector})) continue;
            for (auto const kind : {FirmKind::individual, FirmKind::company})
                if (scope.kinds.empty()
                    || names(scope.kinds, kind_names[index_of(kind)]))
                    reach.share(kind, SectorId{sector}, PlaceId{place}) =
                        reach.strength;
        }
    }
    return reach;
}

ScopeNames scope_names(World const& world) {
    ScopeNames known;
    for (std::size_t place = 0; place < world.places.size(); ++place) {
        auto& list =
            world.in_zone(PlaceId{place}) ? known.zone_places : known.outside_places;
        list.push_back(world.places[PlaceId{place}].name);
    }
    for (auto const& sector : world.sectors)
        known.sectors.push_back(sector.code);
    for (auto const& cluster : world.clusters)
        known.clusters.push_back(cluster.name);
    for (auto const& project : world.projects)
        known.projects.push_back(project.name);
    return known;
}

} // namespace canopy
