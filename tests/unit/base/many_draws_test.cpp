#include "sim/base/draw_loops.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/id.hpp"
#include "sim/base/many_draws.hpp"

#include <vector>

#include <catch2/catch.hpp>

using namespace canopy;

TEST_CASE("draws made together are those made one by one", "[unit]") {
    Luck const luck{0x123456789abcdef0ULL};
    for (std::size_t const count : {0U, 1U, 7U, 8U, 9U, 100U}) {
        std::vector<std::uint64_t> agents;
        std::vector<std::uint32_t> numbers;
        for (std::uint64_t at = 0; at < count; ++at) {
            agents.push_back(scramble(at + 1));
            numbers.push_back(static_cast<std::uint32_t>(scramble(at + 1000)));
        }
        std::vector<DrawBlock> blocks(count);
        draw_many(luck, Month{-7}, Purpose::relation, agents, numbers, blocks);
        for (std::size_t at = 0; at < count; ++at)
            CHECK(
                blocks[at]
                == luck.block(agents[at], Month{-7}, Purpose::relation, numbers[at]));
    }
}

TEST_CASE("every row of a table gets the first draws of its agent", "[unit]") {
    Luck const luck{7};
    std::vector<std::uint64_t> agents;
    for (std::uint64_t at = 0; at < 3 * rows_per_block + 5; ++at)
        agents.push_back(scramble(at + 1));
    std::vector<DrawBlock> seen(agents.size());
    for_each_drawn<Id<struct Anybody>>(
        luck,
        Month{3},
        Purpose::life_course,
        agents,
        [&](auto row, DrawBlock const& draws) { seen[row.row()] = draws; });
    for (std::size_t at = 0; at < agents.size(); ++at)
        REQUIRE(seen[at] == luck.block(agents[at], Month{3}, Purpose::life_course));
}

TEST_CASE("wide registers draw what narrow ones draw", "[unit]") {
    std::vector<DrawLoop> loops{draw_by_two};
    if (__builtin_cpu_supports("avx2")) loops.push_back(draw_by_four);
    Luck const luck{0x123456789abcdef0ULL};
    Month const month{5};
    std::vector<std::uint64_t> agents;
    std::vector<std::uint32_t> numbers;
    for (std::uint64_t at = 0; at < 50; ++at) {
        agents.push_back(scramble(at + 1));
        numbers.push_back(static_cast<std::uint32_t>(scramble(at + 1000)));
    }
    auto const reason = Luck::reason(month, Purpose::relation);
    for (auto const loop : loops) {
        std::vector<DrawBlock> first(agents.size());
        std::vector<DrawBlock> numbered(agents.size());
        CHECK(loop({luck.seed(), reason, agents, {}, first}) == 48);
        CHECK(loop({luck.seed(), reason, agents, numbers, numbered}) == 48);
        for (std::size_t at = 0; at < 48; ++at) {
            CHECK(first[at] == luck.block(agents[at], month, Purpose::relation));
            CHECK(
                numbered[at]
                == luck.block(agents[at], month, Purpose::relation, numbers[at]));
        }
    }
}
