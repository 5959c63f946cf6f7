#include "sim/process/supply_desk.hpp"

#include <algorithm>

namespace canopy {

namespace {
constexpr std::uint8_t most_candidates = 12;
} // namespace

void SupplySearch::rank(World const& now, Desk& desk, Block& block) const {
    if (desk.buyers.empty()) return;
    auto const& draws = desk.buyers.front().draws;
    draws.find_local(now, desk.local, desk.waiting);
    for (auto const& draw : desk.local) {
        auto& seller = desk.prospects[draw.number].seller;
        seller = draw.found.valid()
                     ? Seller{draw.found}
                     : SupplierDraws::outside(now, draw.good, draw.bits.afresh());
        if (draw.found.valid()) prefetch(draws.card(draw.found));
    }
    auto& candidates = block.candidates;
    for (std::size_t at = 0; at < desk.searches.size(); ++at) {
        auto& search = desk.searches[at];
        auto& request = search.request;
        auto const last = at + 1 < desk.searches.size() ? desk.searches[at + 1].first
                                                        : desk.prospects.size();
        for (auto number = search.first;
             number < last && request.count < most_candidates;
             ++number)
            consider(search, desk.prospects[number], candidates);
        if (request.replaces != 0 && request.count == 0) continue;
        std::sort(
            candidates.end() - request.count,
            candidates.end(),
            [](Candidate const& a, Candidate const& b) {
                return a.score != b.score ? a.score > b.score
                                          : a.seller.code() < b.seller.code();
            });
        block.requests.push_back(request);
    }
}

void SupplySearch::consider(
    Search& search,
    Prospect const& prospect,
    std::vector<Candidate>& candidates) const {
    auto const& buyer = *search.buyer;
    auto const seller = prospect.seller;
    if (seller.in_zone() && seller.firm() == buyer.firm) return;
    auto const score = newcomer_score(buyer, search.request.input, prospect);
    if (score < search.bar) return;
    for (auto number = candidates.size() - search.request.count;
         number < candidates.size();
         ++number)
        if (candidates[number].seller == seller) return;
    for (auto const& link : buyer.links)
        if (link.seller == seller && link.input == search.request.input && !link.dead())
            return;
    candidates.push_back(
        {seller, static_cast<float>(score), prospect.fit, prospect.from_platform});
    ++search.request.count;
}

double SupplySearch::newcomer_score(
    Buyer const& buyer, std::uint8_t input, Prospect const& prospect) const {
    auto const& now = buyer.now;
    auto const seller = prospect.seller;
    auto view = view_of(buyer, seller, buyer.recipe.linked[input].good);
    view.luck = luck_of_fit_[prospect.fit];
    double bonus = 0.0;
    auto newcomer = taste_.newcomer;
    auto from = seller.outside_place().row();
    if (seller.in_zone()) {
        auto const& card = buyer.draws.card(seller.firm());
        from = card.place.row();
        bonus = buyer.local_bonus;
        if (buyer.at_event && card.at_event) newcomer *= 1.0 - buyer.event_barrier_cut;
    }
    // Half of distrust and of the trouble of distance is what an alliance can take
    // away.
    auto const estranged =
        buyer.in_alliance ? 1.0 - 0.5 * now.policy.alliance[from] : 1.0;
    view.log_distance *= estranged;
    return rules::supplier_score(view, taste_) + bonus - estranged * newcomer;
}

} // namespace canopy
