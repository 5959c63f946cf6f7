#include "sim/process/exit.hpp"

#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace canopy;
using namespace canopy::tiny;

namespace {

Exit::Params nobody_gives_up() {
    Exit::Params params;
    params.company = 0.0;
    params.individual = 0.0;
    return params;
}

std::vector<Exit::Leaving> leaving(World const& world, Exit::Params const& params) {
    Exit::Decision decision;
    Exit{params}.decide(world, decision);
    return decision.all();
}

/// Share of months in which the firm leaves.
double rate(World& world, FirmId firm, int months) {
    Exit const process{{}};
    Exit::Decision decision;
    int left = 0;
    auto const born = world.firms.birth[firm];
    for (int month = 0; month < months; ++month) {
        world.month = Month{month};
        world.firms.birth[firm] = static_cast<std::int16_t>(month - 30); // third year
        process.decide(world, decision);
        for (auto const& exit : decision.all())
            left += exit.firm == firm ? 1 : 0;
    }
    world.firms.birth[firm] = born;
    return static_cast<double>(left) / months;
}

} // namespace

TEST_CASE("creditors close an insolvent firm that has not paid for three months", "[unit]") {
    auto world = tiny_zone();
    // 100,000 × .8 × .04/.08 × 12 = 480,000 of plant and 75,000 of stocks less 950 net.
    CHECK(equity_of(world, builder) == Approx(50'000.0 + 480'000.0 + 75'000.0 - 10'950.0));
    give_loan(world, builder, 800'000.0);
    CHECK(leaving(world, nobody_gives_up()).empty());
    world.firms.missed_payments[builder] = 3;
    auto const closed = leaving(world, nobody_gives_up());
    REQUIRE(closed.size() == 1);
    CHECK(closed.front().firm == builder);
    CHECK(closed.front().reason == ExitReason::insolvent);
    give_loan(world, builder, 10'000.0);
    CHECK(leaving(world, nobody_gives_up()).empty());
}

TEST_CASE("a leader goes only when a shock takes it away", "[unit]") {
    auto world = tiny_zone();
    Exit::Params hurry;
    hurry.settled = hurry.third_year = hurry.second_year = hurry.first_year = 1.0;
    hurry.company = hurry.individual = 10'000.0;
    std::set<std::size_t> rows;
    for (auto const& exit : leaving(world, hurry))
        rows.insert(exit.firm.row());
    CHECK(rows == std::set<std::size_t>{0, 1, 2, 3, 5});
    world.leaders[0].stopped = true;
    auto const withdrawn = leaving(world, nobody_gives_up());
    REQUIRE(withdrawn.size() == 1);
    CHECK(withdrawn.front().reason == ExitReason::withdrawn);
}

TEST_CASE("firms leave as often as the hazard says, thinning or not", "[unit]") {
    auto world = tiny_zone();
    auto& firms = world.firms;
    firms.margin_12m[kiosk] = -0.12F; // .2 below the reference: e^(5 × .2) = 2.718
    // 2.0 × .095/12 × 2.718 = .04304 → 1 − e^(−.04304) = .0421
    CHECK(rate(world, kiosk, 20'000) == Approx(0.0421).margin(0.004));
    firms.local_share[kiosk] = 0.5F; // × e^(−.2)
    CHECK(rate(world, kiosk, 20'000) == Approx(0.0346).margin(0.004));
}

TEST_CASE("all may close in one month and every book closes", "[unit]") {
    auto world = tiny_zone();
    world.leaders[0].stopped = true;
    give_cash(world, builder, -30'000.0);
    give_cash(world, shop, -10.5);
    Exit::Params hurry;
    hurry.third_year = 1.0;
    hurry.company = hurry.individual = 10'000.0;
    Exit const process{hurry};
    Exit::Decision decision;
    process.decide(world, decision);
    process.apply(decision, world);
    CHECK(world.counts.exits[0] + world.counts.exits[1] == 6);
    CHECK(world.firms.free_rows.size() == 6);
    CHECK(world.balances.bank_loans == 0);
    CHECK(world.directory.sellers(metal).size() == 0);
    CHECK(open_identity(world).empty());
}
