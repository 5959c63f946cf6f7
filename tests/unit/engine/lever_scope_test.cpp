#include "sim/engine/lever_scope.hpp"

#include "tests/support/lever_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::test;

TEST_CASE("a lever starts in its first month and has ended in `until`", "[unit]") {
    LeverScope scope;
    scope.from = Month::parse("2024-03");
    scope.until = Month::parse("2024-06");
    auto const strength = [&](char const* month) {
        auto const world = lever_world(*Month::parse(month));
        return reach_of(scope, *world).strength;
    };
    CHECK(strength("2024-02") == 0.0);
    CHECK(strength("2024-03") == 1.0);
    CHECK(strength("2024-05") == 1.0);
    CHECK(strength("2024-06") == 0.0);
}

TEST_CASE("a ramp of four months rises by a quarter each month", "[unit]") {
    LeverScope scope;
    scope.from = Month::parse("2024-01");
    scope.ramp_months = 4;
    for (int month = 0; month < 6; ++month) {
        auto const world = lever_world(*scope.from + month);
        auto const expected = month < 4 ? 0.25 * (month + 1) : 1.0;
        auto const reach = reach_of(scope, *world);
        CHECK(reach.strength == Approx(expected));
        CHECK(reach.share(company, shops, tianxin) == Approx(expected));
        CHECK(reach.in_place[hexi.row()] == Approx(expected));
    }
}

TEST_CASE(
    "a scope without names reaches the whole zone and nothing outside", "[unit]") {
    auto const world = lever_world();
    auto const reach = reach_of(LeverScope{}, *world);
    CHECK(firms_in_scope(reach, *world) == Approx(1000.0));
    CHECK(reach.share(company, shops, PlaceId{2}) == 0.0);
    CHECK(reach.in_place[2] == 0.0);
}

TEST_CASE("places, sectors, clusters and kinds narrow a scope", "[unit]") {
    auto const world = lever_world();
    LeverScope in_hexi;
    in_hexi.places = {"hexi"};
    CHECK(firms_in_scope(reach_of(in_hexi, *world), *world) == Approx(600.0));
    CHECK(reach_of(in_hexi, *world).in_place[tianxin.row()] == 0.0);

    LeverScope vehicle_makers;
    vehicle_makers.sectors = {"AUTO"};
    CHECK(firms_in_scope(reach_of(vehicle_makers, *world), *world) == Approx(200.0));

    LeverScope industry;
    industry.sectors = {"AUTO"};
    industry.clusters = {"new_materials"};
    CHECK(firms_in_scope(reach_of(industry, *world), *world) == Approx(400.0));

    LeverScope individuals;
    individuals.kinds = {"individual"};
    individuals.places = {"tianxin"};
    CHECK(firms_in_scope(reach_of(individuals, *world), *world) == Approx(100.0));
}

TEST_CASE("a service is shared among places by their firms", "[unit]") {
    auto const world = lever_world();
    auto const parts = place_parts(reach_of(LeverScope{}, *world), *world);
    CHECK(parts[hexi.row()] == Approx(0.6));
    CHECK(parts[tianxin.row()] == Approx(0.4));
    world->around = {};
    CHECK(
        place_parts(reach_of(LeverScope{}, *world), *world)[hexi.row()] == Approx(0.5));
}

TEST_CASE("mistakes in a scope are named with what would help", "[unit]") {
    auto const world = lever_world();
    auto const names = scope_names(*world);
    LeverScope scope;
    scope.from = Month::parse("2024-03");
    scope.until = Month::parse("2024-03");
    scope.places = {"hexi", "tianxing", "changsha"};
    scope.sectors = {"AUTO", "AUTOS"};
    scope.clusters = {"new_material"};
    scope.kinds = {"companies"};
    auto const problems = problems_of(scope, names, false);
    REQUIRE(problems.size() == 6);
    CHECK(problems[0].key == "until");
    CHECK(problems[1].key == "places");
    CHECK(problems[1].element == 2);
    CHECK(problems[1].problem.find("outside the zone") != std::string::npos);
    CHECK(problems[2].element == 1);
    CHECK(problems[2].suggestion == "did you mean \"tianxin\"?");
    CHECK(problems[3].key == "sectors");
    CHECK(problems[4].key == "clusters");
    CHECK(problems[5].key == "kinds");
    for (auto const& problem : problems)
        CHECK_FALSE(problem.problem_zh.empty());
}

namespace {

struct Keys {
    std::vector<std::string> keys;

    void add(std::string_view key, Meaning const& meaning) {
        keys.emplace_back(key);
        CHECK_FALSE(meaning.en.empty());
        CHECK_FALSE(meaning.zh.empty());
    }

    void operator()(
        std::string_view key,
        auto,
        auto const&,
        std::string_view,
        Meaning const& meaning) {
        add(key, meaning);
    }

    void
    operator()(std::string_view key, auto, std::string_view, Meaning const& meaning) {
        add(key, meaning);
    }
};

} // namespace

TEST_CASE("a scope names its keys as scenarios write them", "[unit]") {
    Keys fields;
    LeverScope::describe(fields);
    CHECK(
        fields.keys
        == std::vector<std::string>{
            "name",
            "from",
            "until",
            "ramp_months",
            "places",
            "sectors",
            "clusters",
            "kinds",
            "yearly_cap",
            "project"});
}

TEST_CASE("a lever that serves whole places may not name whom", "[unit]") {
    auto const world = lever_world();
    LeverScope scope;
    scope.places = {"hexi"};
    scope.kinds = {"company"};
    CHECK(problems_of(scope, scope_names(*world), false).empty());
    auto const problems = problems_of(scope, scope_names(*world), true);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].key == "kinds");
}
