#include "sim/process/delivery_counters.hpp"

#include "sim/base/parallel.hpp"

namespace canopy {

void DeliveryCounters::open(World const& now) {
    rows_.resize(Seller::n_groups_outside + now.firms.rows());
    for (auto row = now.n_zone_places(); row < now.places.size(); ++row)
        for (std::size_t good = 0; good < now.sectors.size(); ++good) {
            PlaceId const place{row};
            auto& counter = rows_[Seller::group_row(place, SectorId{good})];
            counter.filled.fill(1.0F);
            counter.price = now.outside.import_price[good];
            counter.place = place;
            counter.ring = now.places[place].ring;
        }
    auto const& firms = now.firms;
    for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
        auto const place = firms.place[firm];
        of(firm) = {
            .price = static_cast<double>(firms.price[firm]),
            .place = place,
            .ring = now.places[place].ring};
    });
}

} // namespace canopy
