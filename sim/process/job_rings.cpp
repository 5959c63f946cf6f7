#include "sim/process/job_rings.hpp"

#include "sim/base/hash.hpp"

#include <algorithm>

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
    everywhere.close();
    for (auto& ring : at_place)
        ring.close();
}

std::vector<std::uint8_t> advertised_jobs(World const& now) {
    std::vector<std::uint8_t> advertised(now.job_offers.size());
    for (std::size_t place = 0; place < now.n_zone_places(); ++place) {
        auto const seats =
            static_cast<std::size_t>(now.policy.park_company_seats[place]);
        if (seats == 0) continue;
        std::vector<std::uint32_t> jobs;
        for (std::size_t row = 0; row < now.job_offers.size(); ++row)
            if (now.job_offers[row].place.row() == place
                && is_firm(now.job_offers[row].employer)) {
                jobs.push_back(static_cast<std::uint32_t>(row));
            }
        auto const served = std::min(seats, jobs.size());
        std::partial_sort(
            jobs.begin(),
            jobs.begin() + static_cast<std::ptrdiff_t>(served),
            jobs.end(),
            [&](std::uint32_t a, std::uint32_t b) {
                return combine(now.job_offers[a].id, 1) < combine(now.job_offers[b].id, 1);
            });
        for (std::size_t at = 0; at < served; ++at)
            advertised[jobs[at]] = 1;
    }
    return advertised;
}

} // namespace canopy
