#include "sim/rules/exp_bound.hpp"

#include "sim/base/vector_math.hpp"

#include <catch2/catch.hpp>

TEST_CASE("the bound of an exponential is never below it and close above", "[unit]") {
    for (double x = -40.0; x < 40.0; x += 0.0137) {
        auto const exact = canopy::exp(x);
        auto const bound = canopy::rules::exp_bound(x);
        REQUIRE(bound >= exact);
        REQUIRE(bound <= 1.0622 * exact);
    }
}
