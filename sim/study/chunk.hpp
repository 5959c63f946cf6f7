#pragma once

#include "sim/study/plan.hpp"

#include <algorithm>
#include <cstdint>

namespace canopy::study {

using ChunkNumber = std::int64_t;

/// Runs that are made, kept and lost together; what they give does not depend on how
/// many they are.
struct Chunks {
    RunNumber runs = 0;
    RunNumber size = 1;

    [[nodiscard]] ChunkNumber count() const { return (runs + size - 1) / size; }

    [[nodiscard]] RunNumber first(ChunkNumber chunk) const { return chunk * size; }

    /// One past the last run.
    [[nodiscard]] RunNumber last(ChunkNumber chunk) const {
        return std::min(runs, (chunk + 1) * size);
    }

    [[nodiscard]] ChunkNumber of(RunNumber run) const { return run / size; }
};

} // namespace canopy::study
