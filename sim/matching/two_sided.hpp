#pragma once

#include <cstdint>
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

/// A seller's answer to a proposal.
struct Answer {
    std::uint32_t request = 0; ///< of the proposal
    bool accepted = false;
    double quantity = 0.0; ///< that it gets, 0 if refused
};

/// What a seller can give, by seller number; accepted quantities are taken off.
using Capacities = std::span<double>;

/// Lets every seller accept down to its capacity: each proposal in the total order gets
/// min(quantity, what is left) if that is at least `least_share` of it, else is
/// refused. Answers come in the order of the sellers' numbers, of one seller as it
/// serves them. Source: deferred acceptance without replacement of held offers, after
/// Gale & Shapley 1962; MODEL.md 7.
[[nodiscard]] std::vector<Answer> share_out(
    std::span<Proposal const> proposals, Capacities capacities, double least_share);

} // namespace canopy::matching
