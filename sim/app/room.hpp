#pragma once

#include "sim/app/job.hpp"
#include "sim/app/talk.hpp"

#include <cstdint>
#include <vector>

namespace canopy::app {

/// What a batch takes of the machine [bytes].
struct Room {
    std::uint64_t memory = 0; ///< of the largest run, as they follow each other, and of
                              ///< what is kept meanwhile for those to come
    std::uint64_t disk = 0;   ///< of all run files and kept starts
};

[[nodiscard]] Room room_of(std::vector<Job> const& jobs);

/// Says what a batch will take. Throws PlaceError if the machine has not that much, or
/// if a folder cannot be written.
void require_room(std::vector<Job> const& jobs, Settings const& settings);

} // namespace canopy::app
