#pragma once

#include "sim/base/vector_math.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <span>

namespace canopy::rules {

/// An alternative of a nested logit: its value, its nest and its own Gumbel draw.
struct Alternative {
    double value = 0.0;
    std::size_t nest = 0;
    double luck = 0.0;
};

/// What each nest is worth, λ ln Σ e^(V/λ); an empty one is worth −∞.
/// Source: McFadden 1978.
template<std::size_t N>
[[nodiscard]] std::array<double, N> nest_worths(
    std::span<Alternative const> alternatives, std::array<double, N> const& scale) {
    std::array<double, N> highest;
    highest.fill(-std::numeric_limits<double>::infinity());
    for (auto const& option : alternatives)
        highest[option.nest] = std::max(highest[option.nest], option.value);
    std::array<double, N> sum{};
    for (auto const& option : alternatives)
        sum[option.nest] +=
            exp((option.value - highest[option.nest]) / scale[option.nest]);
    auto worths = highest;
    for (std::size_t nest = 0; nest < N; ++nest)
        if (sum[nest] > 0.0) worths[nest] += scale[nest] * log(sum[nest]);
    return worths;
}

/// Probability that an alternative of one nest is chosen.
template<std::size_t N>
[[nodiscard]] double
chance_of_nest(std::array<double, N> const& worths, std::size_t nest) {
    auto const highest = *std::max_element(worths.begin(), worths.end());
    double sum = 0.0;
    for (auto const worth : worths)
        sum += exp(worth - highest);
    return exp(worths[nest] - highest) / sum;
}

/// Draws from a nested logit: first the nest by what it is worth, then the alternative
/// in it by V/λ, each with Gumbel draws, so that the order of alternatives does not
/// matter. Source: McFadden 1978; MODEL.md S11.
template<std::size_t N>
[[nodiscard]] std::size_t choose_nested(
    std::span<Alternative const> alternatives,
    std::array<double, N> const& scale,
    std::array<double, N> const& nest_luck) {
    constexpr auto lowest = -std::numeric_limits<double>::infinity();
    auto const worths = nest_worths<N>(alternatives, scale);
    std::size_t nest = 0;
    double best = lowest;
    for (std::size_t candidate = 0; candidate < N; ++candidate) {
        auto const worth = worths[candidate] + nest_luck[candidate];
        if (worth <= best) continue;
        best = worth;
        nest = candidate;
    }
    std::size_t chosen = 0;
    best = lowest;
    for (std::size_t index = 0; index < alternatives.size(); ++index) {
        auto const& option = alternatives[index];
        if (option.nest != nest) continue;
        auto const worth = option.value / scale[nest] + option.luck;
        if (worth <= best) continue;
        best = worth;
        chosen = index;
    }
    return chosen;
}

} // namespace canopy::rules
