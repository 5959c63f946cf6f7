#include <algorithm>

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

constexpr std::size_t from = 7;   ///< July 2023
constexpr std::size_t until = 19; ///< July 2024
constexpr std::size_t last = 48;
constexpr std::size_t half_year = 6;

using Series = std::array<double, last + 1>; ///< by month, from December 2022

struct Path {
    Series wage{};
    Series entries{};
    Series exits{};
};

/// Sums over two zones of a tenth of the size.
Path path_of(std::string const& file, std::string const& added) {
    Path path;
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        LawRun run{shrunk(added, 0.1, file), seed};
        for (std::size_t at = 1; at <= last; ++at) {
            run.month();
            auto const& world = run.world;
            for (auto const wage : world.labour.wage_index)
                path.wage[at] += wage;
            path.entries[at] +=
                static_cast<double>(world.counts.entries[0] + world.counts.entries[1]);
            path.exits[at] +=
                static_cast<double>(world.counts.exits[0] + world.counts.exits[1]);
        }
    }
    return path;
}

/// Over the months `first` … `end` − 1, the slump's against the calm's.
double
ratio(Series const& slump, Series const& calm, std::size_t first, std::size_t end) {
    double above = 0.0;
    double below = 0.0;
    for (auto month = first; month < end; ++month) {
        above += slump[month];
        below += calm[month];
    }
    return above / below;
}

} // namespace

TEST_CASE(
    "in a slump of demand wages, entry and exit answer within half a year, and turn "
    "back after it",
    "[law]") {
    auto const calm = path_of("zhuzhou-2023.toml", {});
    auto const slump = path_of(
        "demand-slump.toml",
        "[[shock]]\nname = \"slump\"\nfrom = \"2023-07\"\nuntil = \"2024-07\"\n");

    CHECK(ratio(slump.wage, calm.wage, 1, from) == 1.0);
    CHECK(ratio(slump.entries, calm.entries, 1, from) == 1.0);
    CHECK(ratio(slump.exits, calm.exits, 1, from) == 1.0);

    auto const answered = from + half_year;
    CHECK(ratio(slump.wage, calm.wage, answered - 1, answered) < 0.98);
    CHECK(ratio(slump.entries, calm.entries, from, answered) < 0.97);
    CHECK(ratio(slump.exits, calm.exits, from, answered) > 1.02);

    double deepest = 0.0;
    for (auto month = from; month <= last; ++month)
        deepest = std::max(deepest, 1.0 - slump.wage[month] / calm.wage[month]);
    CHECK(1.0 - slump.wage[last] / calm.wage[last] < 0.7 * deepest);
    auto const recovered = until + 2 * half_year;
    CHECK(ratio(slump.entries, calm.entries, recovered, last + 1) > 0.98);
    CHECK(ratio(slump.exits, calm.exits, recovered, last + 1) < 1.02);
}
