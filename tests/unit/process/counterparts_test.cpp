#include "sim/process/counterparts.hpp"

#include "tests/support/service_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::test;

namespace {

constexpr auto enforcement = index_of(Counterpart::enforcement);

std::unique_ptr<World> opened() {
    auto world = service_world();
    Counterparts{{}}.open(*world);
    return world;
}

void pass_month(World& world) {
    Counterparts const process{{}};
    Counterparts::Decision decision;
    process.decide(world, decision);
    process.apply(decision, world);
}

} // namespace

TEST_CASE("users of a counterpart are enterprises and residents", "[unit]") {
    auto const world = opened();
    // .9 · 600 + .1 · 2,000 / 7 and .9 · 400
    CHECK(
        world->communities.opening_users[hexi.row()][enforcement]
        == Approx(568.571).epsilon(1e-5));
    CHECK(
        world->communities.opening_users[tianxin.row()][enforcement] == Approx(360.0));
}

TEST_CASE("everybody waits as usual at the start", "[unit]") {
    auto const world = opened();
    for (auto const time : world->communities.mean_waiting)
        CHECK(time == Approx(1.0));
    CHECK(world->places[hexi].ease == Approx(1.0));
    CHECK(world->places[tianxin].ease == Approx(1.0));
}

TEST_CASE("officers sent to one place shorten waiting there", "[unit]") {
    auto const world = opened();
    world->policy.officers[tianxin.row()] = 15.2; // a hundredth of all 1,520
    pass_month(*world);
    auto const& waiting = world->communities.waiting;
    // Tianxin has 360 / 928.571 = .38769 of the officers: load 1 / 1.025794, busy
    // .682399 of the time: 2.148593 / 2.333333
    CHECK(waiting[tianxin.row()][enforcement] == Approx(0.92083).epsilon(1e-4));
    CHECK(waiting[hexi.row()][enforcement] == Approx(1.0));
    // (568.571 + 360 · .92083) / 928.571
    CHECK(
        world->communities.mean_waiting[enforcement] == Approx(0.96931).epsilon(1e-4));
    CHECK(world->places[tianxin].ease > 1.0);
    CHECK(world->places[hexi].ease == Approx(1.0));
}

TEST_CASE("a growing place waits longer unless officers follow", "[unit]") {
    auto const world = opened();
    world->around.firms_in[tianxin.row()] = 440.0;
    pass_month(*world);
    // a tenth more users: busy .77 of the time
    CHECK(
        world->communities.waiting[tianxin.row()][enforcement]
        == Approx(1.4348).epsilon(1e-4));
    CHECK(world->places[tianxin].ease < 1.0);
    world->month = Month{30}; // officers grow 4 % a year
    pass_month(*world);
    CHECK(world->communities.waiting[tianxin.row()][enforcement] < 1.02);
}

TEST_CASE("the second hundred officers save less waiting than the first", "[unit]") {
    auto const world = opened();
    auto const waiting = [&](double officers) {
        world->policy.officers[hexi.row()] = officers;
        pass_month(*world);
        return world->communities.mean_waiting[enforcement];
    };
    auto const none = waiting(0.0);
    auto const one = waiting(100.0);
    auto const two = waiting(200.0);
    CHECK(one < none);
    CHECK(two < one);
    CHECK(one - two < 0.8 * (none - one));
}

TEST_CASE("a place that everybody has left does not break the count", "[unit]") {
    auto const world = opened();
    world->around.firms_in[tianxin.row()] = 0.0;
    pass_month(*world);
    CHECK(world->places[tianxin].ease < 2.0);
    CHECK(world->places[tianxin].ease >= 1.0);
}
