#include "sim/process/job_rings.hpp"

#include "sim/base/hash.hpp"

namespace canopy {

std::uint32_t hash_of_month(std::uint64_t id, Month month) {
    return static_cast<std::uint32_t>(
        combine(id, static_cast<std::uint64_t>(month.index())) >> 32U);
}

void JobRings::fill(World const& now, std::vector<std::uint8_t> const& advertised) {
    everywhere.clear();
    for (auto& ring : at_place)
        ring.clear();
    for (std::size_t row = 0; row < now.job_offers.size(); ++row) {
        auto const& offer = now.job_offers[row];
        auto const what = static_cast<std::uint32_t>(row);
        for (std::uint64_t copy = 0; copy < 1U + advertised[row]; ++copy) {
            auto const hash = hash_of_month(offer.id + copy, now.month);
            everywhere.add(hash, what);
            at_place[offer.place.row()].add(hash, what);
        }
    }
    close_rings(everywhere, at_place);
}

std::vector<std::uint8_t> advertised_jobs(World const& now) {
    std::vector<std::uint8_t> advertised(now.job_offers.size());
    for (std::size_t place = 0; place < now.n_zone_places(); ++place) {
        auto const seats =
            static_cast<std::size_t>(now.policy.park_company_seats[place]);
        if (seats == 0) continue;
        auto const jobs = first_of_firms(
            now.job_offers,
            seats,
            [&](JobOffer const& offer) { return offer.place.row() == place; },
            [](JobOffer const& a, JobOffer const& b) {
                return combine(a.id, 1) < combine(b.id, 1);
            });
        for (auto const job : jobs)
            advertised[job] = 1;
    }
    return advertised;
}

} // namespace canopy
