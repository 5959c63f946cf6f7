#include "sim/process/relocation.hpp"

#include "sim/process/place_costs.hpp"
#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace canopy;
using namespace canopy::tiny;

namespace {

double sum(CostTerms const& terms) {
    return std::accumulate(terms.begin(), terms.end(), 0.0);
}

Relocation::Params restless() {
    Relocation::Params params;
    params.base = 9.0;
    return params;
}

} // namespace

TEST_CASE("costs at all places are those of each place", "[unit]") {
    auto world = tiny_zone();
    auto& firms = world.firms;
    auto& places = world.places.rows;
    places[1].wage_index = 0.9;
    places[2].rent_index = 1.7;
    places[3].power_index = 0.8;
    places[4].wage_index = 1.4;
    world.around.pooling_gain.fill(0.1);
    world.policy.interest_points.values().fill(0.01);
    world.policy.power_discount(FirmKind::company, machines, west) = 0.1;
    for (auto const action :
         {Action::pooled_logistics, Action::shared_equipment, Action::green_power})
        firms.set_done(builder, action);
    firms.process_cost[builder] = 0.9F;
    CostRules const rules;
    for (auto const firm : {smelter, builder, rival, shop, kiosk}) {
        auto const everywhere = unit_cost_everywhere(world, firm, rules);
        for (std::size_t row = 0; row < world.places.size(); ++row)
            CHECK(
                everywhere[row] ==
                Approx(sum(unit_cost_at(world, firm, PlaceId{row}, rules))).epsilon(1e-12));
    }
}

TEST_CASE("with all costs equal nobody gains from moving", "[unit]") {
    auto world = tiny_zone();
    for (auto& row : world.places.freight)
        row.fill(0.02);
    CostRules const rules;
    for (auto const firm : {smelter, builder, rival, shop, kiosk})
        CHECK(
            best_relocation_gain(world, firm, unit_cost_everywhere(world, firm, rules)) ==
            Approx(0.0).margin(1e-12));
}

TEST_CASE("a cheaper place is a gain, measured against profit", "[unit]") {
    auto world = tiny_zone();
    for (auto& row : world.places.freight)
        row.fill(0.02);
    world.places[west].rent_index = 0.0;
    auto const costs = unit_cost_everywhere(world, builder, {});
    // Rent 12 × 400 m² over normal output 95,000 = .050526; margin .08.
    auto const factory = world.firms.space_kind[builder] == SpaceKind::standard_factory;
    CHECK(best_relocation_gain(world, builder, costs) ==
          Approx(0.0505263 / 0.08 * (factory ? 0.85 : 1.0)));
}

TEST_CASE("once a year a firm notes its best gain", "[unit]") {
    auto world = tiny_zone();
    world.places[west].rent_index = 0.0;
    Relocation::Params settled;
    settled.base = -700.0;
    Relocation const process{settled, {}};
    Relocation::Decision decision;
    int looks = 0;
    for (int month = 1; month <= 12; ++month) {
        world.month = Month{month};
        process.decide(world, decision);
        looks += static_cast<int>(decision.findings.all().size());
        process.apply(decision, world);
    }
    CHECK(looks == 5); // all but the leader
    CHECK(world.firms.best_gain[builder] > 0.3F);
    CHECK(world.firms.best_gain[giant] == 0.0F);
    CHECK(world.counts.moves_within == 0);
}

TEST_CASE("who is expected to leave follows the chance to consider and the sites", "[unit]") {
    auto world = tiny_zone();
    auto const expected_of = [&](Relocation::Params const& params) {
        Relocation const process{params, {}};
        Relocation::Decision decision;
        double sum = 0.0;
        for (int month = 1; month <= 12; ++month) {
            world.month = Month{month};
            process.decide(world, decision);
            for (auto const& finding : decision.findings.all())
                sum += finding.looked ? finding.chance : 0.0;
        }
        return sum;
    };
    Relocation::Params params;
    params.base = -700.0;
    CHECK(expected_of(params) == 0.0);
    params.base = 20.0; // everybody considers it
    auto const all = expected_of(params);
    CHECK(all > 0.0);
    CHECK(all < 5.0);
    for (auto& place : world.places.rows)
        if (place.ring == Ring::zone) place.livability += 0.2;
    CHECK(expected_of(params) < all);
}

TEST_CASE("moves inside the zone change place, sellers' list and space, and cost", "[unit]") {
    auto world = tiny_zone();
    Relocation::Decision decision;
    decision.findings.all() = {{.firm = builder, .to = west, .space = 400.0F}};
    world.firms.space[builder] = 300.0F;
    auto const occupied = world.places[west].occupied;
    Relocation{{}, {}}.apply(decision, world);
    CHECK(world.firms.place[builder] == west);
    CHECK(world.firms.arrival[builder] == 15);
    CHECK(world.firms.space[builder] == 400.0F);
    CHECK(world.places[west].occupied == occupied + 400.0);
    CHECK(world.directory.sellers(machines, east).size() == 0);
    CHECK(world.directory.sellers(machines, west).size() == 2);
    CHECK(world.firms.cash[builder] == fen(50'000.0 - 0.02 * 1.2e6));
    CHECK(world.counts.moves_within == 1);
    CHECK(open_identity(world).empty());
}

TEST_CASE("moves out pay the mover's costs and debts first", "[unit]") {
    auto world = tiny_zone();
    Relocation::Decision decision;
    decision.findings.all() = {
        {.firm = builder, .to = coast, .space = 400.0F},
        {.firm = shop, .to = capital, .space = 80.0F}};
    Relocation{{}, {}}.apply(decision, world);
    CHECK(world.counts.moves_out == 2);
    CHECK_FALSE(world.firms.alive(builder));
    CHECK_FALSE(world.firms.alive(shop));
    CHECK(open_identity(world).empty());
}

TEST_CASE("a full place takes nobody, a cheap one is sought", "[unit]") {
    auto world = tiny_zone();
    world.places[west].rent_index = 0.0;
    auto crowded = world;
    crowded.places[west].occupied = 101'900.0; // 100 m² under the limit of 102,000
    Relocation const process{restless(), {}};
    Relocation::Decision decision;
    int free_moves = 0;
    int crowded_moves = 0;
    for (int month = 1; month <= 50; ++month) {
        world.month = crowded.month = Month{month};
        process.decide(world, decision);
        for (auto const& finding : decision.findings.all())
            free_moves += finding.firm == builder && finding.to == west ? 1 : 0;
        process.decide(crowded, decision);
        for (auto const& finding : decision.findings.all())
            crowded_moves += finding.firm == builder && finding.to == west ? 1 : 0;
    }
    CHECK(free_moves > 5);
    CHECK(crowded_moves == 0);
}

TEST_CASE("local trade keeps firms in the zone", "[unit]") {
    auto world = tiny_zone();
    Relocation const process{restless(), {}};
    auto const out_moves = [&](float local_share) {
        world.firms.local_share[builder] = local_share;
        Relocation::Decision decision;
        int out = 0;
        for (int month = 1; month <= 2'000; ++month) {
            world.month = Month{month};
            process.decide(world, decision);
            for (auto const& finding : decision.findings.all())
                out += finding.firm == builder && finding.to.valid() &&
                               !world.in_zone(finding.to)
                           ? 1
                           : 0;
        }
        return out;
    };
    auto const loose = out_moves(0.0F);
    auto const rooted = out_moves(0.9F);
    CHECK(loose > rooted);
    CHECK(rooted > 0);
}
