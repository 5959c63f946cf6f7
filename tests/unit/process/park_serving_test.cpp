#include "sim/process/park_serving.hpp"

#include "tests/support/lever_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::test;

namespace {

constexpr auto pilot_lines = static_cast<std::size_t>(ParkService::production_support);

/// Users that Hexi's pilot lines can take with one project of 60 and nothing else.
double capacity_with(bool open, double neighbours) {
    auto const world = lever_world();
    world->places[hexi].park = true;
    auto& project = world->projects.emplace_back();
    project.place = hexi;
    project.opens[pilot_lines] = 60.0;
    project.neighbours = neighbours;
    project.open = open;
    ParkServing::Decision decision;
    ParkServing{{}}.decide(*world, decision);
    return decision.services.capacity[hexi.row()][pilot_lines];
}

} // namespace

TEST_CASE("a project serves the park once it stands", "[unit]") {
    CHECK(capacity_with(false, 0.0) == 0.0);
    CHECK(capacity_with(true, 0.0) == 60.0);
}

TEST_CASE("neighbours use their share of what a project opens", "[unit]") {
    CHECK(capacity_with(true, 0.25) == 45.0);
    CHECK(capacity_with(false, 0.25) == 0.0);
}
