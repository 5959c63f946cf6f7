#include "sim/process/park_serving.hpp"

#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"

#include <algorithm>

namespace canopy {

namespace {

/// Users of a service that the zone's part of its projects adds at a place [users a
/// month].
double opened_by_projects(World const& now, PlaceId place, std::size_t service) {
    double users = 0.0;
    for (auto const& project : now.projects)
        if (project.place == place) users += project.users(service) * now.scale;
    return users;
}

} // namespace

ParkServices::ByService ParkServing::need_at(World const& now, PlaceId place) const {
    double companies = 0.0;
    for (std::size_t sector = 0; sector < now.sectors.size(); ++sector)
        companies += now.around.firms(FirmKind::company, SectorId{sector}, place);
    ParkServices::ByService need{};
    for (std::size_t service = 0; service < n_park_services; ++service)
        need[service] = params_.use[service] * companies;
    return need;
}

void ParkServing::open(World& world) const {
    std::array<double, max_places> companies{};
    auto const& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row)
        if (firms.alive(FirmId{row}) && firms.kind[FirmId{row}] == FirmKind::company)
            companies[firms.place[FirmId{row}].row()] += 1.0;
    auto& services = world.park_services;
    services = {};
    for (std::size_t place = 0; place < world.n_zone_places(); ++place)
        for (std::size_t service = 0; service < n_park_services; ++service)
            services.opening_capacity[place][service] =
                params_.opening_served * params_.use[service] * companies[place];
}

void ParkServing::decide(World const& now, Decision& into) const {
    into.services = now.park_services;
    auto const grown = pow(1.0 + params_.capacity_growth, now.month.index() / 12.0);
    for (std::size_t row = 0; row < now.n_zone_places(); ++row) {
        PlaceId const place{row};
        auto& services = into.services;
        services.need[row] = need_at(now, place);
        into.service[row] = 1.0;
        if (!now.places[place].park) continue;
        for (std::size_t service = 0; service < n_park_services; ++service) {
            services.capacity[row][service] =
                services.opening_capacity[row][service] * grown * now.developer.services
                + now.policy.park_users[row][service]
                + opened_by_projects(now, place, service);
            auto const need = services.need[row][service];
            auto const served =
                need > 0.0 ? std::min(1.0, services.capacity[row][service] / need) : 1.0;
            services.effect[row][service] =
                1.0
                + params_.weight[service] * (served / params_.opening_served - 1.0);
        }
        into.service[row] =
            now.developer.services * now.developer.quality
            * services.effect[row][static_cast<std::size_t>(
                ParkService::enterprise_service)];
    }
}

void ParkServing::apply(Decision const& decision, World& world) const {
    world.park_services = decision.services;
    for (std::size_t row = 0; row < world.n_zone_places(); ++row)
        world.places[PlaceId{row}].service = decision.service[row];
}

} // namespace canopy
