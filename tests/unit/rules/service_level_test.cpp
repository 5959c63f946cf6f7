#include "sim/rules/senses.hpp"
#include "sim/rules/service_level.hpp"

#include <catch2/catch.hpp>

using namespace canopy::rules;

TEST_CASE("a service as good as the district's mean has level one", "[unit]") {
    CHECK(service_level(1.0) == Approx(1.0));
    CHECK(service_level(0.5) == Approx((1.0 - 0.36788) / (1.0 - 0.13534)).epsilon(1e-4));
}

TEST_CASE("the second thousand places does less than the first", "[unit]") {
    auto const first = service_level(1.05) - service_level(1.0);
    auto const second = service_level(1.10) - service_level(1.05);
    CHECK(first > 0.0);
    CHECK(second > 0.0);
    CHECK(second < 0.95 * first);
}

TEST_CASE("waiting rises faster than the load and stays finite", "[unit]") {
    CHECK(waiting_time(1.0, 0.7) == Approx(1.0));
    // busy .77 of the time: (.77/.23) / (.7/.3)
    CHECK(waiting_time(1.1, 0.7) == Approx(1.4348).epsilon(1e-4));
    CHECK(waiting_time(5.0, 0.7) == waiting_time(6.0, 0.7));
}

TEST_CASE("security is one when nothing changed and falls with any of its parts", "[unit]") {
    Senses const senses;
    CHECK(senses.security(1.0, 1.0, 1.0) == Approx(1.0));
    CHECK(senses.security(0.9, 1.0, 1.0) < 1.0);
    CHECK(senses.security(1.0, 0.9, 1.0) < 1.0);
    CHECK(senses.security(1.0, 1.0, 0.9) < 1.0);
}

TEST_CASE("a firm's satisfaction answers gain, waiting and broken contracts", "[unit]") {
    Senses const senses;
    CHECK(senses.satisfaction(0.0, 1.0, 1.0) == Approx(0.5));
    CHECK(senses.satisfaction(0.1, 1.0, 1.0) == Approx(0.55));
    CHECK(senses.satisfaction(0.0, 0.8, 1.0) == Approx(0.45));
    CHECK(senses.satisfaction(0.0, 1.0, 0.5) == Approx(0.375));
    CHECK(senses.satisfaction(-3.0, 1.0, 1.0) == 0.0);
}
