#include "sim/matching/two_sided.hpp"

#include <algorithm>

namespace canopy::matching {

namespace {
bool served_before(Proposal const& a, Proposal const& b) {
    if (a.seller != b.seller) return a.seller < b.seller;
    if (a.tier != b.tier) return a.tier > b.tier;
    if (a.score != b.score) return a.score > b.score;
    if (a.hash != b.hash) return a.hash < b.hash;
    return a.request < b.request;
}
} // namespace

void share_out(
    std::span<Proposal> proposals,
    Capacities capacities,
    double least_share,
    std::function<void(Proposal const&, double)> const& accepted,
    std::function<void(Proposal const&)> const& refused) {
    std::sort(proposals.begin(), proposals.end(), served_before);
    for (auto const& proposal : proposals) {
        auto& left = capacities[proposal.seller];
        if (left > 0.0 && left >= least_share * proposal.quantity) {
            auto const quantity = std::min(proposal.quantity, left);
            left -= quantity;
            accepted(proposal, quantity);
        } else {
            refused(proposal);
        }
    }
}

} // namespace canopy::matching
