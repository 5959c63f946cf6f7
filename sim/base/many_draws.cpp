#include "sim/base/many_draws.hpp"

#include "sim/base/draw_loops.hpp"
#include "sim/base/vector_math.hpp"

namespace canopy {

namespace {

/// Draws with the width of the other vector code; wider than AVX2 gains little.
void draw_all(Luck const& luck, Month month, Purpose purpose, ManyDraws const& many) {
    static DrawLoop const loop = vector_width() == "sse2" ? draw_by_two : draw_by_four;
    for (auto at = loop(many); at < many.agents.size(); ++at)
        many.blocks[at] = luck.block(many.agents[at], month, purpose, many.draw_of(at));
}

} // namespace

void draw_many(
    Luck const& luck,
    Month month,
    Purpose purpose,
    std::span<std::uint64_t const> agents,
    std::span<std::uint32_t const> draws,
    std::span<DrawBlock> blocks) {
    draw_all(
        luck,
        month,
        purpose,
        {luck.seed(), Luck::reason(month, purpose), agents, draws, blocks});
}

void draw_many(
    Luck const& luck,
    Month month,
    Purpose purpose,
    std::span<std::uint64_t const> agents,
    std::span<DrawBlock> blocks) {
    draw_many(luck, month, purpose, agents, {}, blocks);
}

} // namespace canopy
