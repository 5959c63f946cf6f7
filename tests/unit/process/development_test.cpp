#include "sim/process/development.hpp"

#include "sim/rules/borrowing.hpp"
#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

/// The developer of a whole zone, its money moved in from outside.
World developed_zone(Development const& development) {
    auto world = tiny_zone();
    world.balances.of(Account::developer) = fen(4e9);
    world.balances.of(Account::outside) -= fen(4e9);
    world.month = Month{12};
    world.open_month();
    development.open(world);
    return world;
}

void pay(World& world, Flow flow, double amount) {
    world.ledger.pay(flow, Account::outside, fen(amount));
    world.ledger.receive(flow, Account::developer, fen(amount));
}

void live(World& world, Development const& development, double rent) {
    for (std::size_t account = 0; account < n_accounts; ++account)
        world.balances.money[account] +=
            world.ledger.change(static_cast<Account>(account));
    world.month = world.month + 1;
    world.open_month();
    pay(world, Flow::rent, rent);
    pay(world, Flow::power, world.developer.generated);
    Development::Decision decision;
    development.decide(world, decision);
    development.apply(decision, world);
}

Fen gap(World const& world) {
    auto const& developer = world.developer;
    auto const cash = world.balances.of(Account::developer)
                      + world.ledger.change(Account::developer);
    return developer.assets(cash) - developer.debt_total() - developer.payables
           - developer.equity;
}

constexpr double usual_rent = 36e6; ///< a month, as the zone's firms pay

} // namespace

TEST_CASE("the developer opens with the books of the facts", "[unit]") {
    auto const world = developed_zone(Development{{}});
    auto const& developer = world.developer;
    CHECK(yuan(developer.assets(world.balances.of(Account::developer))) == Approx(89.4e9));
    CHECK(yuan(developer.debt_total() + developer.payables) == Approx(53.3e9));
    CHECK(yuan(developer.equity) == Approx(36.1e9));
    CHECK(gap(world) == 0);
}

TEST_CASE("its books balance every month, with or without trouble", "[unit]") {
    for (auto const rent : {usual_rent, 0.0}) {
        Development const development{{.transfers = rent > 0.0 ? 550e6 : 0.0}};
        auto world = developed_zone(development);
        for (int month = 0; month < 60; ++month) {
            live(world, development, rent);
            REQUIRE(gap(world) == 0);
        }
    }
}

TEST_CASE("an ordinary year earns about what the facts say", "[unit]") {
    Development const development{{}};
    auto world = developed_zone(development);
    Fen profit = 0;
    for (int month = 0; month < 12; ++month) {
        live(world, development, usual_rent);
        profit += world.developer.net_profit;
    }
    CHECK(yuan(profit) > 0.6e9); // .67 bn in fact P08
    CHECK(yuan(profit) < 0.8e9);
    CHECK(world.developer.coverage() > 0.8);
    CHECK(world.developer.services == 1.0);
    CHECK(world.developer.rescue == 0);
}

TEST_CASE("fees follow the companies it serves, urban operation the residents", "[unit]") {
    Development const development{{}};
    auto world = developed_zone(development);
    world.communities.n_district = 1;
    world.communities.rows.resize(1);
    world.communities.rows[0].people[0] = 1000;
    development.open(world);
    auto const before = month_of_business({}, world);
    world.communities.rows[0].people[0] = 1500;
    world.developer.opening_companies = number_of_companies(world) / 2.0;
    auto const after = month_of_business({}, world);
    auto const of = [](DeveloperMonth const& month, DeveloperLine line) {
        return yuan(month.revenue[static_cast<std::size_t>(line)]);
    };
    CHECK(of(after, DeveloperLine::industry_service)
          == Approx(2.0 * of(before, DeveloperLine::industry_service)));
    CHECK(yuan(after.full_services) == Approx(2.0 * yuan(before.full_services)));
    auto const construction = yuan(before.billed);
    CHECK(of(after, DeveloperLine::urban_rural) - construction
          == Approx(1.5 * (of(before, DeveloperLine::urban_rural) - construction)));
    CHECK(of(after, DeveloperLine::transfers) == of(before, DeveloperLine::transfers));
}

TEST_CASE("money that is short is first taken from building, then from services", "[unit]") {
    Development const development{{.transfers = 0.0}};
    auto world = developed_zone(development);
    world.outside.land_demand = -0.9;
    auto construction_cut = 0;
    auto services_cut = 0;
    for (int month = 1; month <= 96; ++month) {
        live(world, development, usual_rent);
        if (construction_cut == 0 && world.developer.construction < 1.0)
            construction_cut = month;
        if (services_cut == 0 && world.developer.services < 1.0) services_cut = month;
    }
    CHECK(construction_cut > 0);
    CHECK(services_cut > 0);
    CHECK(construction_cut <= services_cut);
    CHECK(world.developer.services == Approx(0.4));
}

TEST_CASE("the reform holds services where land alone does not", "[unit]") {
    auto const lived = [](DeveloperParams params) {
        params.transfers = 250e6; // lean years: without the reform services are cut
        Development const development{params};
        auto world = developed_zone(development);
        world.outside.land_demand = -0.6;
        auto served = 0.0;
        for (int month = 1; month <= 120; ++month) {
            live(world, development, usual_rent);
            served += world.developer.services / 120.0;
        }
        return served;
    };
    DeveloperParams reformed;
    reformed.reform_from = Month{12};
    CHECK(lived({}) < 0.7);
    CHECK(lived(reformed) > lived({}) + 0.1);
}

TEST_CASE("lenders roll over and lend by leverage and coverage", "[unit]") {
    CHECK(rules::rolled_over(0.6, 0.5) == 1.0);
    CHECK(rules::rolled_over(0.75, 0.3) == Approx(0.85));
    CHECK(rules::new_debt_share(1.2) == Approx(0.06));
    CHECK(rules::new_debt_share(0.9) == Approx(0.03));
    CHECK(rules::new_debt_share(0.5) == 0.0);
}
