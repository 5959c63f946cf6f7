#include "sim/process/building.hpp"

#include "sim/process/budget_year.hpp"
#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

/// A test park of 24 m yuan that takes twelve months by plan, from February 2024.
Project test_park() {
    return {
        .name = "test_park",
        .name_zh = "测试园",
        .place = east,
        .start = *Month::parse("2024-02"),
        .build_months = 12,
        .capital = fen(24e6),
        .running_cost = fen(1.2e6),
        .milestones = {*Month::parse("2024-07"), *Month::parse("2025-01")}};
}

void live(World& world, Building const& building, Month month) {
    world.month = month;
    world.open_month();
    Building::Decision works;
    building.decide(world, works);
    building.apply(works, world);
}

World zone_with(Project project) {
    auto world = tiny_zone();
    world.projects = {std::move(project)};
    return world;
}

Building const as_planned{{.overrun = 1.0, .overrun_spread = 0.0, .delay = 0.0}};

} // namespace

TEST_CASE("a project is paid for while it is built, then opens and costs its running",
          "[unit]") {
    auto world = zone_with(test_park());
    auto month = *Month::parse("2024-01");
    live(world, as_planned, month);
    CHECK(world.ledger(Flow::projects, Account::government) == 0);
    Fen paid = 0;
    for (int built = 1; built <= 12; ++built) {
        live(world, as_planned, month + built);
        paid -= world.ledger(Flow::projects, Account::government);
        CHECK(world.projects[0].open == (built == 12));
        CHECK(open_identity(world).empty());
        // Milestones: half of it after six months, all of it after twelve.
        CHECK(world.counts.milestones_due == (built % 6 == 0 ? 1 : 0));
        CHECK(world.counts.milestones_met == world.counts.milestones_due);
    }
    CHECK(paid == fen(24e6));
    live(world, as_planned, month + 13);
    CHECK(world.ledger(Flow::projects, Account::government) == -fen(1e5));
}

TEST_CASE("a project that costs more or takes longer than planned opens late", "[unit]") {
    auto world = zone_with(test_park());
    world.projects[0].overrun = 1.5;
    world.projects[0].delay = 6;
    auto const first = *Month::parse("2024-02");
    int months = 0;
    Fen paid = 0;
    while (!world.projects[0].open && months < 40) {
        live(world, as_planned, first + months++);
        paid -= world.ledger(Flow::projects, Account::government);
    }
    CHECK(months == 18);
    CHECK(paid == fen(36e6));
}

TEST_CASE("neighbours pay their share of capital, overrun and running, outside the books",
          "[unit]") {
    auto world = zone_with(test_park());
    world.projects[0].neighbours = 0.25;
    world.projects[0].overrun = 1.5;
    auto const first = *Month::parse("2024-02");
    Fen paid = 0;
    for (int built = 0; built < 12; ++built) {
        CHECK_FALSE(world.projects[0].open);
        live(world, as_planned, first + built);
        CHECK(world.ledger(Flow::projects, Account::outside)
              == -world.ledger(Flow::projects, Account::government));
        CHECK(world.counts.milestones_met == world.counts.milestones_due);
        paid -= world.ledger(Flow::projects, Account::government);
    }
    CHECK(paid == fen(27e6)); // .75 of 24 m, half of it more
    CHECK(world.projects[0].paid == paid);
    CHECK(world.projects[0].opened == *Month::parse("2025-01"));
    live(world, as_planned, first + 12);
    CHECK(world.ledger(Flow::projects, Account::government) == -fen(75e3));
    CHECK(world.budget.committed == 10 * fen(75e3)); // March to December
}

TEST_CASE("where the year's money is short, building slows down and bonds pay first",
          "[unit]") {
    auto world = zone_with(test_park());
    world.budget.cap = fen(3e6);
    world.budget.bonds = fen(5e6);
    auto const first = *Month::parse("2024-02");
    for (int built = 0; built < 6; ++built)
        live(world, as_planned, first + built);
    CHECK(world.budget.bonds == 0);
    CHECK(world.budget.bond_debt == fen(5e6));
    CHECK(world.budget.spent_on_projects == fen(3e6));
    CHECK(world.projects[0].paid == fen(8e6));
    CHECK(world.projects[0].built() == Approx(1.0 / 3.0));
}

TEST_CASE("levers may spend what projects under way do not need this year", "[unit]") {
    auto world = zone_with(test_park());
    world.budget.cap = fen(30e6);
    live(world, as_planned, *Month::parse("2024-02"));
    // 2 m are paid, ten more instalments fall due this year: 30 − 2 − 20 m are left.
    CHECK(yuan(world.budget.left_for_levers()) == Approx(8e6));
}

TEST_CASE("draws of overrun and delay belong to a project's name", "[unit]") {
    auto world = zone_with(test_park());
    live(world, Building{{}}, Month{1});
    auto other = zone_with(test_park());
    other.projects.insert(other.projects.begin(), test_park());
    other.projects.front().name = "another";
    live(other, Building{{}}, Month{1});
    CHECK(world.projects[0].overrun == other.projects[1].overrun);
    CHECK(world.projects[0].delay == other.projects[1].delay);
    CHECK(world.projects[0].overrun != other.projects[0].overrun);
}

TEST_CASE("the cap of a year is a share of last year's revenue and part of what was left",
          "[unit]") {
    auto world = tiny_zone();
    BudgetYear const year{
        {.yearly_cap = std::nullopt,
         .revenue_share = 0.1,
         .revenue_2022 = 50e6,
         .transfers = 2e6,
         .special_bonds = 4e6,
         .carry_over = 0.1}};
    auto const january = [&](Month month) {
        world.month = month;
        world.open_month();
        BudgetYear::Decision decision;
        year.decide(world, decision);
        year.apply(decision, world);
    };
    january(Month{1});
    CHECK(world.budget.cap == fen(7e6)); // 10 % of 50 m + 2 m
    CHECK(world.budget.bonds == fen(4e6));
    world.budget.revenue = fen(60e6);
    world.budget.spent_on_levers = fen(4e6);
    january(Month{13});
    CHECK(world.budget.cap == fen(8.8e6)); // 8 m + at most a tenth of it, 3 m were left
    CHECK(world.budget.revenue == 0);
    CHECK(world.budget.spent_on_levers == 0);
}

TEST_CASE("special bonds bear interest and are repaid", "[unit]") {
    auto world = tiny_zone();
    world.budget.bond_debt = fen(180e6);
    world.month = Month{14};
    world.open_month();
    BudgetYear const year{{.bond_rate = 0.03, .bond_years = 15.0}};
    BudgetYear::Decision decision;
    year.decide(world, decision);
    year.apply(decision, world);
    CHECK(world.ledger(Flow::interest, Account::government) == -fen(450e3));
    CHECK(world.ledger(Flow::loans_repaid, Account::government) == -fen(1e6));
    CHECK(world.budget.bond_debt == fen(179e6));
    CHECK(open_identity(world).empty());
}
