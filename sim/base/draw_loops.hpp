#pragma once

#include "sim/base/random.hpp"

#include <span>

namespace canopy {

// Philox4x32-10 as in Random123 for counters side by side: they are independent, so their
// multiplications overlap.

inline constexpr int philox_rounds = 10;
inline constexpr std::uint32_t philox_first_factor = 0xD2511F53U;
inline constexpr std::uint32_t philox_second_factor = 0xCD9E8D57U;
inline constexpr std::uint32_t philox_first_step = 0x9E3779B9U;
inline constexpr std::uint32_t philox_second_step = 0xBB67AE85U;

/// What a loop draws: blocks[i] of agents[i], draws[i]; without draws, the first.
struct ManyDraws {
    std::uint64_t seed;
    std::uint32_t reason; ///< word of the counters
    std::span<std::uint64_t const> agents;
    std::span<std::uint32_t const> draws;
    std::span<DrawBlock> blocks;

    [[nodiscard]] std::uint32_t draw_of(std::size_t at) const {
        return draws.empty() ? 0U : draws[at];
    }
};

/// Draw as many as fill whole registers, and say how many.
using DrawLoop = std::size_t (*)(ManyDraws const&);
std::size_t draw_by_two(ManyDraws const& many);  ///< SSE2
std::size_t draw_by_four(ManyDraws const& many); ///< AVX2

} // namespace canopy
