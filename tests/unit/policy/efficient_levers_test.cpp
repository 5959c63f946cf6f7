#include "sim/policy/direct_power.hpp"
#include "sim/policy/green_power.hpp"
#include "sim/policy/interest_subsidy.hpp"
#include "sim/policy/land_price.hpp"
#include "sim/policy/loan_guarantee.hpp"
#include "sim/policy/logistics_hub.hpp"
#include "sim/policy/rent_relief.hpp"
#include "sim/policy/standard_factories.hpp"

#include "tests/support/lever_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::test;

TEST_CASE("rent relief helps industry and leaves shops alone", "[unit]") {
    auto const world = lever_world();
    RentRelief const relief{{.discount = 0.2, .free_months = 12.0}};
    PolicyBook book;
    relief.write(everywhere(*world), *world, book);
    CHECK(book.rent_discount(company, metals, hexi) == Approx(0.2));
    CHECK(book.rent_free_months(company, metals, hexi) == Approx(12.0));
    CHECK(book.rent_discount(company, shops, hexi) == 0.0);
    CHECK(book.rent_free_months(individual, shops, hexi) == 0.0);
}

TEST_CASE("rents cannot be cut by more than nine tenths", "[unit]") {
    auto const world = lever_world();
    RentRelief const relief{{.discount = 0.5, .free_months = 0.0}};
    PolicyBook book;
    for (int entry = 0; entry < 3; ++entry)
        relief.write(everywhere(*world), *world, book);
    book.cap_shares();
    CHECK(book.rent_discount(company, metals, hexi) == 0.9);
}

TEST_CASE(
    "factories open evenly over the year and cost their square metres", "[unit]") {
    auto const world = lever_world();
    StandardFactories const factories{{.space = 12e3, .building_cost = 2000.0}};
    PolicyBook book;
    auto const reach = everywhere(*world);
    factories.write(reach, *world, book);
    CHECK(book.factories_built[hexi.row()] == Approx(600.0)); // of 1,000 m² a month
    CHECK(book.factories_built[tianxin.row()] == Approx(400.0));
    CHECK(
        factories.operation(factories.offered(reach, *world), reach, *world)
        == Approx(2e6));
}

TEST_CASE("land, interest, guarantee and power are offered as they are set", "[unit]") {
    auto const world = lever_world();
    auto const reach = everywhere(*world);
    PolicyBook book;
    LandPrice{{.discount = 0.1}}.write(reach, *world, book);
    InterestSubsidy{{.points = 0.01}}.write(reach, *world, book);
    LoanGuarantee{{.covered = 0.5}}.write(reach, *world, book);
    DirectPower{{.discount = 0.05}}.write(reach, *world, book);
    GreenPower{{.subsidy = 0.2}}.write(reach, *world, book);
    CHECK(book.land_discount(company, vehicles, hexi) == Approx(0.1));
    CHECK(book.interest_points(company, vehicles, hexi) == Approx(0.01));
    CHECK(book.guarantee(company, vehicles, hexi) == Approx(0.5));
    CHECK(book.power_discount(company, vehicles, hexi) == Approx(0.05));
    CHECK(book.green_subsidy(company, vehicles, hexi) == Approx(0.2));
}

TEST_CASE(
    "trading power directly costs a twelfth of its yearly cost a month", "[unit]") {
    auto const world = lever_world();
    DirectPower const power{{.discount = 0.05, .fixed = 1.2e6}};
    CHECK(power.operation(0.0, everywhere(*world), *world) == Approx(100e3));
    CHECK(power.operation(0.0, everywhere(*world, 0.5), *world) == Approx(50e3));
}

TEST_CASE("a hub for 100 of 1,000 firms brings a tenth of users everywhere", "[unit]") {
    auto const world = lever_world();
    LogisticsHub const hub{{.hubs = 1.0, .users_per_hub = 100.0, .hub_year = 24e6}};
    PolicyBook book;
    auto const reach = everywhere(*world);
    hub.write(reach, *world, book);
    CHECK(book.hub_users[hexi.row()] == Approx(0.1));
    CHECK(book.hub_users[tianxin.row()] == Approx(0.1));
    CHECK(hub.operation(hub.offered(reach, *world), reach, *world) == Approx(2e6));
}

TEST_CASE("a hub for one place serves its firms only, and more of them", "[unit]") {
    auto const world = lever_world();
    LogisticsHub const hub{{.hubs = 1.0, .users_per_hub = 100.0, .hub_year = 24e6}};
    auto reach = everywhere(*world);
    reach.in_place[hexi.row()] = 0.0;
    for (auto const sector : {vehicles, metals, shops})
        for (auto const kind : {individual, company})
            reach.share(kind, sector, hexi) = 0.0;
    PolicyBook book;
    hub.write(reach, *world, book);
    CHECK(book.hub_users[hexi.row()] == 0.0);
    CHECK(book.hub_users[tianxin.row()] == Approx(0.25)); // 100 of 400
}
