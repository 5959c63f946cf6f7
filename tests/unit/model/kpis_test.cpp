#include "sim/base/error.hpp"
#include "sim/model/kpis.hpp"

#include <cmath>
#include <set>
#include <string>

#include "tests/support/small_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tests;

namespace {

KpiRow measured(World const& world) {
    KpiRow row{world};
    row.compute(world, take_tally(world));
    return row;
}

double total_of(KpiRow const& row, std::string_view name) {
    return row[name].front();
}

} // namespace

TEST_CASE("every measure has a name of its own, a unit and both languages", "[unit]") {
    std::set<std::string> names;
    for (auto const& measure : kpis()) {
        INFO(stored_name(measure));
        CHECK(names.insert(stored_name(measure)).second);
        CHECK_FALSE(measure.unit.empty());
        CHECK_FALSE(measure.meaning.en.empty());
        CHECK_FALSE(measure.meaning.zh.empty());
        CHECK_FALSE(measure.meaning.source.empty());
    }
}

TEST_CASE("the measures that others rely on are there", "[unit]") {
    std::set<std::string> names;
    for (auto const& measure : kpis())
        names.insert(stored_name(measure));
    for (auto const* name :
         {"entities",
          "entries",
          "exits",
          "individual_to_company",
          "above_scale",
          "above_scale_new",
          "employment",
          "hires",
          "separations",
          "unemployed",
          "unemployment_rate",
          "vacancies",
          "mean_wage",
          "wage_index",
          "output",
          "value_added",
          "revenue",
          "profit",
          "price_level",
          "unit_cost",
          "local_supply_ratio",
          "links",
          "link_births",
          "link_deaths",
          "moves_in",
          "moves_out",
          "moves_within",
          "spin_offs",
          "digital_share",
          "green_share",
          "rd_spending",
          "loss_share",
          "top8_share",
          "loans",
          "cash",
          "freight_cost",
          "budget_revenue",
          "budget_spending",
          "lever_cost",
          "entities_by_place",
          "entities_by_sector",
          "entities_by_kind",
          "entities_by_cluster",
          "entries_by_kind",
          "exits_by_kind",
          "employment_by_place",
          "employment_by_sector",
          "employment_by_skill",
          "revenue_by_sector",
          "revenue_by_place",
          "revenue_by_cluster",
          "value_added_by_sector",
          "unit_cost_by_cost_term",
          "unit_cost_by_sector",
          "local_supply_ratio_by_sector",
          "local_supply_ratio_by_ring",
          "links_by_tier",
          "actions_by_action",
          "lever_cost_by_lever",
          "lever_use_by_lever",
          "moves_out_by_place"}) {
        INFO(name);
        CHECK(names.contains(name));
    }
}

TEST_CASE("breakdowns add up to their total", "[unit]") {
    auto world = closed_world();
    world.firms.revenue[FirmId{0}] = fen(300.0);
    world.firms.revenue[FirmId{2}] = fen(100.0);
    world.firms.unit_cost[FirmId{0}].fill(0.125F);
    world.firms.unit_cost[FirmId{2}].fill(0.0625F);
    auto const row = measured(world);
    for (auto const* name :
         {"entities_by_place",
          "entities_by_sector",
          "entities_by_kind",
          "employment_by_place",
          "employment_by_sector",
          "employment_by_skill",
          "revenue_by_sector",
          "revenue_by_place",
          "unit_cost_by_cost_term",
          "links_by_tier"}) {
        INFO(name);
        double sum = 0.0;
        for (auto const value : row[name])
            sum += value;
        std::string const stored{name};
        CHECK(sum == Approx(total_of(row, stored.substr(0, stored.find("_by_")))));
    }
    // 300 yuan at .875 and 100 yuan at .4375 a yuan of sales.
    CHECK(total_of(row, "unit_cost") == Approx(100.0 * (262.5 + 43.75) / 400.0));
    CHECK(row["entities_by_cluster"].front() == 2.0);
    CHECK(total_of(row, "entities_district") == 2.0);
}

TEST_CASE(
    "local supply is what was bought in the zone, missing where nothing was",
    "[unit]") {
    auto world = closed_world();
    world.counts.purchases[parts.row()] = 200.0;
    world.counts.purchased_in[parts.row()] = {50.0, 30.0, 20.0, 100.0};
    auto const row = measured(world);
    CHECK(total_of(row, "local_supply_ratio") == 0.25);
    CHECK(row["local_supply_ratio_by_sector"][parts.row()] == 0.25);
    CHECK(std::isnan(row["local_supply_ratio_by_sector"][trade.row()]));
    CHECK(row["local_supply_ratio_by_ring"][1] == 0.15);
    CHECK(row["local_supply_ratio_by_ring"][2] == 0.1);
}

TEST_CASE("owners of individual businesses do not lower the mean wage", "[unit]") {
    auto world = closed_world();
    world.firms.kind[FirmId{1}] = FirmKind::individual;
    world.counts.wages = 40'000.0;
    // Nine people, one of them an owner.
    CHECK(total_of(measured(world), "mean_wage") == 5'000.0);
}

TEST_CASE("the budget is what the government receives and pays", "[unit]") {
    auto world = closed_world();
    world.ledger.receive(Flow::income_tax, Account::government, 30'000);
    world.ledger.receive(Flow::production_tax, Account::government, 20'000);
    world.ledger.pay(Flow::subsidies, Account::government, 15'000);
    world.use.spent[index_of(LeverKind::direct_power)] = 15'000;
    auto const row = measured(world);
    CHECK(total_of(row, "budget_revenue") == 500.0);
    CHECK(total_of(row, "budget_spending") == 150.0);
    CHECK(total_of(row, "lever_cost") == 150.0);
    CHECK(row["lever_cost_by_lever"][index_of(LeverKind::direct_power)] == 150.0);
    CHECK(row["balance_by_account"][index_of(Account::households)] == 500.0);
}

TEST_CASE("the district's counts leave out the parks beyond it", "[unit]") {
    auto world = closed_world();
    world.events.push_back(
        {.kind = EventKind::individual_to_company, .firm = 1, .place_from = 0});
    world.events.push_back(
        {.kind = EventKind::individual_to_company, .firm = 2, .place_from = 1});
    world.events.push_back(
        {.kind = EventKind::above_scale, .firm = 2, .place_from = 0});
    auto const row = measured(world);
    CHECK(total_of(row, "individual_to_company_district") == 1.0);
    CHECK(total_of(row, "above_scale_new_district") == 1.0);
}

TEST_CASE("a measure that does not exist is our mistake", "[unit]") {
    CHECK_THROWS_AS(measured(closed_world())["no_such_thing"], InvariantError);
}
