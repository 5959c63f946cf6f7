#pragma once

#include "sim/base/random.hpp"

#include <span>

namespace canopy {

/// blocks[i] = luck.block(agents[i], month, purpose, draws[i]), several side by side:
/// four times as fast as one after another.
void draw_many(
    Luck const& luck,
    Month month,
    Purpose purpose,
    std::span<std::uint64_t const> agents,
    std::span<std::uint32_t const> draws,
    std::span<DrawBlock> blocks);

} // namespace canopy
