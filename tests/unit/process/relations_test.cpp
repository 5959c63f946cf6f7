#include "sim/process/relations.hpp"

#include "sim/world/panel.hpp"
#include "tests/support/tiny_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

/// An id inside the panel, or one outside it.
std::uint64_t id_in_panel(bool wanted) {
    std::uint64_t id = 1'000;
    while (in_panel(id) != wanted)
        ++id;
    return id;
}

/// Every deal succeeds, nothing fades or ends; the rival's link stands just below the tier
/// of acquaintances.
World after_a_good_month(std::uint64_t rivals_id) {
    auto world = tiny_zone();
    world.firms.id[rival] = rivals_id;
    link_of(world, rival, Seller{smelter}).set_trust(0.24);
    Relations::Params good;
    good.deal_probability = 1.0;
    good.failure = 0.0;
    good.hazard_scale = 0.0;
    Relations const relations{good};
    Relations::Decision decision;
    relations.apply(decision, world);
    return world;
}

} // namespace

TEST_CASE("a stranger who delivers becomes an acquaintance, and the panel sees it", "[unit]") {
    // .24 + .055 · (1 − .24) = .2818, above .25.
    auto const followed = id_in_panel(true);
    auto world = after_a_good_month(followed);
    CHECK(link_of(world, rival, Seller{smelter}).tier == Tier::acquaintance);
    REQUIRE(world.events.size() == 1);
    auto const& event = world.events.front();
    CHECK(event.kind == EventKind::tier);
    CHECK(event.firm == static_cast<std::int64_t>(followed));
    CHECK(event.partner == 101);
    CHECK(event.tier == static_cast<std::int8_t>(Tier::acquaintance));
    CHECK(event.sector == static_cast<std::int8_t>(metal.row()));
    CHECK(event.place_to == static_cast<std::int8_t>(east.row()));
}

TEST_CASE("a tier reached outside the panel is no event", "[unit]") {
    auto world = after_a_good_month(id_in_panel(false));
    CHECK(link_of(world, rival, Seller{smelter}).tier == Tier::acquaintance);
    CHECK(world.events.empty());
}
