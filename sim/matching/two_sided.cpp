#include "sim/matching/two_sided.hpp"

#include <algorithm>

namespace canopy::matching {

namespace {
/// Which of two proposals to the same seller is served first.
bool served_before(Proposal const& a, Proposal const& b) {
    if (a.tier != b.tier) return a.tier > b.tier;
    if (a.score != b.score) return a.score > b.score;
    if (a.hash != b.hash) return a.hash < b.hash;
    return a.request < b.request;
}

/// Numbers of the proposals in the order in which they are served. Most sellers have a
/// few, so they are first laid out by seller, by counting.
std::vector<std::uint32_t>
in_order(std::span<Proposal const> proposals, std::size_t n_sellers) {
    std::vector<std::uint32_t> first(n_sellers + 1, 0);
    for (auto const& proposal : proposals)
        ++first[proposal.seller + 1];
    for (std::size_t seller = 1; seller < first.size(); ++seller)
        first[seller] += first[seller - 1];
    std::vector<std::uint32_t> order(proposals.size());
    for (std::uint32_t number = 0; number < order.size(); ++number)
        order[first[proposals[number].seller]++] = number;
    auto const before = [&](std::uint32_t a, std::uint32_t b) {
        return served_before(proposals[a], proposals[b]);
    };
    auto from = order.begin();
    for (std::size_t seller = 0; seller < n_sellers; ++seller) {
        auto const to = order.begin() + first[seller];
        if (to - from > 1) std::sort(from, to, before);
        from = to;
    }
    return order;
}
} // namespace

void share_out(
    std::span<Proposal const> proposals,
    Capacities capacities,
    double least_share,
    std::function<void(Proposal const&, double)> const& accepted,
    std::function<void(Proposal const&)> const& refused) {
    for (auto const number : in_order(proposals, capacities.size())) {
        auto const& proposal = proposals[number];
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
