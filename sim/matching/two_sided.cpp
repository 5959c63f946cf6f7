#include "sim/matching/two_sided.hpp"

#include "sim/base/parallel.hpp"

#include <algorithm>

namespace canopy::matching {

namespace {
using Numbers = std::vector<std::uint32_t>;

/// Which of two proposals to the same seller is served first.
bool served_before(Proposal const& a, Proposal const& b) {
    if (a.tier != b.tier) return a.tier > b.tier;
    if (a.score != b.score) return a.score > b.score;
    if (a.hash != b.hash) return a.hash < b.hash;
    return a.request < b.request;
}

/// Puts the proposals' numbers in the order of their sellers, by counting; returns
/// where each seller's end.
Numbers
lay_out(std::span<Proposal const> proposals, std::size_t n_sellers, Numbers& order) {
    Numbers end(n_sellers + 1, 0);
    for (auto const& proposal : proposals)
        ++end[proposal.seller + 1];
    for (std::size_t seller = 1; seller < end.size(); ++seller)
        end[seller] += end[seller - 1];
    order.resize(proposals.size());
    for (std::uint32_t number = 0; number < order.size(); ++number)
        order[end[proposals[number].seller]++] = number;
    end.pop_back();
    return end;
}

Answer answer(Proposal const& proposal, double& left, double least_share) {
    if (left <= 0.0 || left < least_share * proposal.quantity)
        return {.request = proposal.request};
    auto const quantity = std::min(proposal.quantity, left);
    left -= quantity;
    return {.request = proposal.request, .accepted = true, .quantity = quantity};
}
} // namespace

std::vector<Answer> share_out(
    std::span<Proposal const> proposals, Capacities capacities, double least_share) {
    Numbers order;
    auto const end = lay_out(proposals, capacities.size(), order);
    std::vector<Answer> answers(proposals.size());
    for_each_row<std::size_t>(capacities.size(), [&](std::size_t seller) {
        auto const from = seller == 0 ? 0U : end[seller - 1];
        auto const own = std::span{order}.subspan(from, end[seller] - from);
        if (own.size() > 1)
            std::sort(own.begin(), own.end(), [&](std::uint32_t a, std::uint32_t b) {
                return served_before(proposals[a], proposals[b]);
            });
        for (std::size_t at = 0; at < own.size(); ++at)
            answers[from + at] =
                answer(proposals[own[at]], capacities[seller], least_share);
    });
    return answers;
}

} // namespace canopy::matching
