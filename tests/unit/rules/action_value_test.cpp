#include "sim/rules/action_value.hpp"
#include "sim/rules/digital_hazard.hpp"

#include <catch2/catch.hpp>

using namespace canopy::rules;

TEST_CASE("thirty-six months of savings count for thirty", "[unit]") {
    CHECK(months_of_gain(0.99, 36.0) == Approx(30.055091)); // 99 (1 − .99^36)
    CHECK(months_of_gain(1.0, 36.0) == 36.0);
    CHECK(action_value(1'000.0, 30.0, 20'000.0, 1e6) == Approx(0.01));
}

TEST_CASE("what a trusted friend realised moves a firm's expectation", "[unit]") {
    CHECK(expected_gain(0.02, 0.5, {}) == Approx(0.01));
    // Friend of trust .6 counted twice, with a gain of .05: (.01 + 1.2 × .05)/2.2
    CHECK(expected_gain(0.02, 0.5, {.trust = 1.2, .gain = 0.06}) == Approx(0.0318182));
}

TEST_CASE("research succeeds with person-years and keeps only gains", "[unit]") {
    CHECK(research_success(100'000.0, 50'000.0, 0.3, 1.0) == Approx(0.451188)); // 1 − e^(−.6)
    CHECK(research_success(100'000.0, 50'000.0, 0.3, 0.5) == Approx(0.225594));
    CHECK(research_gain(1.0, 1.0, 1.0, 0.15) == Approx(0.15));
    CHECK(research_gain(0.6, 0.6, 0.6, 0.15) == Approx(0.03));
    CHECK(research_gain(0.4, 0.4, 0.4, 0.15) == 0.0);
}

TEST_CASE("the bound of the digital size factor holds", "[unit]") {
    for (double workers = 0.0; workers < 9'000.0; workers += 7.3)
        CHECK(digital_size_bound(workers) >= digital_size_factor(workers) * 0.999999);
}
