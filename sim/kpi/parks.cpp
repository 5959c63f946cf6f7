#include "sim/kpi/parks.hpp"

#include <algorithm>

namespace canopy {

namespace {

struct Served {
    double users = 0.0;
    double need = 0.0;
};

Served served(World const& world, std::size_t service) {
    Served sum;
    for (std::size_t row = 0; row < world.n_zone_places(); ++row) {
        if (!world.places[PlaceId{row}].park) continue;
        auto const need = world.park_services.need[row][service];
        sum.users += std::min(need, world.park_services.capacity[row][service]);
        sum.need += need;
    }
    return sum;
}

} // namespace

Measures park_measures() {
    return {
        total(
            "park_users_served",
            "users a month",
            {"enterprises that the parks' services served", "园区服务企业人次",
             "MODEL.md S6"},
            [](World const& world, Tally const&) {
                double users = 0.0;
                for (std::size_t service = 0; service < n_park_services; ++service)
                    users += served(world, service).users;
                return users;
            }),
        by("park_service",
           "park_served_share",
           "1",
           {"users served over those who ask", "园区服务满足率", "MODEL.md S6"},
           [](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t service = 0; service < n_park_services; ++service) {
                   auto const sum = served(world, service);
                   into[service] = ratio(sum.users, sum.need);
               }
           }),
        by("rung",
           "companies",
           "enterprises",
           {"companies on each rung", "各级企业数", "MODEL.md S9"},
           [](World const& world, Tally const&, std::span<double> into) {
               auto const& firms = world.firms;
               std::fill(into.begin(), into.end(), 0.0);
               for (std::size_t row = 0; row < firms.rows(); ++row)
                   if (firms.alive(FirmId{row})
                       && firms.kind[FirmId{row}] == FirmKind::company)
                       into[index_of(firms.rung[FirmId{row}])] += 1.0;
           }),
        by("rung",
           "rungs_climbed",
           "enterprises a month",
           {"companies that reached a rung", "晋级企业", "MODEL.md S9"},
           [](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t rung = 0; rung < n_rungs; ++rung)
                   into[rung] = static_cast<double>(world.counts.rungs_climbed[rung]);
           }),
    };
}

} // namespace canopy
