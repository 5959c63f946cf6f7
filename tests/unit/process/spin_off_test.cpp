#include "sim/process/spin_off.hpp"

#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

SpinOff::Birth birth_from(World const& world, FirmId parent, double boosted = 0.0) {
    return {
        .parent = parent,
        .child =
            {.id = 5001,
             .parent = world.firms.id[parent],
             .kind = FirmKind::company,
             .sector = world.firms.sector[parent],
             .place = world.firms.place[parent],
             .workers = 2,
             .productivity = 1.0,
             .quality = 0.5,
             .birth = world.month.index()},
        .boosted = boosted};
}

SpinOff::Decision decision_of(World const& world, FirmId parent, double boosted = 0.0) {
    SpinOff::Decision decision;
    decision.births.all() = {birth_from(world, parent, boosted)};
    decision.share_per_yuan.fill(1.0);
    return decision;
}

} // namespace

TEST_CASE("a spin-off has its parent's money, place and a link to it", "[unit]") {
    auto world = tiny_zone();
    SpinOff{{}, {}}.apply(decision_of(world, builder, 0.5), world);
    FirmId const child{6};
    auto const& firms = world.firms;
    CHECK(firms.parent[child] == 102);
    CHECK(firms.place[child] == east);
    // 1.5 months of 20,000 from a parent with 50,000.
    CHECK(firms.cash[child] == fen(30'000.0));
    CHECK(firms.cash[builder] == fen(20'000.0));
    CHECK(world.counts.spin_offs == 1);
    CHECK(world.counts.entries[1] == 1);
    CHECK(world.use.units[index_of(LeverKind::spin_off_support)] == 0.5);
    CHECK(world.events.back().kind == EventKind::spin_off);
    CHECK(world.events.back().partner == 102);
    CHECK(open_identity(world).empty());

    auto const& to_parent = world.pending_links.front();
    CHECK(to_parent.buyer == child);
    CHECK(to_parent.link.seller == Seller{builder});
    CHECK(to_parent.link.input == 1); // machines
    CHECK(to_parent.link.trust_value() == Approx(0.6).margin(1e-4));
    CHECK(to_parent.link.tier == Tier::friend_);
    CHECK(to_parent.link.volume == Approx(0.1 * 16'000.0)); // .8 of 20,000
    world.links.rebuild(world.firms.rows(), world.pending_links);
    CHECK(world.links.of(child).size() == world.pending_links.size());
}

TEST_CASE("a poor parent's founders pay the rest", "[unit]") {
    auto world = tiny_zone();
    give_cash(world, builder, 12'000.0);
    SpinOff{{}, {}}.apply(decision_of(world, builder), world);
    CHECK(world.firms.cash[builder] == 0);
    CHECK(world.ledger(Flow::founding_capital, Account::households) == -fen(18'000.0));
    CHECK(open_identity(world).empty());
}

TEST_CASE("about half of the parent's suppliers pass on, at half the trust", "[unit]") {
    int inherited = 0;
    for (std::uint64_t id = 1; id <= 200; ++id) {
        auto world = tiny_zone();
        auto decision = decision_of(world, builder);
        decision.births.all().front().child.id = id;
        SpinOff{{}, {}}.apply(decision, world);
        for (auto const& pending : world.pending_links) {
            if (pending.link.seller != Seller{smelter}) continue;
            ++inherited;
            CHECK(pending.link.trust_value() == Approx(0.3).margin(1e-4));
            CHECK(pending.link.tier == Tier::acquaintance);
        }
    }
    CHECK(inherited == Approx(100).margin(25));
}

TEST_CASE("larger companies and policy raise the hazard, the same firms spin off", "[unit]") {
    auto world = tiny_zone();
    SpinOff::Params eager;
    eager.hazard = 0.2;
    SpinOff const process{eager, {}};
    SpinOff::Decision decision;
    auto const births = [&](FirmId parent) {
        std::vector<std::uint64_t> ids;
        for (int month = 16; month < 6'016; ++month) {
            world.month = Month{month};
            process.decide(world, decision);
            for (auto const& birth : decision.births.all())
                if (birth.parent == parent) ids.push_back(birth.child.id);
        }
        return ids;
    };
    // .2/12 × 6,000 = 100 for the giant (√(100/100)), 32 for the builder (√(10/100)).
    auto const before = births(giant);
    CHECK(before.size() == Approx(100).margin(35));
    CHECK(births(builder).size() == Approx(32).margin(20));
    CHECK(births(kiosk).empty()); // no company
    world.policy.spin_off_boost(FirmKind::company, metal, west) = 1.0;
    auto const after = births(giant);
    CHECK(after.size() == Approx(2.0 * static_cast<double>(before.size())).margin(50));
    for (auto const id : before)
        CHECK(std::find(after.begin(), after.end(), id) != after.end());
}
