#include "sim/model/first_residents.hpp"
#include "sim/base/parallel.hpp"
#include "sim/model/saved_start.hpp"
#include "sim/world/state_hash.hpp"

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

/// A start grown and a year run on so many threads: a hash for the opening and each
/// month.
std::vector<std::uint64_t> year_on(int threads) {
    ThreadLimit const limit{threads};
    auto const scenario = shrunk({}, 0.06, "open-efficient.toml");
    LawRun run{scenario, grown(scenario, 1)};
    std::vector all{run.hash()};
    for (auto const hash : hashes(run, 15))
        all.push_back(hash);
    return all;
}

} // namespace

TEST_CASE("one, two and three threads live through the same months", "[law]") {
    auto const alone = year_on(1);
    CHECK(year_on(2) == alone);
    CHECK(year_on(3) == alone);
}

TEST_CASE("another seed is another zone", "[law]") {
    auto const scenario = shrunk();
    CHECK(state_hash(opening_of(scenario, 1)) != state_hash(opening_of(scenario, 2)));
}

TEST_CASE("a restored start lives on as the grown one", "[law]") {
    auto const scenario = shrunk({}, 0.02);
    auto const& opening = opening_of(scenario);
    auto const path = scratch() / "start.columns";
    save_start(path, "digest", opening);
    auto restored = empty_world(scenario, 1);
    load_start(path, "digest", restored);
    open_residents(restored, scenario.parameters);

    LawRun from_file{scenario, std::move(restored)};
    LawRun from_memory{scenario, opening};
    REQUIRE(from_file.hash() == from_memory.hash());
    CHECK(hashes(from_file, 15) == hashes(from_memory, 15));
}

TEST_CASE("the zone draws its luck from the run, not from the start", "[law]") {
    auto const scenario = shrunk();
    LawRun first{scenario};
    LawRun second{scenario};
    second.world.luck = Luck{2};
    CHECK(first.hash() == second.hash());
    CHECK(hashes(first, 1) != hashes(second, 1));
}
