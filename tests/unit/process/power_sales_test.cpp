#include "sim/process/power_sales.hpp"

#include "sim/process/accounts.hpp"
#include "sim/process/development.hpp"
#include "sim/process/subsidy_claims.hpp"
#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

constexpr DeveloperParams one_plant{.megawatts = 0.01}; ///< 500 yuan of power a month

/// Six firms at work with energy bills of 1,296 yuan together, before anybody has paid.
World working_zone(DeveloperParams const& developer) {
    auto world = tiny_zone();
    world.technology.product_tax = Eigen::VectorXd::Zero(3);
    for (auto& recipes : world.technology.recipes)
        for (auto& recipe : recipes)
            recipe.pooled_cost[index_of(CostTerm::energy)] = 0.05;
    for (std::size_t row = 0; row < world.firms.rows(); ++row)
        world.firms.output[FirmId{row}] = 1234.56 * static_cast<double>(row + 1);
    Development{developer}.open(world);
    return world;
}

World paid(World world) {
    Accounts const accounts{{}, {}};
    Accounts::Decision decision;
    accounts.decide(world, decision);
    accounts.apply(decision, world);
    return world;
}

/// What plants earn in a month in which power costs more than in December 2022 by
/// `shock` [yuan].
double margin(DeveloperParams const& developer, double shock) {
    auto world = working_zone(developer);
    world.outside.power_price = shock;
    auto const with = month_of_business(developer, paid(world));
    world.developer.generated = 0.0;
    world.developer.energy_mw = 0.0;
    auto const without = month_of_business(developer, paid(world));
    return yuan(with.profit_before_interest() - without.profit_before_interest());
}

} // namespace

TEST_CASE("firms pay the same to the fen with and without plants", "[unit]") {
    auto const with = paid(working_zone(one_plant));
    auto const without = paid(working_zone({.megawatts = 0.0}));
    for (std::size_t row = 0; row < with.firms.rows(); ++row) {
        FirmId const firm{row};
        CHECK(with.firms.cash[firm] == without.firms.cash[firm]);
        CHECK(with.firms.purchases[firm] == without.firms.purchases[firm]);
    }
    CHECK(with.counts.value_added == without.counts.value_added);
    auto const enterprises = Account::enterprises;
    CHECK(without.ledger(Flow::power, enterprises) == 0);
    CHECK(
        with.ledger(Flow::power, enterprises)
            + with.ledger(Flow::pooled_purchases, enterprises)
        == without.ledger(Flow::pooled_purchases, enterprises));
}

TEST_CASE("the developer receives what firms pay for all that it generates", "[unit]") {
    auto const world = working_zone(one_plant);
    CHECK(world.developer.generated == Approx(500.0));
    auto const settled = paid(world);
    auto const received = settled.ledger(Flow::power, Account::developer);
    CHECK(received == -settled.ledger(Flow::power, Account::enterprises));
    CHECK(yuan(received) == Approx(500.0).margin(0.03)); // half a fen a firm
    CHECK(settled.ledger.imbalance(Flow::pooled_purchases) == 0);
    auto const month = month_of_business(one_plant, settled);
    CHECK(
        month.revenue[static_cast<std::size_t>(DeveloperLine::new_energy)] == received);
}

TEST_CASE("a megawatt earns its margin, and more where power is dearer", "[unit]") {
    auto const usual = 0.01 * 0.5e6 / 12.0;
    CHECK(margin(one_plant, 0.0) == Approx(usual).margin(0.1)); // roundings to the fen
    CHECK(margin(one_plant, 0.2) == Approx(usual + 0.2 * 500.0).margin(0.1));
    CHECK(margin(one_plant, -0.5) == Approx(usual - 0.5 * 500.0).margin(0.1));
}

TEST_CASE("plants sell no more energy than firms use", "[unit]") {
    auto const world = working_zone({.megawatts = 1.0});
    CHECK(share_from_plants(world, {}) == 1.0);
    Fen bills = 0;
    for (std::size_t row = 0; row < world.firms.rows(); ++row)
        bills += fen(energy_bill(world, FirmId{row}, {}));
    auto const settled = paid(world);
    CHECK(settled.ledger(Flow::power, Account::developer) == bills);
    CHECK(settled.ledger(Flow::pooled_purchases, Account::outside) >= 0);
}
