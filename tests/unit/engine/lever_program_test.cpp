#include "sim/base/error.hpp"
#include "sim/engine/lever_program.hpp"
#include "sim/policy/direct_power.hpp"
#include "sim/policy/enterprise_events.hpp"
#include "sim/policy/interest_subsidy.hpp"
#include "sim/policy/local_purchase_bonus.hpp"
#include "sim/policy/spin_off_support.hpp"
#include "sim/policy/supply_platform.hpp"

#include <algorithm>

#include "tests/support/lever_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::test;

namespace {

constexpr auto interest = LeverKind::interest_subsidy;
constexpr auto bonus = LeverKind::local_purchase_bonus;

LeverScope capped(double yuan_a_year) {
    LeverScope scope;
    scope.yearly_cap = yuan_a_year;
    return scope;
}

/// One month in which firms claim so much of a lever, as a process would pay it.
Fen live_month(
    LeverProgram& program, World& world, LeverKind lever, double yuan_claimed) {
    world.use = {};
    world.ledger = {};
    program.open(world);
    auto const claimed =
        world.policy.interest_points(company, metals, hexi) > 0.0
                || world.policy.local_bonus(company, metals, hexi) > 0.0
            ? fen(yuan_claimed)
            : 0;
    auto const paid = paid_part(claimed, claimed, world.policy.allowed(lever));
    world.use.claim(lever, yuan_claimed, paid);
    program.close(world);
    return paid;
}

} // namespace

TEST_CASE("a program without levers writes an empty book and pays nobody", "[unit]") {
    auto const world = lever_world();
    world->policy.local_bonus(company, metals, hexi) = 0.5;
    LeverProgram program;
    program.open(*world);
    CHECK(empty(world->policy));
    program.close(*world);
    CHECK(world->ledger.change(Account::government) == 0);
}

TEST_CASE("a null lever beside others changes not one bit", "[unit]") {
    auto const world = lever_world();
    auto const other = lever_world();
    world->budget.cap = fen(180e6);
    other->budget.cap = world->budget.cap;
    LeverProgram program;
    program.add<SupplyPlatform>({}, {.candidates = 3.0, .users = 200.0});
    program.add<LocalPurchaseBonus>(capped(4e6), {.share = 0.01});
    LeverProgram with_null = program;
    with_null.add<LocalPurchaseBonus>(capped(4e6), {.share = 0.0});
    with_null.add<InterestSubsidy>(capped(9e6), {.points = 0.0});
    with_null.add<SupplyPlatform>({}, {.candidates = 0.0});
    with_null.add<DirectPower>({}, {.discount = 0.0});
    for (int month = 0; month < 14; ++month) {
        world->month = Month{13 + month};
        other->month = world->month;
        live_month(program, *world, bonus, 0.7e6);
        live_month(with_null, *other, bonus, 0.7e6);
        CHECK(same(world->policy, other->policy));
        CHECK(world->use.spent == other->use.spent);
        CHECK(world->use.units == other->use.units);
        CHECK(world->ledger.entries() == other->ledger.entries());
    }
}

TEST_CASE("an ended lever leaves no trace", "[unit]") {
    auto const world = lever_world(*Month::parse("2024-05"));
    LeverScope scope;
    scope.from = Month::parse("2024-01");
    scope.until = Month::parse("2024-06");
    LeverProgram program;
    program.add<SupplyPlatform>(scope, {});
    program.open(*world);
    CHECK_FALSE(empty(world->policy));
    program.close(*world);
    CHECK(world->use.spent[index_of(LeverKind::supply_platform)] > 0);
    world->month = world->month + 1;
    world->use = {};
    world->ledger = {};
    program.open(*world);
    CHECK(empty(world->policy));
    program.close(*world);
    CHECK(world->use.spent[index_of(LeverKind::supply_platform)] == 0);
}

TEST_CASE("entries of one kind add up in a cell", "[unit]") {
    auto const world = lever_world();
    LeverScope in_hexi;
    in_hexi.places = {"hexi"};
    LeverProgram program;
    program.add<InterestSubsidy>({}, {.points = 0.005});
    program.add<InterestSubsidy>(in_hexi, {.points = 0.01});
    program.open(*world);
    CHECK(world->policy.interest_points(company, metals, hexi) == Approx(0.015));
    CHECK(world->policy.interest_points(company, metals, tianxin) == Approx(0.005));
}

TEST_CASE("operators are paid for users, payer and payee each booking it", "[unit]") {
    auto const world = lever_world();
    LeverProgram program;
    program.add<SupplyPlatform>(
        {}, {.candidates = 3.0, .users = 200.0, .user_month = 120.0, .fixed = 6e6});
    program.open(*world);
    auto const platform = index_of(LeverKind::supply_platform);
    world->use.units[platform] = 150.0; // as the supplier search reports
    program.close(*world);
    CHECK(world->use.spent[platform] == fen(518e3)); // 150 · 120 + 500,000
    CHECK(world->use.units[platform] == 150.0);
    CHECK(world->ledger(Flow::lever_operation, Account::government) == -fen(518e3));
    CHECK(world->ledger(Flow::lever_operation, Account::outside) == fen(518e3));
    CHECK(world->ledger.imbalance(Flow::lever_operation) == 0);
}

