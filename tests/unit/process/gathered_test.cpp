#include "sim/base/hash.hpp"
#include "sim/base/id.hpp"
#include "sim/process/gathered.hpp"

#include <catch2/catch.hpp>

using namespace canopy;

TEST_CASE("every wanted row gets the first draws of its agent", "[unit]") {
    Luck const luck{7};
    std::vector<std::uint64_t> agents;
    for (std::uint64_t at = 0; at < 3 * rows_per_block + 5; ++at)
        agents.push_back(scramble(at + 1));
    using Row = Id<struct Anybody>;
    struct Seen {
        Row row;
        DrawBlock draws;
    };
    Gathered<Seen> seen;
    seen.collect_drawn<Row>(
        luck,
        Month{3},
        Purpose::life_course,
        agents,
        [](Row row) { return row.row() % 3 != 1; },
        [](std::vector<Seen>& found, Row row, DrawBlock const& draws) {
            found.push_back({row, draws});
        });
    auto next = seen.all().begin();
    for (std::size_t at = 0; at < agents.size(); ++at) {
        if (at % 3 == 1) continue;
        REQUIRE(next != seen.all().end());
        REQUIRE(next->row == Row{at});
        REQUIRE(next->draws == luck.block(agents[at], Month{3}, Purpose::life_course));
        ++next;
    }
    CHECK(next == seen.all().end());
}
