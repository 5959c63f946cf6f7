#include "sim/process/relations.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/process/firm_event.hpp"
#include "sim/rules/tiers.hpp"
#include "sim/world/panel.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace canopy {

namespace {

struct Changed {
    std::int64_t ended = 0;
    std::vector<Event> tiers; ///< reached by links of the panel's firms

    Changed& operator+=(Changed const& other) {
        ended += other.ended;
        tiers.insert(tiers.end(), other.tiers.begin(), other.tiers.end());
        return *this;
    }
};

Event tier_event(World const& world, FirmId buyer, Link const& link) {
    auto event = firm_event(world, buyer, EventKind::tier);
    auto const& firms = world.firms;
    auto const local = link.seller.in_zone();
    if (local) event.partner = static_cast<std::int64_t>(firms.id[link.seller.firm()]);
    auto const from =
        local ? firms.place[link.seller.firm()] : link.seller.outside_place();
    event.place_to = static_cast<std::int8_t>(from.row());
    auto const& recipe =
        world.technology.recipe(firms.kind[buyer], firms.sector[buyer]);
    event.sector = static_cast<std::int8_t>(recipe.linked[link.input].good.row());
    event.tier = static_cast<std::int8_t>(link.tier);
    return event;
}

} // namespace

void Relations::apply(Decision const&, World& world) const {
    auto const& firms = world.firms;
    auto const changed =
        sum_rows<FirmId>(firms.rows(), Changed{}, [&](Changed& sum, FirmId firm) {
            if (!firms.alive(firm)) return;
            auto const followed = in_panel(firms.id[firm]);
            auto const pays_late = firms.missed_payments[firm] > 0;
            for (auto& link : world.links.of(firm)) {
                if (link.dead()) continue;
                auto const partner = link.seller.in_zone()
                                         ? firms.id[link.seller.firm()]
                                         : link.seller.code();
                auto const draws = world.luck.block(
                    firms.id[firm],
                    world.month,
                    Purpose::relation,
                    static_cast<std::uint32_t>(scramble(partner + link.input)));
                auto trust = link.trust_value();
                if (uniform(draws[0]) >= params_.deal_probability) {
                    trust *= 1.0 - params_.fading;
                } else if (
                    link.has(Link::short_bit) || pays_late
                    || uniform(draws[1]) < params_.failure) {
                    trust *= 1.0 - params_.loss;
                } else {
                    trust += params_.gain * (1.0 - trust);
                }
                link.set_trust(trust);
                auto const tier = rules::tier_of(trust);
                auto const before = std::exchange(link.tier, static_cast<Tier>(tier));
                if (followed && before != link.tier)
                    sum.tiers.push_back(tier_event(world, firm, link));
                link.age = static_cast<std::uint16_t>(std::min<int>(
                    link.age + 1, std::numeric_limits<std::uint16_t>::max()));
                auto const hazard = rules::tier_terms[tier].hazard;
                auto const restless = hazard / rules::tier_terms[0].hazard;
                link.set(
                    Link::review_bit, uniform(draws[3]) < params_.review * restless);
                if (uniform(draws[2]) < hazard * params_.hazard_scale) {
                    link.end();
                    sum.ended += link.seller.in_zone() ? 1 : 0;
                }
            }
        });
    world.counts.link_deaths += changed.ended;
    world.events.insert(
        world.events.end(), changed.tiers.begin(), changed.tiers.end());
}

} // namespace canopy
