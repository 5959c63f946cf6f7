#include "sim/process/subsidy_claims.hpp"

#include "tests/support/tiny_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

constexpr CostRules rules{};

/// Two points of interest for every company at every place, with so much money for it.
World with_interest_subsidy(Fen money) {
    auto world = tiny_zone();
    world.firms.interest_rate[builder] = 0.06F;
    world.firms.interest_rate[giant] = 0.06F;
    for (auto& points : world.policy.interest_points.values())
        points = 0.02;
    world.policy.allowance[index_of(LeverKind::interest_subsidy)] = money;
    return world;
}

double finance_term(World const& world, FirmId firm) {
    return unit_cost_at(
        world, firm, world.firms.place[firm], rules)[index_of(CostTerm::finance)];
}

/// The world after the month's claims were added up.
World claimed(World world) {
    SubsidyClaims const claims{rules};
    SubsidyClaims::Decision decision;
    claims.decide(world, decision);
    claims.apply(decision, world);
    return world;
}

} // namespace

TEST_CASE("two points on a loan of 10,000 yuan are 16.67 yuan a month", "[unit]") {
    auto const world = with_interest_subsidy(fen(1e6));
    CHECK(subsidy_claim(world, builder, rules).interest == 1'667);
    CHECK(subsidy_claim(world, smelter, rules).interest == 0); // owes the bank nothing
}

TEST_CASE("a leader's debts outside are not subsidised, nor is its unit cost", "[unit]") {
    auto const without = tiny_zone();
    auto plain = without;
    plain.firms.interest_rate[giant] = 0.06F;
    auto const world = claimed(with_interest_subsidy(fen(1e6)));
    CHECK(subsidy_claim(world, giant, rules).interest == 0);
    CHECK(finance_term(world, giant) == finance_term(plain, giant));
}

TEST_CASE("a claim that is paid by half lowers unit cost by half", "[unit]") {
    auto untouched = with_interest_subsidy(0);
    for (auto& points : untouched.policy.interest_points.values())
        points = 0.0;
    auto const full = claimed(with_interest_subsidy(fen(1e6)));
    auto const half = claimed(with_interest_subsidy(833)); // of 1,667 fen claimed
    auto const before = finance_term(untouched, builder);
    auto const gain = before - finance_term(full, builder);
    CHECK(gain > 0.0);
    CHECK(
        before - finance_term(half, builder) == Approx(gain * 833.0 / 1667.0).epsilon(1e-9));
}

TEST_CASE("denser jobs make more of the same people: cost a unit falls", "[unit]") {
    auto const sparse = tiny_zone();
    auto dense = sparse;
    dense.around.agglomeration[machines.row()][east.row()] = 1.1;
    auto const labour = [](World const& world) {
        return unit_cost_at(world, builder, east, rules)[index_of(CostTerm::labour)];
    };
    auto const pooled =
        sparse.technology.recipe(FirmKind::company, machines)
            .pooled_cost[index_of(CostTerm::labour)];
    CHECK(normal_output(dense, builder) == Approx(1.1 * normal_output(sparse, builder)));
    CHECK(labour(dense) - pooled == Approx((labour(sparse) - pooled) / 1.1));
}
