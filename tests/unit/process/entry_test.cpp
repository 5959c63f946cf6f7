#include "sim/process/entry.hpp"

#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace canopy;
using namespace canopy::tiny;

namespace {

Entry::Params crowd() {
    Entry::Params params;
    params.company = 1.9;
    params.individual = 2.0;
    return params;
}

std::set<std::uint64_t> entrants(World const& world, Entry::Params const& params) {
    Entry::Decision decision;
    Entry{params, {}}.decide(world, decision);
    std::set<std::uint64_t> ids;
    for (auto const& newborn : decision.newborns)
        ids.insert(newborn.id);
    REQUIRE(ids.size() == decision.newborns.size());
    return ids;
}

/// A hundred firms by count in each cell that has one.
World busy_zone() {
    auto world = tiny_zone();
    for (auto* firms : {&world.around.firms, &world.opening.firms})
        for (auto& count : firms->values())
            count *= 100.0;
    for (auto& count : world.around.firms_of_kind)
        count *= 100.0;
    return world;
}

} // namespace

TEST_CASE("newcomers bring money, people and goods that are all booked", "[unit]") {
    auto world = busy_zone();
    Entry const process{crowd(), {}};
    Entry::Decision decision;
    process.decide(world, decision);
    process.apply(decision, world);
    auto const born = world.counts.entries[0] + world.counts.entries[1];
    CHECK(born == static_cast<std::int64_t>(decision.newborns.size()));
    // 400 firms of companies at 1.9 and 200 individual at 2.0 a year: about 97 a month.
    CHECK(born == Approx(97).margin(35));
    CHECK(world.firms.rows() == 6U + static_cast<std::size_t>(born));
    CHECK(world.ledger(Flow::founding_capital, Account::households) < 0);
    CHECK(open_identity(world).empty());
    FirmId const first{6};
    CHECK(world.firms.birth[first] == 15);
    CHECK(world.firms.cash[first] == sales_of(world, first, 1.5));
    CHECK(world.firms.expected_demand[first] * 1.25 ==
          Approx(world.firms.orders[first])); // .8 of normal output
}

TEST_CASE("a policy adds entrants and changes none", "[unit]") {
    auto world = busy_zone();
    auto const before = entrants(world, crowd());
    for (auto& of_kind : world.around.margin)
        for (auto& margin : of_kind)
            margin += 0.01;
    auto const after = entrants(world, crowd());
    CHECK(after.size() > before.size());
    CHECK(std::includes(after.begin(), after.end(), before.begin(), before.end()));
    CHECK(before.count(0) == 0);
}

TEST_CASE("an extinct sector can come back", "[unit]") {
    auto world = busy_zone();
    world.around.firms = {};
    CHECK_FALSE(entrants(world, crowd()).empty());
    world.opening.firms = {};
    CHECK(entrants(world, crowd()).empty());
}

TEST_CASE("a newcomer takes its share of what others sell", "[unit]") {
    auto world = tiny_zone();
    auto& firms = world.firms;
    for (auto const firm : {smelter, builder, rival, shop, giant, kiosk})
        firms.birth[firm] = 0;
    firms.market_share[builder] = 3.0;
    firms.market_share[rival] = 1.0;
    firms.final_demand[builder] = 300'000.0;
    firms.final_demand[rival] = 100'000.0;
    CHECK(market_share_per_yuan(world)[machines.row()] == Approx(1e-5));
    firms.market_share[giant] = 1e9; // leaders have their own path
    firms.market_share[smelter] = 1.0;
    firms.final_demand[smelter] = 200'000.0;
    CHECK(market_share_per_yuan(world)[metal.row()] == Approx(5e-6));
}
