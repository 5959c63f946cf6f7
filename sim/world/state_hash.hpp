#pragma once

#include "sim/world/world.hpp"

#include <cstdint>

namespace canopy {

/// Hash of everything that the next month depends on. Two worlds with the same bits of
/// state have the same hash on every compiler and for any number of threads. Numbers
/// count by their bits (−0 is not 0); what a free row still holds does not count.
[[nodiscard]] std::uint64_t state_hash(World const& world);

} // namespace canopy
