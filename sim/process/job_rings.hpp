#pragma once

#include "sim/process/hash_ring.hpp"
#include "sim/world/world.hpp"

#include <array>

namespace canopy {

/// Open jobs on rings for this month's draws: all of them, and those of each place.
struct JobRings {
    HashRing everywhere;
    std::array<HashRing, max_places> at_place;

    /// `advertised` jobs stand on the rings twice.
    void fill(World const& now, std::vector<std::uint8_t> const& advertised);
};

/// Jobs that the park company advertises and screens for this month: as many at each
/// place as it has seats, in the order of their hashes.
[[nodiscard]] std::vector<std::uint8_t> advertised_jobs(World const& now);

/// Hash of something this month.
[[nodiscard]] std::uint32_t hash_of_month(std::uint64_t id, Month month);

} // namespace canopy
