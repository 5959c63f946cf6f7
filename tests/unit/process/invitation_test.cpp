#include "sim/process/invitation.hpp"

#include "sim/process/park_serving.hpp"
#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

/// The tiny zone with two parks, a cluster of its industry, and investors by the
/// hundred.
World inviting_zone() {
    auto world = tiny_zone();
    world.places[east].park = true;
    world.places[west].park = true;
    for (auto& place : world.places.rows)
        place.land_price = 500.0;
    world.clusters = {{"works", "制造", {metal, machines}}};
    world.opening.mean_workers[metal.row()] = 10.0;
    world.opening.mean_workers[machines.row()] = 10.0;
    return world;
}

double constexpr land_per_space = 0.8;

Invitation::Params many() {
    Invitation::Params params;
    params.contacts = 12'000.0;
    params.home = 0.0;
    return params;
}

Invitation::Decision
contacts_of(World const& world, Invitation::Params const& params) {
    Invitation::Decision decision;
    Invitation{params, {}, {}, land_per_space, 0.05}.decide(world, decision);
    return decision;
}

int signed_of(World const& world, Invitation::Params const& params) {
    int count = 0;
    for (auto const& contact : contacts_of(world, params).contacts)
        count += world.in_zone(contact.chosen) ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("contacts follow the effort, and each investor looks the same under both",
          "[unit]") {
    auto world = inviting_zone();
    auto const usual = contacts_of(world, many()).contacts;
    CHECK(usual.size() > 900);
    CHECK(usual.size() < 1100);
    world.policy.invitation_effort = 1.0;
    auto const twice = contacts_of(world, many()).contacts;
    CHECK(twice.size() > 1800);
    for (auto const& contact : usual) {
        auto const same =
            std::find_if(twice.begin(), twice.end(), [&](auto const& other) {
                return other.id == contact.id;
            });
        REQUIRE(same != twice.end());
        CHECK(same->chosen == contact.chosen);
    }
}

TEST_CASE("more local supply, less freight and cheaper land each win more projects",
          "[unit]") {
    auto const world = inviting_zone();
    auto const usual = signed_of(world, many());
    auto supplied = many();
    supplied.local_supply_added = 0.3;
    CHECK(signed_of(world, supplied) > usual);
    auto near = many();
    near.freight_factor = 0.0;
    CHECK(signed_of(world, near) > usual);
    auto cheap = many();
    cheap.land_factor = 0.0;
    CHECK(signed_of(world, cheap) > usual);
}

TEST_CASE("a project that signs pays for land, builds, and opens as a company", "[unit]") {
    auto world = inviting_zone();
    auto params = many();
    params.contacts = 120.0;
    params.home = 50.0; // everybody signs
    Invitation const invitation{params, {}, {}, land_per_space, 0.05};
    Invitation::Decision decision;
    invitation.decide(world, decision);
    REQUIRE_FALSE(decision.contacts.empty());
    invitation.apply(decision, world);
    auto const n = world.invited.size();
    CHECK(world.counts.invited_signed == static_cast<MonthCounts::Count>(n));
    CHECK(world.ledger(Flow::land_sales, Account::developer) > 0);
    CHECK(open_identity(world).empty());

    auto const first = world.invited.front();
    CHECK(first.opens >= world.month.index() + 12);
    CHECK(first.opens <= world.month.index() + 18);
    params.contacts = 0.0;
    world.month = Month{first.opens};
    world.invited = {first};
    world.open_month();
    auto const space = world.places[first.place].space;
    auto const demand = world.outside.demand[first.sector.row()];
    Invitation::Decision quiet;
    Invitation const closed{params, {}, {}, land_per_space, 0.05};
    closed.decide(world, quiet);
    closed.apply(quiet, world);
    CHECK(world.counts.invited_opened == 1);
    CHECK(world.invited.empty());
    CHECK(world.places[first.place].space > space);
    CHECK(world.outside.demand[first.sector.row()] > demand);
    CHECK(world.events.back().kind == EventKind::invited);
    CHECK(open_identity(world).empty());

    auto const firm = world.brought_orders.front().firm;
    world.firms.id[firm] += 1; // another's row now
    closed.apply(quiet, world);
    CHECK(world.brought_orders.empty());
    CHECK(world.outside.demand[first.sector.row()] == Approx(demand));
}

TEST_CASE("a lost project names the part that spoke most for the winner", "[unit]") {
    std::array<double, 7> const zone{-1.0, -0.2, 0.0, -0.3, 0.2, 0.0, 1.0};
    std::array<double, 7> const rival{-0.9, -0.2, 0.0, -0.1, 0.1, 0.0, 0.9};
    CHECK(rules::largest_gap(rival, zone) == 3); // logistics
    CHECK(rules::largest_gap(zone, zone) == 7);  // nothing: luck
}

TEST_CASE("parks serve the opening share at first, more with room, and never above all",
          "[unit]") {
    auto world = inviting_zone();
    ParkServing const serving{{}};
    serving.open(world);
    for (auto const place : {east, west})
        world.around.firms(FirmKind::company, metal, place) = 0.0;
    world.around.firms(FirmKind::company, metal, east) = 1.0;
    world.around.firms(FirmKind::company, machines, east) = 1.0;
    world.month = Month{0};
    ParkServing::Decision decision;
    serving.decide(world, decision);
    CHECK(decision.services.effect[east.row()][0] == Approx(1.0));
    CHECK(decision.service[east.row()] == Approx(1.0));
    world.policy.park_users[east.row()].fill(1.0);
    serving.decide(world, decision);
    // All are served: 1 + .3 (1/.8 − 1).
    CHECK(decision.services.effect[east.row()][0] == Approx(1.075));
    world.developer.services = 0.4;
    world.policy.park_users[east.row()].fill(0.0);
    serving.decide(world, decision);
    CHECK(decision.service[east.row()] < 0.4);
}
