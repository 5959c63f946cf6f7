#include "sim/rules/exit_hazard.hpp"

#include <catch2/catch.hpp>

using canopy::rules::ExitHazard;
using canopy::rules::monthly_exit;

TEST_CASE("exit peaks in the third year and then falls by 8 % a year", "[unit]") {
    ExitHazard const hazard;
    CHECK(hazard.at_age(0.9) == 0.019);
    CHECK(hazard.at_age(1.5) == 0.063);
    CHECK(hazard.at_age(2.9) == 0.095);
    CHECK(hazard.at_age(6.9) == 0.072);
    CHECK(hazard.at_age(17.0) == Approx(0.072 * 0.449329)); // e^(−.8)
    for (double years = 0.0; years < 40.0; years += 0.3)
        CHECK(hazard.bound_at_age(years) >= hazard.at_age(years));
}

TEST_CASE("the margin counts against the frozen reference, within limits", "[unit]") {
    ExitHazard const hazard;
    CHECK(hazard.log_pressure(0.08, 0.08, 0.0) == 0.0);
    CHECK(hazard.log_pressure(0.18, 0.08, 0.0) == Approx(-0.5));
    CHECK(hazard.log_pressure(-5.0, 0.08, 0.0) == Approx(1.5)); // clamped at .3
    CHECK(hazard.log_pressure(0.08, 0.08, 0.5) == Approx(-0.2));
}

TEST_CASE("a firm of 16 workers has half the hazard of one", "[unit]") {
    auto const one = monthly_exit(0.012, 0.0, 1.0);
    CHECK(one == Approx(0.0009995)); // 1 − e^(−.001)
    CHECK(monthly_exit(0.012, 0.0, 16.0) == Approx(0.00049988));
}
