#include "sim/base/parallel.hpp"
#include "sim/kpi/tally.hpp"

#include "tests/support/small_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tests;

TEST_CASE("enterprises are counted by form, sector and place", "[unit]") {
    auto world = empty_world();
    add_firm(world, 1);
    add_firm(world, 2, trade, far_park);
    auto const shop = add_firm(world, 3, trade);
    world.firms.kind[shop] = FirmKind::individual;
    world.firms.birth[shop] = static_cast<std::int16_t>(world.month.index());
    world.firms.birth[FirmId{0}] = -30;
    auto const gone = add_firm(world, 4);
    world.firms.remove(gone);

    auto const firms = take_tally(world).firms;
    CHECK(firms.firms_of_kind == std::array<std::int64_t, 2>{1, 2});
    CHECK(firms.firms[parts.row()] == 1);
    CHECK(firms.firms[trade.row()] == 2);
    CHECK(firms.firms_in[park.row()] == 2);
    CHECK(firms.firms_in[far_park.row()] == 1);
    CHECK(firms.born_in[park.row()] == 1);
    CHECK(firms.workers[trade.row()] == 6);
    CHECK(firms.workers_in[park.row()] == 6);
}

TEST_CASE("cost is weighted by what was sold", "[unit]") {
    auto world = empty_world();
    auto& firms = world.firms;
    // 200 yuan sold at 2 yuan a unit: 100 units, each .5 of materials and .25 of
    // labour.
    auto const maker = add_firm(world, 1);
    firms.revenue[maker] = fen(200.0);
    firms.price[maker] = 2.0F;
    firms.unit_cost[maker][index_of(CostTerm::materials)] = 0.5F;
    firms.unit_cost[maker][index_of(CostTerm::labour)] = 0.25F;
    // Nothing sold: its cost does not count.
    auto const idle = add_firm(world, 2);
    firms.unit_cost[idle].fill(9.0F);

    auto const tally = take_tally(world).firms;
    CHECK(tally.cost_of[index_of(CostTerm::materials)] == 50.0);
    CHECK(tally.cost_of[index_of(CostTerm::labour)] == 25.0);
    CHECK(tally.cost[parts.row()] == 75.0);
    CHECK(tally.revenue[parts.row()] == 20'000);
}

TEST_CASE("losses, digital levels, green power, cash and loans are summed", "[unit]") {
    auto world = empty_world();
    auto& firms = world.firms;
    auto const one = add_firm(world, 1);
    auto const two = add_firm(world, 2);
    firms.margin_12m[one] = -0.01F;
    firms.digital_level[two] = 3;
    firms.set_done(two, Action::green_power);
    firms.cash[one] = -250;
    firms.cash[two] = 1'000;
    firms.loan[two] = 77;
    firms.output[two] = 5.0;
    firms.price[two] = 1.5F;

    auto const tally = take_tally(world).firms;
    CHECK(tally.loss_makers == 1);
    CHECK(tally.digital == 1);
    CHECK(tally.green == 1);
    CHECK(tally.cash == 750);
    CHECK(tally.loans == 77);
    CHECK(tally.output == 5.0);
    CHECK(tally.output_value[parts.row()] == 7.5);
}

TEST_CASE("the eight largest are found wherever they stand", "[unit]") {
    auto world = empty_world();
    for (std::uint64_t id = 1; id <= 3'000; ++id) {
        auto const firm = add_firm(world, id);
        if (id % 100 != 0) continue;
        world.firms.above_scale[firm] = 1;
        world.firms.revenue_of_month[firm][0] = static_cast<float>(id);
    }
    // Sold more than anybody, but outside the district.
    auto const far = add_firm(world, 9'999, parts, far_park);
    world.firms.above_scale[far] = 1;
    world.firms.revenue_of_month[far][0] = 1e6F;

    auto const tally = take_tally(world).firms;
    // 100 + 200 + … + 3000, and 3000 + 2900 + … + 2300.
    CHECK(tally.district_above_scale_sales == 46'500.0);
    CHECK(
        tally.largest_sales
        == std::array{
            3'000.0, 2'900.0, 2'800.0, 2'700.0, 2'600.0, 2'500.0, 2'400.0, 2'300.0});
    CHECK(tally.above_scale_in[park.row()] == 30);
    CHECK(tally.above_scale_in[far_park.row()] == 1);
}

TEST_CASE("live links are counted by tier, outside sellers apart", "[unit]") {
    auto world = empty_world();
    for (std::uint64_t id = 1; id <= 3; ++id)
        add_firm(world, id);
    std::vector<NewLink> const born{
        link_between(FirmId{0}, Seller{FirmId{1}}, Tier::kin),
        link_between(FirmId{0}, Seller{FirmId{2}}, Tier::friend_),
        link_between(FirmId{1}, Seller{FirmId{2}}, Tier::friend_),
        link_between(FirmId{2}, Seller::outside(coast, parts, 1), Tier::kin)};
    world.links.rebuild(3, born);
    world.links[1].end();
    world.pending_links.push_back(link_between(FirmId{2}, Seller{FirmId{0}}));
    auto const links = take_tally(world).links;
    CHECK(links.local == std::array<std::int64_t, 4>{1, 0, 1, 1});
    CHECK(links.outside == 1);
}

TEST_CASE("sums have the same bits for any number of threads", "[unit]") {
    auto world = empty_world();
    for (std::uint64_t id = 1; id <= 5'000; ++id) {
        auto const firm = add_firm(world, id);
        world.firms.output[firm] = 1.0 / static_cast<double>(id);
    }
    ThreadLimit const one{1};
    auto const expected = take_tally(world).firms.output;
    for (auto const threads : {2, 3}) {
        ThreadLimit const limit{threads};
        CHECK(take_tally(world).firms.output == expected);
    }
}
