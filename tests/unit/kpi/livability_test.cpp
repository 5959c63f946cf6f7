#include "sim/kpi/livability.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/support/service_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::test;

namespace {

/// The values of a measure, `labels` of them if it has an axis.
std::vector<double> values_of(
    World const& world,
    std::string_view key,
    std::string_view axis = {},
    std::size_t labels = 1) {
    auto const all = livability_measures();
    auto const found = std::ranges::find_if(all, [&](Measure const& measure) {
        return measure.key == key && measure.axis == axis;
    });
    REQUIRE(found != all.end());
    std::vector<double> values(labels);
    found->compute(world, Tally{}, values);
    return values;
}

} // namespace

TEST_CASE("livability of the district is that of its people", "[unit]") {
    auto const world = service_world();
    auto& rows = world->communities.rows;
    rows[poor].livability = 0.8;
    rows[rich].livability = 1.2;
    for (auto& people : rows[rich].people)
        people *= 3.0;
    CHECK(values_of(*world, "livability").front() == Approx(1.1)); // (.8 + 3 · 1.2)/4
    rows.push_back(rows[rich]); // a side, from which people commute
    auto const each = values_of(*world, "livability", "community", 3);
    CHECK(each[poor] == 0.8);
    CHECK(each[rich] == 1.2);
    CHECK(std::isnan(each[2]));
}

TEST_CASE("places to a head are what is open over what is needed", "[unit]") {
    auto const world = service_world();
    auto const school = index_of(Service::school);
    for (auto& community : world->communities.rows)
        community.need[school] = 100.0;
    world->communities.rows[poor].open[school] = 50.0;
    world->communities.rows[rich].open[school] = 120.0;
    CHECK(values_of(*world, "school_places_per_pupil").front() == Approx(0.85));
    CHECK(
        values_of(*world, "service_capacity", "service", n_services)[school]
        == Approx(170.0));
    CHECK(
        values_of(*world, "service_need", "service", n_services)[school]
        == Approx(200.0));
    CHECK(std::isnan(values_of(*world, "care_places_per_elder").front()));
}

TEST_CASE("waiting is the mean of the six counterparts", "[unit]") {
    auto const world = service_world();
    world->communities.mean_waiting = {1.6, 1.0, 1.0, 1.0, 1.0, 1.0};
    CHECK(values_of(*world, "waiting_time").front() == Approx(1.1));
    CHECK(values_of(*world, "waiting_time", "counterpart", 6).front() == Approx(1.6));
}
