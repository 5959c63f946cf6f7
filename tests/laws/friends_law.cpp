#include <set>

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

constexpr auto seen_action = Action::energy_saving;
constexpr float seen_gain = 0.05F;

/// Calls on every friend and kin among the suppliers of a firm.
template<class Visit>
void for_each_friend(World& world, FirmId firm, Visit const& visit) {
    for (auto const& link : world.links.of(firm)) {
        if (link.dead() || !link.seller.in_zone()) continue;
        if (link.tier == Tier::friend_ || link.tier == Tier::kin)
            visit(link.seller.firm());
    }
}

/// Ids of the firms that have friends among their suppliers.
std::set<std::int64_t> befriended(World& world) {
    std::set<std::int64_t> ids;
    for (auto const firm : living(world))
        for_each_friend(world, firm, [&](FirmId) {
            ids.insert(static_cast<std::int64_t>(world.firms.id[firm]));
        });
    return ids;
}

/// Firms with friends that save energy within a year in which their friends all did so
/// last, or have done nothing.
int adoptions(Scenario const& scenario, World const& opening, bool friends_did) {
    LawRun run{scenario, opening};
    int found = 0;
    for (int done = 0; done < 12; ++done) {
        auto& firms = run.world.firms;
        auto const observers = befriended(run.world);
        for (auto const firm : living(run.world))
            for_each_friend(run.world, firm, [&](FirmId friendly) {
                firms.last_action[friendly] =
                    friends_did ? static_cast<std::uint8_t>(index_of(seen_action) + 1)
                                : 0;
                firms.delivered_cost_change[friendly] = friends_did ? seen_gain : 0.0F;
            });
        run.month();
        for (auto const& event : run.world.events)
            if (event.kind == EventKind::adoption
                && event.action == static_cast<std::int8_t>(index_of(seen_action))) {
                found += static_cast<int>(observers.count(event.firm));
            }
    }
    return found;
}

} // namespace

TEST_CASE("firms whose friends saved energy save energy more often", "[law]") {
    auto const scenario = shrunk({}, 0.1);
    LawRun past{scenario};
    past.months(6);
    auto const with = adoptions(scenario, past.world, true);
    auto const without = adoptions(scenario, past.world, false);
    CAPTURE(with, without);
    CHECK(without > 20);
    CHECK(with > 2 * without);
}
