#pragma once

#include "sim/base/random.hpp"

#include <span>

namespace canopy {

/// blocks[i] = luck.block(agents[i], month, purpose, draws[i]), several side by side:
/// much faster than one after another.
void draw_many(
    Luck const& luck,
    Month month,
    Purpose purpose,
    std::span<std::uint64_t const> agents,
    std::span<std::uint32_t const> draws,
    std::span<DrawBlock> blocks);

/// The same for the first draw of each agent.
void draw_many(
    Luck const& luck,
    Month month,
    Purpose purpose,
    std::span<std::uint64_t const> agents,
    std::span<DrawBlock> blocks);

/// Bits above which no draw is below `share`: one comparison rules out what rarely happens,
/// before a closer look.
[[nodiscard]] constexpr std::uint32_t last_bits_below(double share) {
    if (share <= 0.0) return 0;
    return share < 1.0 ? static_cast<std::uint32_t>(share * 4294967296.0) : 0xffffffffU;
}

} // namespace canopy
