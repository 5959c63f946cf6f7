#include "sim/rules/ladder_hazard.hpp"

#include <catch2/catch.hpp>

using namespace canopy::rules;

TEST_CASE("sales and company customers draw a business up the ladder", "[unit]") {
    CHECK(conversion_hazard(0.0008, 1.0, 0.0) == Approx(0.0008));
    CHECK(conversion_hazard(0.0008, 2.0, 0.0) == Approx(0.0008 * 2.297397)); // 2^1.2
    CHECK(conversion_hazard(0.0008, 1.0, 1.0) == Approx(0.0008 * 1.648721));
    CHECK(conversion_hazard(0.0008, 0.0, 0.0) == conversion_hazard(0.0008, 0.05, 0.0));
    for (double r = 0.0; r < 60.0; r += 0.07)
        CHECK(conversion_bound(0.0008, r) >= conversion_hazard(0.0008, r, 1.0) * 0.9999);
}
