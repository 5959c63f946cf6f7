#include "sim/process/fund_investment.hpp"

#include "sim/process/departure.hpp"
#include "sim/process/finance.hpp"
#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

FundInvestment const certain{{.apply = 1.0, .least_ticket = 1000.0, .free_share = 1.0}};

/// A quarter's end at which the builder has orders for twice its plant, and money of the
/// fund from outside.
World hungry_zone(double fund_money) {
    auto world = tiny_zone();
    world.firms.expected_demand[builder] = 2.0 * world.firms.capacity[builder];
    world.balances.of(Account::zone_fund) += fen(fund_money);
    world.balances.of(Account::outside) -= fen(fund_money);
    world.month = *Month::parse("2024-03");
    world.open_month();
    return world;
}

FundInvestment::Decision live(World& world, FundInvestment const& fund) {
    FundInvestment::Decision decision;
    fund.decide(world, decision);
    fund.apply(decision, world);
    return decision;
}

void pass(World& world, FundInvestment const& fund, int months) {
    for (int month = 0; month < months; ++month) {
        world.month = world.month + 1;
        world.open_month();
        live(world, fund);
    }
}

/// A zone in which the fund holds a ticket of the builder, and applies to nobody else.
World held_zone() {
    auto world = hungry_zone(1e6);
    live(world, certain);
    return world;
}

FundInvestment const closed{{.apply = 0.0}};

} // namespace

TEST_CASE("a ticket pays for plant that a firm has orders for and no money", "[unit]") {
    auto world = hungry_zone(1e6);
    auto const plant = world.firms.capacity[builder];
    auto const cash = world.firms.cash[builder];
    auto const decision = live(world, certain);
    REQUIRE(decision.tickets.size() == 1);
    CHECK(decision.tickets[0].firm == builder);
    CHECK(world.firms.fund_stake[builder] == decision.tickets[0].amount);
    CHECK(world.fund.at_cost() == decision.tickets[0].amount);
    CHECK(world.firms.capacity[builder] > plant);
    CHECK(world.firms.cash[builder] == cash);
    CHECK(world.counts.tickets == 1);
    CHECK(open_identity(world).empty());
}

TEST_CASE("a fund without money places nothing", "[unit]") {
    auto world = hungry_zone(0.0);
    CHECK(live(world, certain).tickets.empty());
}

TEST_CASE("the pot for guarantees is not invested", "[unit]") {
    auto world = hungry_zone(1e6);
    world.fund.guarantee_pot = fen(1e6);
    CHECK(live(world, certain).tickets.empty());
}

TEST_CASE("a ticket becomes shares after the trial if sales have grown", "[unit]") {
    auto world = held_zone();
    auto const paid = world.fund.at_cost();
    for (auto& month : world.firms.revenue_of_month[builder])
        month *= 1.5F;
    pass(world, closed, 24);
    REQUIRE(world.fund.stakes.size() == 1);
    CHECK(world.fund.stakes[0].kind == StakeKind::equity);
    CHECK(world.fund.at_cost() == paid);
    pass(world, closed, 36); // sold at the end of the holding time
    CHECK(world.fund.stakes.empty());
    CHECK(world.firms.fund_stake[builder] == 0);
    CHECK(open_identity(world).empty());
}

TEST_CASE("a ticket whose firm has not grown is repaid", "[unit]") {
    auto world = held_zone();
    auto const paid = world.fund.at_cost();
    for (auto& month : world.firms.revenue_of_month[builder])
        month *= 0.9F;
    world.firms.cash[builder] += paid;
    world.balances.of(Account::enterprises) += paid;
    world.balances.of(Account::outside) -= paid;
    auto const money = world.balances.of(Account::zone_fund);
    Fen returned = 0;
    for (int month = 0; month < 60 && !world.fund.stakes.empty(); ++month) {
        pass(world, closed, 1);
        returned += world.ledger(Flow::fund_returns, Account::zone_fund);
    }
    CHECK(world.fund.stakes.empty());
    CHECK(returned == paid);
    CHECK(world.balances.of(Account::zone_fund) == money); // the month's ledger books it
}

TEST_CASE("a firm that closes takes the fund's stake with it", "[unit]") {
    auto world = held_zone();
    auto const paid = world.fund.at_cost();
    give_cash(world, builder, -50'000.0);
    close_firm(world, builder, ExitReason::insolvent);
    CHECK(world.fund.stakes.empty());
    CHECK(world.counts.fund_written_off == paid);
    CHECK(open_identity(world).empty());
}

TEST_CASE("a ticket on trial comes before the owners of a firm that closes", "[unit]") {
    auto world = held_zone();
    auto const paid = world.fund.at_cost();
    give_cash(world, builder, 5e6);
    close_firm(world, builder, ExitReason::given_up);
    CHECK(world.ledger(Flow::fund_returns, Account::zone_fund) == paid);
    CHECK(world.counts.fund_written_off == 0);
    CHECK(open_identity(world).empty());
}

TEST_CASE("guarantees carry the bank's loss as far as the pot reaches", "[unit]") {
    auto world = tiny_zone();
    give_cash(world, builder, -20'000.0); // 14,950 of its loan will be lost
    world.firms.guaranteed[builder] = fen(8'000.0);
    world.fund.guarantee_pot = fen(5'000.0);
    close_firm(world, builder, ExitReason::insolvent);
    CHECK(world.counts.guarantee_losses == fen(5'000.0));
    CHECK(world.fund.guarantee_pot == 0);
    CHECK(world.balances.bank_written_off == fen(9'950.0));
    CHECK(world.ledger(Flow::guarantees, Account::bank) == fen(5'000.0));
    CHECK(open_identity(world).empty());
}

TEST_CASE("the guaranteed part of a loan shrinks as the loan is repaid", "[unit]") {
    auto world = tiny_zone();
    world.firms.guaranteed[builder] = fen(5'000.0); // half of its 10,000
    Finance const bank{{.acceptance = 0.0, .lending_share = 0.0}};
    Finance::Decision decision;
    bank.decide(world, decision);
    decision.granted[builder] = 0;
    bank.apply(decision, world);
    CHECK(
        yuan(world.firms.guaranteed[builder])
        == Approx(0.5 * yuan(world.firms.loan[builder])).margin(0.02));
}
