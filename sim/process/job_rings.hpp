#pragma once

#include "sim/process/hash_ring.hpp"
#include "sim/world/world.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace canopy {

/// Open jobs on rings for this month's draws: all of them, and those of each place.
struct JobRings {
    HashRing everywhere;
    std::array<HashRing, max_places> at_place;

    /// `advertised` jobs stand on the rings twice.
    void fill(World const& now, std::vector<std::uint8_t> const& advertised);
};

/// Open jobs of firms for which `wanted(offer)` holds, at most `most` of them: those that
/// come first by `before(offer, offer)`.
template<class Wanted, class Before>
[[nodiscard]] std::vector<std::uint32_t> first_of_firms(
    JobOffers const& offers,
    std::size_t most,
    Wanted const& wanted,
    Before const& before) {
    std::vector<std::uint32_t> jobs;
    for (std::uint32_t row = 0; row < offers.size(); ++row)
        if (is_firm(offers[row].employer) && wanted(offers[row])) jobs.push_back(row);
    auto const first = std::min(most, jobs.size());
    std::partial_sort(
        jobs.begin(),
        jobs.begin() + static_cast<std::ptrdiff_t>(first),
        jobs.end(),
        [&](std::uint32_t a, std::uint32_t b) { return before(offers[a], offers[b]); });
    jobs.resize(first);
    return jobs;
}

/// Jobs that the park company advertises and screens for this month: as many at each
/// place as it has seats, in the order of their hashes.
[[nodiscard]] std::vector<std::uint8_t> advertised_jobs(World const& now);

/// Hash of something this month.
[[nodiscard]] std::uint32_t hash_of_month(std::uint64_t id, Month month);

} // namespace canopy
