#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace canopy::matching {

/// An offer that a buyer makes to a seller. Sellers serve offers in the order of
/// (tier, score, hash): a total order, so the result does not depend on threads.
struct Proposal {
    std::uint32_t seller = 0;
    std::uint32_t request = 0; ///< the caller's own number
    std::uint8_t tier = 0;     ///< higher is served first
    float score = 0.0F;        ///< higher is served first within a tier
    std::uint64_t hash = 0;    ///< of (buyer, month, round): breaks ties
    double quantity = 0.0;     ///< asked for
};

/// What a seller can give, by seller number; accepted quantities are taken off.
using Capacities = std::span<double>;

/// Lets every seller accept down to its capacity: each proposal in the total order gets
/// min(quantity, what is left) if that is at least `least_share` of it, else is
/// refused. Sellers come in the order of their numbers; `accepted(proposal, quantity)`
/// and `refused(proposal)` are called as their proposals are served. Source: deferred
/// acceptance without replacement of held offers, after Gale & Shapley 1962;
/// MODEL.md 7.
void share_out(
    std::span<Proposal const> proposals,
    Capacities capacities,
    double least_share,
    std::function<void(Proposal const&, double)> const& accepted,
    std::function<void(Proposal const&)> const& refused);

} // namespace canopy::matching
