#include "sim/process/referrals.hpp"

namespace canopy {

void Referrals::follow(World const& now, std::span<LocalDraw* const> draws) {
    auto const& links = now.links;
    walks_.clear();
    for (auto* draw : draws) {
        auto const own = links.of(draw->buyer);
        if (own.empty()) continue;
        auto const& link = own[pick(draw->bits.next(), own.size())];
        if (!link.seller.in_zone() || link.dead()) continue;
        links.prefetch_sold_by(link.seller.firm());
        walks_.push_back({draw, link.seller.firm()});
    }
    for (auto& walk : walks_) {
        auto const sales = links.sold_by(walk.at);
        walk.sale = &sales[pick(walk.draw->bits.next(), sales.size())];
        prefetch(*walk.sale);
    }
    for (auto const& walk : walks_)
        links.prefetch_buyer(*walk.sale);
    for (auto& walk : walks_) {
        walk.at = links.buyer(*walk.sale);
        links.prefetch_of(walk.at);
    }
    for (auto& walk : walks_) {
        auto const theirs = links.of(walk.at);
        walk.start = pick(walk.draw->bits.next(), theirs.size());
        prefetch(theirs[walk.start]);
    }
    for (auto const& walk : walks_) {
        auto const theirs = links.of(walk.at);
        for (std::size_t step = 0; step < theirs.size(); ++step) {
            auto const& candidate = theirs[(walk.start + step) % theirs.size()];
            if (!candidate.seller.in_zone() || candidate.dead()) continue;
            auto const firm = candidate.seller.firm();
            if (now.firms.sector[firm] != walk.draw->good) continue;
            walk.draw->found = firm;
            break;
        }
    }
}

} // namespace canopy
