#include "sim/process/public_services.hpp"

#include "sim/process/building.hpp"
#include "tests/support/service_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::test;

namespace {

/// What services are without growth, so that a month changes nothing by itself.
PublicServices services(LivabilityRules rules = {}) {
    rules.growth.fill(0.0);
    return PublicServices{rules};
}

std::unique_ptr<World> opened() {
    auto world = service_world();
    services().open(*world);
    return world;
}

void pass_month(PublicServices const& process, World& world) {
    PublicServices::Decision decision;
    process.decide(world, decision);
    process.apply(decision, world);
}

void pass_month(World& world) {
    pass_month(services(), world);
}

double& offer(World& world, Service service) {
    return world.policy.service_capacity[hexi.row()][index_of(service)];
}

} // namespace

TEST_CASE("needs are the people of the ages that a service is for", "[unit]") {
    auto const world = service_world();
    auto const need = LivabilityRules{}.need(world->communities.rows[poor]);
    CHECK(need[index_of(Service::school)] == Approx(100.0));
    CHECK(need[index_of(Service::child_care)] == Approx(125.0)); // 100 + .25 · 100
    CHECK(need[index_of(Service::elder_care)] == Approx(10.0));  // .10 · 100
    // 1,000 + .5 · 200 + 2 · 100
    CHECK(need[index_of(Service::clinic)] == Approx(1300.0));
    CHECK(need[index_of(Service::housing)] == Approx(1000.0 / 2.9));
    CHECK(need[index_of(Service::commute)] == Approx(2.0)); // 500 / 250
    CHECK(need[index_of(Service::culture)] == Approx(1.0));
    CHECK(need[index_of(Service::governance)] == Approx(1.2));
}

TEST_CASE("a community with half of everything is a worse place to live", "[unit]") {
    auto const world = opened();
    // (1 − e^−1)/(1 − e^−2) and (1 − e^−3)/(1 − e^−2); weights add up to 1
    CHECK(world->communities.rows[poor].livability == Approx(0.73106).epsilon(1e-4));
    CHECK(world->communities.rows[rich].livability == Approx(1.09894).epsilon(1e-4));
    CHECK(world->places[hexi].livability == Approx(0.91500).epsilon(1e-4));
    CHECK(world->places[tianxin].livability == 1.0);
    CHECK(world->places[PlaceId{2}].livability == 1.0);
}

TEST_CASE("a month in which nothing changes leaves every service as it was", "[unit]") {
    auto const world = opened();
    auto const before = world->communities.rows;
    pass_month(*world);
    for (std::size_t row = 0; row < 2; ++row) {
        CHECK(world->communities.rows[row].capacity == before[row].capacity);
        CHECK(world->communities.rows[row].level == before[row].level);
    }
}

TEST_CASE("new places lift communities to the floor, then to the mean", "[unit]") {
    auto const world = opened();
    offer(*world, Service::school) = 20.0; // the poor one lacks 10 to .6, 50 to 1
    pass_month(*world);
    CHECK(open_of(*world, poor, Service::school) == Approx(70.0));
    CHECK(open_of(*world, rich, Service::school) == Approx(150.0));

    offer(*world, Service::school) = 200.0; // 50 of them to the mean, the rest by need
    pass_month(*world);
    CHECK(open_of(*world, poor, Service::school) == Approx(175.0));
    CHECK(open_of(*world, rich, Service::school) == Approx(225.0));
}

TEST_CASE("the floor decides who comes first among those below the mean", "[unit]") {
    auto const world = opened();
    capacity_of(*world, rich, Service::school) = 90.0; // lacks 10 to the mean
    offer(*world, Service::school) = 10.0;
    pass_month(*world);
    CHECK(open_of(*world, poor, Service::school) == Approx(60.0));
    CHECK(open_of(*world, rich, Service::school) == Approx(90.0));

    LivabilityRules without;
    without.floor[index_of(Service::school)] = 0.0;
    pass_month(services(without), *world); // 10 · 50/60 and 10 · 10/60
    CHECK(open_of(*world, poor, Service::school) == Approx(58.3333));
    CHECK(open_of(*world, rich, Service::school) == Approx(91.6667));
}

TEST_CASE("places that policy no longer runs are closed again", "[unit]") {
    auto const world = opened();
    offer(*world, Service::culture) = 3.0;
    pass_month(*world);
    CHECK(level_of(*world, poor, Service::culture) > 1.0);
    offer(*world, Service::culture) = 0.0;
    pass_month(*world);
    CHECK(level_of(*world, poor, Service::culture) == Approx(0.73106).epsilon(1e-4));
}

TEST_CASE("the second batch of places does less than the first", "[unit]") {
    auto const world = opened();
    auto const mean = [&](double seats) {
        offer(*world, Service::school) = seats;
        pass_month(*world);
        return level_of(*world, poor, Service::school)
               + level_of(*world, rich, Service::school);
    };
    auto const none = mean(0.0);
    auto const first = mean(50.0) - none;
    auto const second = mean(100.0) - none - first;
    CHECK(first > 0.0);
    CHECK(second > 0.0);
    CHECK(second < 0.6 * first);
}

TEST_CASE("a consortium moves beds to patients and adds none", "[unit]") {
    auto const world = opened();
    world->policy.pooled_beds = 0.5;
    pass_month(*world);
    // 650 and 1,950 for 1,300 patients each: half way to 1,300
    CHECK(open_of(*world, poor, Service::clinic) == Approx(975.0));
    CHECK(open_of(*world, rich, Service::clinic) == Approx(1625.0));
}

