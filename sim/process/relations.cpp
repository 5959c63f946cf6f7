#include "sim/process/relations.hpp"

#include "sim/base/chance.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/many_draws.hpp"
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

/// Draws of every link of a block: of its buyer, by its partner and good.
void draw(
    World const& world,
    std::size_t first,
    std::size_t last,
    std::span<DrawBlock> draws) {
    std::array<std::uint64_t, rows_per_block> buyers;
    std::array<std::uint32_t, rows_per_block> numbers;
    auto const& firms = world.firms;
    for (auto row = first; row != last; ++row) {
        auto const position = static_cast<std::uint32_t>(row);
        auto const& link = world.links[position];
        // By place in a list and not by a branch, which nobody could foresee.
        auto const local = link.seller.in_zone();
        std::array<std::uint64_t, 2> const partners{
            link.seller.code(), firms.id[local ? link.seller.firm() : FirmId{0}]};
        auto const partner = partners[static_cast<std::size_t>(local)];
        buyers[row - first] = firms.id[world.links.buyer(position)];
        numbers[row - first] =
            static_cast<std::uint32_t>(scramble(partner + link.input));
    }
    auto const count = last - first;
    draw_many(
        world.luck,
        world.month,
        Purpose::relation,
        std::span{buyers}.first(count),
        std::span{numbers}.first(count),
        draws);
}

} // namespace

double Relations::next_trust(double trust, bool deals, bool pleased) const {
    // By place in a list and not by branches, which nobody could foresee.
    std::array const outcomes{
        trust * (1.0 - params_.fading),
        trust * (1.0 - params_.loss),
        trust + params_.gain * (1.0 - trust)};
    return outcomes
        [static_cast<std::size_t>(deals) * (1U + static_cast<std::size_t>(pleased))];
}

void Relations::apply(Decision& decision, World& world) const {
    std::array<Chance, n_tiers> ends{};
    std::array<Chance, n_tiers> is_reviewed{};
    for (std::size_t tier = 0; tier < n_tiers; ++tier) {
        auto const hazard = rules::tier_terms[tier].hazard;
        auto const restless = hazard / rules::tier_terms[0].hazard;
        ends[tier] = Chance{hazard * params_.hazard_scale};
        is_reviewed[tier] = Chance{params_.review * restless};
    }
    Chance const deal{params_.deal_probability};
    Chance const failure{params_.failure};
    auto const& firms = world.firms;
    decision.by_block.resize(n_blocks(world.links.size()));
    for_each_block(
        world.links.size(),
        [&](std::size_t block, std::size_t first, std::size_t last) {
            std::array<DrawBlock, rows_per_block> all_draws;
            draw(world, first, last, all_draws);
            auto& changed = decision.by_block[block];
            changed.ended = 0;
            changed.tiers.clear();
            for (auto row = first; row != last; ++row) {
                auto const position = static_cast<std::uint32_t>(row);
                auto& link = world.links[position];
                auto const buyer = world.links.buyer(position);
                if (link.dead() || !firms.alive(buyer)) continue;
                auto const& draws = all_draws[row - first];
                auto const deals = deal.takes(draws[0]);
                bool const pleased = static_cast<int>(!link.has(Link::short_bit))
                                     & static_cast<int>(firms.missed_payments[buyer] == 0)
                                     & static_cast<int>(!failure.takes(draws[1]));
                auto const trust = next_trust(link.trust_value(), deals, pleased);
                link.set_trust(trust);
                auto const tier = rules::tier_of(trust);
                auto const before = std::exchange(link.tier, static_cast<Tier>(tier));
                if (before != link.tier && in_panel(firms.id[buyer]))
                    changed.tiers.push_back(tier_event(world, buyer, link));
                link.age = static_cast<std::uint16_t>(std::min<int>(
                    link.age + 1, std::numeric_limits<std::uint16_t>::max()));
                link.set(Link::review_bit, is_reviewed[tier].takes(draws[3]));
                if (ends[tier].takes(draws[2])) {
                    link.end();
                    changed.ended += link.seller.in_zone() ? 1 : 0;
                }
            }
        });
    for (auto const& changed : decision.by_block) {
        world.counts.link_deaths += changed.ended;
        world.events.insert(
            world.events.end(), changed.tiers.begin(), changed.tiers.end());
    }
}

} // namespace canopy