TEST_CASE("a platform is not paid for more users than it can look after", "[unit]") {
    auto const world = lever_world();
    LeverProgram program;
    program.add<SupplyPlatform>(
        {}, {.candidates = 3.0, .users = 200.0, .user_month = 120.0, .fixed = 0.0});
    program.open(*world);
    world->use.units[index_of(LeverKind::supply_platform)] = 230.0;
    program.close(*world);
    CHECK(world->use.spent[index_of(LeverKind::supply_platform)] == fen(24e3));
}

TEST_CASE("meetings count themselves", "[unit]") {
    auto const world = lever_world(*Month::parse("2024-01"));
    LeverProgram program;
    program.add<EnterpriseEvents>({}, {.meetings = 36.0, .meeting_cost = 40e3});
    program.open(*world);
    program.close(*world);
    CHECK(world->use.units[index_of(LeverKind::enterprise_events)] == Approx(3.0));
    CHECK(world->use.spent[index_of(LeverKind::enterprise_events)] == fen(120e3));
}

TEST_CASE("spin-off support is charged for the extra firms it is told of", "[unit]") {
    auto const world = lever_world(*Month::parse("2024-11"));
    LeverProgram program;
    program.add<SpinOffSupport>(capped(320e3), {.boost = 1.0, .firm_cost = 150e3});
    program.open(*world);
    auto const support = index_of(LeverKind::spin_off_support);
    world->use.units[support] = 1.0;
    program.close(*world);
    CHECK(world->use.spent[support] == fen(150e3));
    world->use = {};
    world->month = world->month + 1;
    program.open(*world);
    world->use.units[support] = 1.0;
    program.close(*world);
    CHECK(world->use.spent[support] == fen(150e3)); // of 170,000 that are left
}

TEST_CASE("each month releases an equal part of what the year's cap leaves", "[unit]") {
    // 400,000 a year from September: 100,000 a month, and what is not drawn goes on
    auto const world = lever_world(*Month::parse("2024-08"));
    LeverProgram program;
    program.add<InterestSubsidy>(capped(400e3), {.points = 0.01});
    auto const live = [&](double claims) {
        world->month = world->month + 1;
        return live_month(program, *world, interest, claims);
    };
    CHECK(live(300e3) == fen(100e3)); // September, a third
    CHECK(live(40e3) == fen(40e3));   // fits
    CHECK(live(300e3) == fen(130e3)); // of 260,000 for two months
    CHECK(live(300e3) == fen(130e3)); // December gets what is left
    CHECK(program.spent_this_year(interest) == fen(400e3));
    CHECK(live(30e3) == fen(30e3)); // January
    CHECK(program.spent_this_year(interest) == fen(30e3));
}

TEST_CASE("a lever whose money is gone offers nothing", "[unit]") {
    auto const world = lever_world(*Month::parse("2024-02"));
    LeverProgram program;
    program.add<EnterpriseEvents>(capped(60e3), {.meetings = 36.0, .meeting_cost = 40e3});
    program.open(*world);
    program.close(*world);
    world->month = world->month + 1;
    world->use = {};
    program.open(*world);
    CHECK(empty(world->policy));
}

TEST_CASE("running costs that do not fit shrink the offer", "[unit]") {
    // 36 meetings of 40,000 a year are 120,000 a month; 60,000 are left: half the
    // meetings
    auto const world = lever_world(*Month::parse("2024-01"));
    LeverProgram program;
    program.add<EnterpriseEvents>(
        capped(60e3),
        {.meetings = 36.0, .firms_per_meeting = 40.0, .meeting_cost = 40e3});
    program.open(*world);
    CHECK(world->policy.event_reach(company, metals, hexi) == Approx(0.06)); // not .12
    program.close(*world);
    CHECK(world->use.spent[index_of(LeverKind::enterprise_events)] == fen(60e3));
    CHECK(world->use.units[index_of(LeverKind::enterprise_events)] == Approx(1.5));
}

