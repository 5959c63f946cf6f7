#include "sim/model/held_headcounts.hpp"

#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

/// What a firm's customers take of what its people make.
double use(World const& world, FirmId firm) {
    return world.firms.expected_demand[firm] * plant_over_normal
           / world.firms.capacity[firm];
}

} // namespace

TEST_CASE("one person has less to do than each of twenty", "[unit]") {
    auto world = tiny_zone();
    set_opening_use(world);
    CHECK(use(world, kiosk) == Approx(1.013 - 0.28 / 1.45));
    CHECK(use(world, smelter) == Approx(1.013 - 0.28 / 20.45));
}

TEST_CASE("of equal firms the one that pays little has more to do", "[unit]") {
    auto world = tiny_zone();
    world.firms.productivity[rival] = 0.5F;
    world.firms.expected_demand[rival] = world.firms.expected_demand[builder];
    world.firms.capacity[rival] = world.firms.capacity[builder];
    set_opening_use(world);
    CHECK(use(world, rival) == Approx(1.16 * use(world, builder)));
    // Together they sell as firms of ten do.
    CHECK(
        use(world, rival) + use(world, builder)
        == Approx(2.0 * (1.013 - 0.28 / 10.45)));
}

TEST_CASE("leaders sell what their own path says", "[unit]") {
    auto world = tiny_zone();
    auto const before = world.firms.expected_demand[giant];
    set_opening_use(world);
    CHECK(world.firms.expected_demand[giant] == before);
}
