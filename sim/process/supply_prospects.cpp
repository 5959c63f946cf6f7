#include "sim/process/supply_desk.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr double platform_local =
    0.3; ///< of outside draws that the platform turns local
constexpr std::uint32_t draws_per_request = 16;

} // namespace

void SupplySearch::draw_prospects(World const& now, Desk& desk) const {
    for (auto& search : desk.searches) {
        auto& draws = search.request.replaces == 0 ? desk.for_gaps : desk.for_reviews;
        search.first_draw = draws.agents.size();
        auto const looks = search.buyer->looks(search.request.published);
        for (std::uint32_t at = 0; at < looks; ++at) {
            draws.agents.push_back(search.buyer->id);
            draws.numbers.push_back(search.number * draws_per_request + at);
        }
    }
    desk.for_gaps.make(now, Purpose::gap_candidates);
    desk.for_reviews.make(now, Purpose::review_candidates);
    for (auto& search : desk.searches)
        draw(
            search,
            search.request.replaces == 0 ? desk.for_gaps : desk.for_reviews,
            desk);
}

void SupplySearch::draw(Search& search, Draws const& draws, Desk& desk) const {
    search.first = desk.prospects.size();
    auto const& buyer = *search.buyer;
    auto const& now = buyer.now;
    auto const good = buyer.recipe.linked[search.request.input].good;
    auto const best_outside = buyer.best.outside(good, buyer.place);
    auto const best_found = std::max(
        best_outside, buyer.best.in_zone(good, buyer.place) + buyer.local_bonus);
    // Meetings and alliances make newcomers dearer to their members by other sums.
    auto const bar_before_cost = buyer.at_event || buyer.in_alliance
                                     ? Search::no_bar
                                     : search.bar + taste_.newcomer;
    auto const hopeless = [&](double best, std::uint8_t fit) {
        return best + taste_.noise * luck_of_fit_[fit] < bar_before_cost;
    };
    auto const local_share = now.sectors[good.row()].local_market_share;
    auto const own = static_cast<std::uint32_t>(buyer.candidates);
    auto const own_and_platform =
        own + (search.request.published ? buyer.platform_looks : 0);
    auto const looks = buyer.looks(search.request.published);
    for (std::uint32_t at = 0; at < looks; ++at) {
        CandidateBits const bits{draws.bits[search.first_draw + at]};
        auto const platform = at >= own && at < own_and_platform;
        Prospect prospect{
            .seller = {},
            .fit = static_cast<std::uint8_t>(bits.taste() >> 24U),
            .from_platform = platform};
        auto u = uniform(bits.origin());
        if (platform) {
            if (u >= buyer.platform_yield) continue;
            u /= buyer.platform_yield;
        }
        auto const chance =
            platform ? local_share + platform_local * (1.0 - local_share) : local_share;
        if (at >= own_and_platform) {
            auto const firm = buyer.draws.met(now, good, bits);
            if (!firm.valid()) continue;
            prospect.seller = Seller{firm};
        } else if (local_share > 0.0 && u < chance) {
            if (hopeless(best_found, prospect.fit)) continue;
            desk.local.push_back(
                {.bits = bits,
                 .buyer = buyer.firm,
                 .good = good,
                 .place = buyer.place,
                 .found = {},
                 .number = static_cast<std::uint32_t>(desk.prospects.size())});
        } else {
            if (hopeless(best_outside, prospect.fit)) continue;
            prospect.seller = SupplierDraws::outside(now, good, bits);
        }
        desk.prospects.push_back(prospect);
    }
}

} // namespace canopy