TEST_CASE("flats stay where they were built, in the poorest homes", "[unit]") {
    auto const world = opened();
    auto const before = capacity_of(*world, poor, Service::housing);
    world->policy.flats_built[hexi.row()] = 100.0;
    pass_month(*world);
    world->policy.flats_built[hexi.row()] = 0.0;
    pass_month(*world);
    CHECK(capacity_of(*world, poor, Service::housing) == Approx(before + 100.0));
    CHECK(capacity_of(*world, rich, Service::housing) == Approx(1500.0 / 2.9));
    CHECK(open_of(*world, poor, Service::housing) == Approx(before + 100.0));
}

TEST_CASE("flats of a stalled project arrive in the month it opens, and only then",
          "[unit]") {
    auto const world = opened();
    auto& stalled = world->projects.emplace_back();
    stalled.place = hexi;
    stalled.start = Month{2};
    stalled.build_months = 2;
    stalled.capital = fen(9e6);
    stalled.flats = 150.0;
    auto const flats_of_month = [&](Month month) {
        auto const before = capacity_of(*world, poor, Service::housing);
        world->month = month;
        Building const building{{}};
        Building::Decision works;
        building.decide(*world, works);
        building.apply(works, *world);
        pass_month(*world);
        return capacity_of(*world, poor, Service::housing) - before;
    };
    CHECK(flats_of_month(Month{2}) == 0.0);
    CHECK(flats_of_month(Month{3}) == Approx(150.0));
    CHECK(flats_of_month(Month{4}) == 0.0);
    CHECK(flats_of_month(Month{15}) == 0.0);
    CHECK(capacity_of(*world, rich, Service::housing) == Approx(1500.0 / 2.9));
}

TEST_CASE("flats shrink with the world, are shared with neighbours, and stay at their place",
          "[unit]") {
    auto const flats_in_hexi = [](PlaceId place, double neighbours) {
        auto const world = opened();
        world->scale = 0.5;
        auto& project = world->projects.emplace_back();
        project.place = place;
        project.flats = 160.0;
        project.neighbours = neighbours;
        project.open = true;
        project.opened = world->month;
        auto const before = capacity_of(*world, poor, Service::housing);
        pass_month(*world);
        return capacity_of(*world, poor, Service::housing) - before;
    };
    CHECK(flats_in_hexi(hexi, 0.0) == Approx(80.0));
    CHECK(flats_in_hexi(hexi, 0.75) == Approx(20.0));
    CHECK(flats_in_hexi(tianxin, 0.0) == 0.0);
}

TEST_CASE("mains water improves poor surroundings for good", "[unit]") {
    auto const world = opened();
    world->policy.mains_laid[hexi.row()] = 200.0; // a fifth of the poor one's people
    pass_month(*world);
    // .5 + .15 · .2
    CHECK(capacity_of(*world, poor, Service::environment) == Approx(0.53));
    CHECK(capacity_of(*world, rich, Service::environment) == Approx(1.5));
}

TEST_CASE("air answers what enterprises emit and what policy cleans", "[unit]") {
    auto const world = opened();
    world->communities.opening_emissions = 100.0;
    world->communities.emissions = 150.0; // half more costs .05 of good days
    pass_month(*world);
    CHECK(world->communities.good_air == Approx(0.8475));
    CHECK(level_of(*world, poor, Service::environment) < 0.73106);

    offer(*world, Service::environment) = 0.05;
    pass_month(*world);
    CHECK(world->communities.good_air == Approx(0.8975));
    // Water is cleaned too, from .95 to 1: r = .5 · (.6 + .4/.95)
    CHECK(
        level_of(*world, poor, Service::environment) == Approx(0.73992).epsilon(1e-4));
}

TEST_CASE("water answers what enterprises discharge, apart from air", "[unit]") {
    auto const world = opened();
    world->communities.opening_wastewater = 100.0;
    world->communities.wastewater = 200.0; // twice as much costs .1 of clean samples
    pass_month(*world);
    CHECK(world->communities.good_water == Approx(0.85));
    CHECK(world->communities.good_air == Approx(0.8975));
    // .4 of the environment is water
    CHECK(
        open_of(*world, poor, Service::environment)
        == Approx(0.5 * (0.6 + 0.4 * 0.85 / 0.95)));
}

TEST_CASE("more children in the same schools learn less well", "[unit]") {
    auto const world = opened();
    world->communities.rows[rich].people[index_of(AgeBand::pupil)] = 300.0;
    pass_month(*world);
    CHECK(level_of(*world, rich, Service::school) == Approx(0.73106).epsilon(1e-4));
}

TEST_CASE("services grow by themselves where the district adds to them", "[unit]") {
    auto const world = service_world();
    LivabilityRules rules;
    rules.growth.fill(0.0);
    rules.growth[index_of(Service::commute)] = 0.02;
    PublicServices const process{rules};
    process.open(*world);
    world->month = Month{24};
    pass_month(process, *world);
    CHECK(open_of(*world, poor, Service::commute) == Approx(1.0404));
    CHECK(capacity_of(*world, poor, Service::commute) == Approx(1.0));
    CHECK(open_of(*world, poor, Service::school) == Approx(50.0));
}
