#pragma once

#include "sim/model/first_people.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace canopy {

/// A job that has somebody when the zone opens: who asks, for what.
struct FirstJob {
    std::uint64_t hash;
    Employer employer;
    std::uint8_t skill;
};

/// Jobs of the enterprises, those of public units, those outside: what the labour force
/// leaves when `unemployment` of it is out of work. In an order by hash.
[[nodiscard]] std::vector<FirstJob>
jobs_to_fill(World const& world, PeopleParams const& params, std::size_t labour_force);

/// Gives every job to somebody of the labour force, near home or anywhere.
void fill_jobs(
    World& world, PeopleParams const& params, std::vector<FirstJob> const& jobs);

} // namespace canopy
