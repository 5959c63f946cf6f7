#include "sim/process/departure.hpp"

#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

Fen booked(World const& world, Flow flow, Account account) {
    return world.ledger(flow, account);
}

} // namespace

TEST_CASE("a firm that closes pays everybody and leaves the rest to its owner", "[unit]") {
    auto world = tiny_zone();
    auto const stock = world.firms.output_stock[builder];
    REQUIRE(stock == 30'000.0); // .3 month of 100,000
    close_firm(world, builder, ExitReason::given_up);

    // 50,000 + 50 from the shop + stock 30,000 at half price − loan 10,000 − suppliers 1,000
    CHECK(booked(world, Flow::liquidation, Account::households) == fen(54'050.0));
    CHECK(booked(world, Flow::liquidation, Account::outside) == -fen(15'000.0));
    CHECK(world.firms.cash[smelter] == fen(50'700.0));
    CHECK(world.firms.receivables[smelter] == 0);
    CHECK(world.firms.cash[shop] == fen(49'950.0));
    CHECK(world.firms.payables[shop] == 0);
    CHECK(world.outside.receivables == 0);
    CHECK(world.balances.bank_loans == 0);
    CHECK(world.counts.defaults == 0);
    CHECK(world.counts.exits[1] == 1);
    CHECK(world.counts.workers_left == 10);
    CHECK(world.counts.sold == 30'000.0);
    CHECK(world.counts.link_deaths == 2); // to the smelter and from the shop
    CHECK_FALSE(world.firms.alive(builder));
    CHECK(open_identity(world).empty());
}

TEST_CASE("suppliers share what the bank leaves, to the fen", "[unit]") {
    auto world = tiny_zone();
    give_cash(world, builder, 0.0);
    give_loan(world, builder, 14'900.01);
    close_firm(world, builder, ExitReason::insolvent);

    // 50 + 15,000 − 14,900.01 = 149.99 for claims of 700 and 300: 104.99 and 45.00.
    CHECK(world.firms.cash[smelter] == fen(50'104.99));
    CHECK(booked(world, Flow::trade_payments, Account::outside) == fen(45.00));
    CHECK(world.counts.written_off_by_suppliers == fen(850.01));
    CHECK(booked(world, Flow::liquidation, Account::households) == 0);
    CHECK(world.counts.defaults == 1);
    CHECK(world.counts.forced_exits == 1);
    CHECK(world.events.front().kind == EventKind::default_);
    CHECK(world.events.front().amount == fen(850.01));
    CHECK(open_identity(world).empty());
}

TEST_CASE("the bank bears what an overdrawn firm cannot repay", "[unit]") {
    auto world = tiny_zone();
    give_cash(world, builder, -20'000.0);
    close_firm(world, builder, ExitReason::insolvent);

    // −20,000 + 50 + 15,000 = −4,950 becomes a loan: 14,950 are lost, suppliers get nothing.
    CHECK(world.balances.bank_written_off == fen(14'950.0));
    CHECK(world.balances.bank_equity == -fen(14'950.0));
    CHECK(world.balances.bank_loans == 0);
    CHECK(booked(world, Flow::loans_granted, Account::bank) == -fen(4'950.0));
    CHECK(world.counts.written_off_by_suppliers == fen(1'000.0));
    CHECK(open_identity(world).empty());
}

TEST_CASE("a leader's debts never touch the bank", "[unit]") {
    auto world = tiny_zone();
    give_cash(world, giant, -1e6);
    close_firm(world, giant, ExitReason::withdrawn);
    CHECK(world.balances.bank_written_off == 0);
    CHECK(world.balances.bank_loans == fen(10'000.0));
    CHECK(booked(world, Flow::loans_granted, Account::bank) == 0);
    CHECK(open_identity(world).empty());
}

TEST_CASE("what a state firm leaves goes outside", "[unit]") {
    auto world = tiny_zone();
    world.firms.owner[kiosk] = Owner::state;
    close_firm(world, kiosk, ExitReason::given_up);
    CHECK(booked(world, Flow::liquidation, Account::households) == 0);
    CHECK(booked(world, Flow::liquidation, Account::outside) == fen(50'000.0));
    CHECK(open_identity(world).empty());
}

TEST_CASE("a chain of debtors closes without losing a fen, in either order", "[unit]") {
    auto const shop_first = GENERATE(true, false);
    auto world = tiny_zone();
    give_cash(world, builder, -50'000.0);
    give_cash(world, shop, 10.0);
    close_firm(world, shop_first ? shop : builder, ExitReason::insolvent);
    CHECK(open_identity(world).empty());
    close_firm(world, shop_first ? builder : shop, ExitReason::insolvent);
    close_firm(world, smelter, ExitReason::given_up);
    CHECK(open_identity(world).empty());
    CHECK(world.outside.receivables == 0);
}

TEST_CASE("a firm that leaves the zone takes its cash and pays its debts", "[unit]") {
    auto world = tiny_zone();
    leave_zone(world, builder, coast);
    // 50,000 + 50 − 10,000 − 1,000
    CHECK(booked(world, Flow::relocation, Account::outside) == fen(39'050.0));
    CHECK(world.firms.cash[smelter] == fen(50'700.0));
    CHECK(world.balances.bank_loans == 0);
    CHECK(world.counts.output_scrapped == 30'000.0);
    CHECK(world.counts.moves_out == 1);
    CHECK(world.counts.moves_out_from[east.row()] == 1);
    CHECK(world.counts.exits[1] == 0);
    CHECK(world.events.back().place_to == static_cast<std::int8_t>(coast.row()));
    CHECK(open_identity(world).empty());
}

TEST_CASE("a firm that cannot pay leaves with money from outside", "[unit]") {
    auto world = tiny_zone();
    give_cash(world, builder, 1'000.0);
    leave_zone(world, builder, coast);
    CHECK(booked(world, Flow::relocation, Account::outside) == -fen(9'950.0));
    CHECK(world.balances.bank_written_off == 0);
    CHECK(open_identity(world).empty());
}

TEST_CASE("links that wait for the next rebuild die with their firm", "[unit]") {
    auto world = tiny_zone();
    Link link;
    link.seller = Seller{builder};
    world.pending_links = {{kiosk, link}, {builder, Link{}}, {kiosk, Link{}}};
    close_firm(world, builder, ExitReason::given_up);
    REQUIRE(world.pending_links.size() == 1);
    CHECK(world.pending_links.front().buyer == kiosk);
}
