#include "sim/process/ladder.hpp"

#include "sim/process/incorporation.hpp"
#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

void run(World& world, Ladder::Params const& params) {
    Ladder const process{params};
    Ladder::Decision decision;
    process.decide(world, decision);
    process.apply(decision, world);
}

} // namespace

TEST_CASE("a company takes over the links and stocks of its individual business", "[unit]") {
    auto world = tiny_zone();
    auto const stock = world.firms.input_stock[shop]; // machines 8,000, shops 400
    REQUIRE(stock[0] == 8'000.0);
    REQUIRE(stock[1] == 400.0);
    incorporate(world, shop);
    CHECK(world.firms.kind[shop] == FirmKind::company);
    CHECK(world.firms.input_stock[shop] == stock);
    CHECK_FALSE(link_of(world, shop, Seller{builder}).dead());
    CHECK(link_of(world, shop, Seller{builder}).owed == fen(50.0));
    CHECK(open_identity(world).empty());
}

TEST_CASE("goods outside the company recipe are settled, ended and scrapped", "[unit]") {
    auto world = tiny_zone();
    auto& linked = world.technology.recipes[index_of(FirmKind::company)][shops.row()].linked;
    linked = {linked[1]}; // the company buys shops' services only
    incorporate(world, shop);
    // It pays the builder its 50 yuan and scraps 8,000 machines; 400 of services stay.
    CHECK(world.firms.cash[shop] == fen(49'950.0));
    CHECK(world.firms.payables[shop] == 0);
    CHECK(world.firms.cash[builder] == fen(50'050.0));
    CHECK(link_of(world, shop, Seller{builder}).dead());
    CHECK(world.counts.link_deaths == 1);
    CHECK(world.counts.inputs_scrapped == 8'000.0);
    CHECK(world.firms.input_stock[shop][0] == 400.0);
    CHECK(world.firms.input_stock[shop][1] == 0.0);
    CHECK(open_identity(world).empty());
}

TEST_CASE("an eager individual business becomes a company and is counted", "[unit]") {
    auto world = tiny_zone();
    run(world, {.conversion = 10.0, .listing = 0.0});
    CHECK(world.counts.individual_to_company == 2);
    CHECK(world.firms.kind[kiosk] == FirmKind::company);
    CHECK(world.events.front().kind == EventKind::individual_to_company);
    CHECK(open_identity(world).empty());
}

TEST_CASE("a company over the line is listed, and struck off after two years below", "[unit]") {
    auto world = tiny_zone();
    // Sales of twelve months: smelter 2.4 m, builder and rival 1.2 m; the line is 2 m.
    run(world, {.conversion = 0.0, .listing = 0.3}); // March: × 3, so .9 a month
    for (int month = 16; world.firms.above_scale[smelter] == 0; ++month) {
        world.month = Month{month};
        run(world, {.conversion = 0.0, .listing = 0.3});
    }
    CHECK(world.firms.above_scale[builder] == 0);
    CHECK(world.counts.above_scale_new == 1);

    world.firms.revenue_of_month[smelter].fill(100'000.0F); // 1.2 m
    for (int month = 0; month < 24; ++month)
        run(world, {.conversion = 0.0, .listing = 0.0});
    CHECK(world.firms.above_scale[smelter] == 1);
    world.firms.revenue_of_month[smelter].fill(200'000.0F); // a good month starts it anew
    run(world, {.conversion = 0.0, .listing = 0.0});
    CHECK(world.firms.below_line_months[smelter] == 0);
    world.firms.revenue_of_month[smelter].fill(100'000.0F);
    for (int month = 0; month < 25; ++month)
        run(world, {.conversion = 0.0, .listing = 0.0});
    CHECK(world.firms.above_scale[smelter] == 0);
}

TEST_CASE("listing is busiest in the first quarter", "[unit]") {
    auto world = tiny_zone();
    Ladder const process{{.conversion = 0.0, .listing = 0.05}};
    Ladder::Decision decision;
    std::array<int, 13> listed{};
    for (int month = 1; month <= 12 * 400; ++month) {
        world.month = Month{month};
        process.decide(world, decision);
        listed[static_cast<std::size_t>(world.month.of_year())] +=
            static_cast<int>(decision.all().size());
    }
    // .05 × 3 × 400 = 60 in March and .05 × .5 × 400 = 10 in July for the smelter alone.
    CHECK(listed[3] == Approx(60).margin(20));
    CHECK(listed[7] == Approx(10).margin(9));
}
