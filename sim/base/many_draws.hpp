#pragma once

#include "sim/base/parallel.hpp"
#include "sim/base/random.hpp"

#include <array>
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

/// body(Row, draws) for every row of a table whose agents are `agents`, in ascending order
/// within a block.
template<class Row, class Body>
void for_each_drawn(
    Luck const& luck,
    Month month,
    Purpose purpose,
    std::span<std::uint64_t const> agents,
    Body const& body) {
    for_each_block(
        agents.size(), [&](std::size_t, std::size_t first, std::size_t last) {
            std::array<DrawBlock, rows_per_block> draws;
            draw_many(luck, month, purpose, agents.subspan(first, last - first), draws);
            for (auto row = first; row != last; ++row)
                body(Row{row}, draws[row - first]);
        });
}

} // namespace canopy