TEST_CASE(
    "the zone's cap pays operators first and shares the rest by last month", "[unit]") {
    // 4.5 m for October to December; a platform takes .5 m a month; interest claims 3 m and
    // the bonus .4 m
    auto const world = lever_world(*Month::parse("2024-10"));
    world->budget.cap = fen(4.5e6);
    LeverProgram program;
    program.add<SupplyPlatform>(
        {}, {.candidates = 3.0, .users = 200.0, .user_month = 0.0, .fixed = 6e6});
    program.add<InterestSubsidy>({}, {.points = 0.01});
    program.add<LocalPurchaseBonus>({}, {.share = 0.01});
    auto const live = [&] {
        world->use = {};
        program.open(*world);
        for (auto const& [lever, yuan_claimed] :
             {std::pair{interest, 3e6}, std::pair{bonus, 0.4e6}}) {
            auto const claimed = fen(yuan_claimed);
            auto const paid = paid_part(claimed, claimed, world->policy.allowed(lever));
            world->use.claim(lever, yuan_claimed, paid);
        }
        program.close(*world);
        world->month = world->month + 1;
        return world->use.spent;
    };
    auto const platform = index_of(LeverKind::supply_platform);
    Fen total = 0;
    // Two newcomers count alike: half of 1.0 m each, and the bonus leaves .1 m.
    auto const october = live();
    CHECK(october[platform] == fen(0.5e6));
    CHECK(october[index_of(interest)] == fen(0.5e6));
    CHECK(october[index_of(bonus)] == fen(0.4e6));
    auto const november = live(); // 3.1 m for two months: 1.05 m for claims, by 5 to 4
    CHECK(yuan(november[index_of(interest)]) == Approx(1.05e6 * 5.0 / 9.0));
    CHECK(november[index_of(bonus)] == fen(0.4e6));
    auto const december = live();
    CHECK(december[platform] == fen(0.5e6));
    for (auto const* month : {&october, &november, &december})
        for (auto const spent : *month)
            total += spent;
    CHECK(total <= fen(4.5e6));
    CHECK(total > fen(4.3e6));
}

TEST_CASE(
    "an entry with a cap stops at it while another of its kind goes on", "[unit]") {
    auto const world = lever_world(*Month::parse("2024-01"));
    LeverProgram program;
    program.add<InterestSubsidy>({}, {.points = 0.01});
    program.add<InterestSubsidy>(capped(100e3), {.points = 0.01});
    live_month(
        program, *world, interest, 300e3); // each is charged half: 150,000, or its cap
    CHECK(program.entries()[0].spent == fen(200e3));
    CHECK(program.entries()[1].spent == fen(100e3));
    world->month = world->month + 1;
    program.open(*world);
    CHECK(world->policy.interest_points(company, metals, hexi) == Approx(0.01));
}

TEST_CASE("what is not paid is promised less, and again once there is money", "[unit]") {
    auto const world = lever_world(*Month::parse("2024-01"));
    LeverProgram program;
    program.add<InterestSubsidy>(capped(1.2e6), {.points = 0.01});
    auto const offered = [&](double yuan_claimed) {
        live_month(program, *world, interest, yuan_claimed);
        world->month = world->month + 1;
        return world->policy.interest_points(company, metals, hexi);
    };
    CHECK(offered(1e6) == Approx(0.01));
    CHECK(offered(1e6) == Approx(0.007));
    CHECK(offered(10e3) == Approx(0.0049));
    CHECK(offered(10e3) == Approx(0.0049 * 1.1));
    for (int month = 0; month < 8; ++month)
        offered(10e3);
    CHECK(offered(10e3) == Approx(0.01));
}

TEST_CASE("money too little to pay anybody a fen is no money", "[unit]") {
    auto const world = lever_world(*Month::parse("2024-01"));
    LeverProgram program;
    program.add<InterestSubsidy>(capped(1.0), {.points = 0.01});
    for (int month = 0; month < 6; ++month) {
        world->use = {};
        program.open(*world); // thousands of firms: each one's part is less than a fen
        program.close(*world);
        world->month = world->month + 1;
    }
    program.open(*world);
    CHECK(world->policy.interest_points(company, metals, hexi) < 0.0015);
}

TEST_CASE("money scales with the zone", "[unit]") {
    auto const world = lever_world();
    world->scale = 0.1;
    LeverProgram program;
    program.add<InterestSubsidy>(capped(1e6), {.points = 0.01});
    program.open(*world);
    auto const months_left = 13 - world->month.of_year();
    CHECK(world->policy.allowed(interest) == fen(100e3) / months_left);
}

TEST_CASE("a process that pays more than was allowed is stopped", "[unit]") {
    auto const world = lever_world();
    LeverProgram program;
    program.add<InterestSubsidy>(capped(1e6), {.points = 0.01});
    program.open(*world);
    world->use.claim(interest, 1.0, fen(1.1e6));
    CHECK_THROWS_AS(program.close(*world), InvariantError);
}

TEST_CASE("parts of rationed claims never exceed the money", "[unit]") {
    // 7, 11 and 13 fen against 10: 2 + 3 + 4
    CHECK(paid_part(7, 31, 10) == 2);
    CHECK(paid_part(11, 31, 10) == 3);
    CHECK(paid_part(13, 31, 10) == 4);
    CHECK(paid_part(5, 5, 10) == 5);
    CHECK(paid_part(5, 31, 0) == 0);
    CHECK(
        paid_part(4'000'000'000'000'000, 8'000'000'000'000'000, 4'000'000'000'000'000)
        == 2'000'000'000'000'000);
}
