#include "sim/process/cost_reduction.hpp"

#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

CostReduction::Params always_looking() {
    CostReduction::Params params;
    params.examine = 1.0;
    return params;
}

/// Months of `months` in which the firm chooses the action and is admitted to it.
int chosen(World& world, FirmId firm, Action action, int months) {
    CostReduction const process{always_looking(), {}};
    CostReduction::Decision decision;
    int count = 0;
    for (int month = 1; month <= months; ++month) {
        world.month = Month{month};
        process.decide(world, decision);
        for (auto const& choice : decision.choices.all())
            if (choice.admitted && choice.firm == firm && choice.action == action) ++count;
    }
    return count;
}

void report(World& world, FirmId firm, Action action, float gain) {
    world.firms.set_done(firm, action);
    world.firms.last_action[firm] = static_cast<std::uint8_t>(index_of(action) + 1);
    world.firms.delivered_cost_change[firm] = gain;
}

/// Gives a firm plenty of cash and the cost of a unit by term.
void prepare(World& world, FirmId firm) {
    give_cash(world, firm, 5e6);
    world.firms.unit_cost[firm] = {0.5F, 0.2F, 0.02F, 0.01F, 0.05F, 0.1F, 0.1F};
}

} // namespace

TEST_CASE("a friend's success makes research likelier, a stranger's does not count", "[unit]") {
    auto world = tiny_zone();
    prepare(world, builder);
    auto const alone = chosen(world, builder, Action::process_rd, 2'000);
    report(world, smelter, Action::process_rd, 0.1F);
    auto const with_friend = chosen(world, builder, Action::process_rd, 2'000);
    CHECK(with_friend > alone + 100);
    link_of(world, builder, Seller{smelter}).set_trust(0.0);
    CHECK(chosen(world, builder, Action::process_rd, 2'000) == alone);
}

TEST_CASE("a friend's failure puts a firm off", "[unit]") {
    auto world = tiny_zone();
    prepare(world, builder);
    world.firms.unit_cost[builder][index_of(CostTerm::services)] = 0.5F;
    // It saves .04 × .5 + .005 × .5 a unit: 54,000 over the horizon, for 22,000.
    REQUIRE(chosen(world, builder, Action::shared_equipment, 1'000) == 0); // no capacity
    world.policy.shared_equipment_users[east.row()] = 5.0;
    auto const open = chosen(world, builder, Action::shared_equipment, 1'000);
    CHECK(open > 50);
    report(world, smelter, Action::shared_equipment, 0.0F);
    CHECK(chosen(world, builder, Action::shared_equipment, 1'000) < open);
}

TEST_CASE("nothing that does not pay is done", "[unit]") {
    auto world = tiny_zone();
    prepare(world, builder);
    // Green power saves .08 × .1 × 100,000 = 800 a month, 24,000 over the horizon of 30
    // discounted months less a fifth of doubt: 19,200; at this site it costs more.
    CHECK(chosen(world, builder, Action::green_power, 1'000) == 0);
    world.policy.green_subsidy(FirmKind::company, machines, east) = 0.9;
    CHECK(chosen(world, builder, Action::green_power, 1'000) > 100);
}

TEST_CASE("a firm without cash and credit does nothing", "[unit]") {
    auto world = tiny_zone();
    prepare(world, builder);
    world.policy.green_subsidy(FirmKind::company, machines, east) = 0.6;
    REQUIRE(chosen(world, builder, Action::green_power, 1'000) > 0);
    give_cash(world, builder, -119'000.0); // credit is a tenth of 1.2 m
    CHECK(chosen(world, builder, Action::green_power, 1'000) == 0);
}

TEST_CASE("vouchers are rationed and every fen is booked", "[unit]") {
    auto world = tiny_zone();
    auto& offers = world.policy;
    CostReduction::Decision decision;
    decision.choices.all() = {
        {.firm = builder,
         .action = Action::process_rd,
         .gain = 0.1F,
         .spending = fen(48'000.0),
         .claim = fen(24'000.0)},
        {.firm = rival,
         .action = Action::process_rd,
         .on_quality = true,
         .gain = 0.1F,
         .spending = fen(48'000.0),
         .claim = fen(8'000.0)}};
    auto const lever = index_of(LeverKind::rd_voucher);
    offers.allowance[lever] = fen(8'000.0);
    CostReduction const process{{}, {}};
    process.apply(decision, world);
    // 8,000 for claims of 32,000: a quarter each.
    CHECK(world.firms.cash[builder] == fen(50'000.0 - 48'000.0 + 6'000.0));
    CHECK(world.firms.cash[rival] == fen(50'000.0 - 48'000.0 + 2'000.0));
    CHECK(world.use.units[lever] == 2.0);
    CHECK(world.use.spent[lever] == fen(8'000.0));
    CHECK(world.ledger(Flow::subsidies, Account::government) == -fen(8'000.0));
    CHECK(world.firms.process_cost[builder] == Approx(0.9));
    CHECK(world.firms.quality[rival] == Approx(0.6));
    CHECK(world.firms.process_cost[rival] == 1.0F);
    CHECK(world.counts.rd_spending == Approx(96'000.0));
    CHECK(world.counts.actions[index_of(Action::process_rd)] == 2);
    CHECK(world.events.size() == 2);
    CHECK(open_identity(world).empty());
}

TEST_CASE("standard factories fill down to their space", "[unit]") {
    auto world = tiny_zone();
    for (auto const firm : {smelter, builder, rival})
        world.firms.space_kind[firm] = SpaceKind::own_land;
    prepare(world, smelter);
    prepare(world, builder);
    for (auto const firm : {smelter, builder})
        world.firms.unit_cost[firm][index_of(CostTerm::land)] = 0.5F;
    // The smelter needs 800 m², the builder 400 m².
    world.places[east].factory_space = 500.0;
    CHECK(chosen(world, smelter, Action::standard_factory, 300) == 0);
    CostReduction const process{always_looking(), {}};
    CostReduction::Decision decision;
    for (int month = 1; world.firms.space_kind[builder] == SpaceKind::own_land; ++month) {
        world.month = Month{month};
        process.decide(world, decision);
        process.apply(decision, world);
    }
    CHECK(chosen(world, builder, Action::standard_factory, 100) == 0);
    CHECK(open_identity(world).empty());
}

TEST_CASE("local sourcing opens half of the dearest outside link", "[unit]") {
    auto world = tiny_zone();
    prepare(world, builder);
    ActionMenu const menu{{}, {}};
    Standing const standing{.sales = 1.2e6, .unit_cost = 1.0, .demand = 100'000.0};
    auto const prospect = menu.look(world, builder, Action::local_sourcing, standing);
    REQUIRE(prospect.open);
    CHECK(prospect.link == 1);
    // φ (.02 ln 66 − .02 ln 2) × 10,000 × .5 over costs of 100,000 a month
    CHECK(prospect.gain == Approx(0.5 * 0.02 * (4.189655 - 0.693147) * 0.5 * 0.1));
    CostReduction::Decision decision;
    decision.choices.all() = {
        {.firm = builder, .action = Action::local_sourcing, .link = prospect.link}};
    CostReduction{{}, {}}.apply(decision, world);
    CHECK(world.links.of(builder)[1].volume == 5'000.0F);
    world.outside.import_price.fill(0.5); // outside is cheaper: nothing to gain
    CHECK_FALSE(menu.look(world, builder, Action::local_sourcing, standing).open);
}

TEST_CASE("too many kin among the suppliers lower the chance of research", "[unit]") {
    auto world = tiny_zone();
    ActionMenu const menu{{}, {}};
    auto const before = menu.research_success(world, builder, 48'000.0);
    CHECK(before == Approx(1.0 - 0.548812)); // e^(−.3 × 2 person-years)
    world.firms.kin_share[builder] = 0.7F;
    CHECK(menu.research_success(world, builder, 48'000.0) == Approx(0.5 * before));
}
