#include "sim/rules/move_hazard.hpp"
#include "sim/rules/site_value.hpp"

#include <catch2/catch.hpp>

using namespace canopy::rules;

TEST_CASE("a firm considers moving as its motives say", "[unit]") {
    MoveHazard const hazard;
    // −4.1 − .6 × .5 = −4.4; e^(−4.4) = .012277
    CHECK(hazard.chance({}) == Approx(0.01220228)); // 1 − e^(−.012277)
    // + 2 × .5 + 1.5 × .2 + 1 − 1.2 × .5 = −2.7; 16 workers halve, 3 years × 4^(−.3) = .659754
    MoveMotives const motives{
        .best_gain = 0.5,
        .space_stress = 0.2,
        .lease_ends = true,
        .workers = 16.0,
        .years_here = 3.0,
        .local_share = 0.5};
    CHECK(hazard.log_push(motives) == Approx(-2.7));
    CHECK(hazard.chance(motives) == Approx(0.02192561));
}

TEST_CASE("gains are counted against profit and bounded", "[unit]") {
    CHECK(relocation_gain(0.90, 0.89, 1.0, 0.10) == Approx(0.1));
    CHECK(relocation_gain(0.90, 0.89, 1.0, -0.5) == Approx(0.2)); // margin at least 5 %
    CHECK(relocation_gain(0.90, 0.89, 1.0, 2.0) == Approx(0.02)); // and at most 50 %
    CHECK(relocation_gain(0.90, 0.20, 1.0, 0.1) == 1.0);
    CHECK(relocation_gain(0.20, 0.90, 1.0, 0.1) == -1.0);
}

TEST_CASE("staying costs nothing, leaving the zone and the province does", "[unit]") {
    SiteTaste const taste;
    SiteView const stay{.here = true};
    SiteView const near{.log_distance = 1.0, .margin = 0.1};
    auto outside = near;
    outside.outside_zone = true;
    auto beyond = outside;
    beyond.beyond_province = true;
    CHECK(taste.value(stay) == Approx(0.8 + 0.5 + 0.3));
    CHECK(taste.value(stay) - taste.value(near) == Approx(0.6 + 0.2));
    CHECK(taste.value(near) - taste.value(outside) == Approx(1.0));
    CHECK(taste.value(outside) - taste.value(beyond) == Approx(0.5));
}
