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

/// Draws from a nested logit: first the nest by λ ln Σ e^(V/λ), then the alternative in
/// it by V/λ, each with Gumbel draws, so that the order of alternatives does not
/// matter. Source: McFadden 1978; MODEL.md S11.
template<std::size_t N>
[[nodiscard]] std::size_t choose_nested(
    std::span<Alternative const> alternatives,
    std::array<double, N> const& scale,
    std::array<double, N> const& nest_luck) {
    constexpr auto lowest = -std::numeric_limits<double>::infinity();
    std::array<double, N> highest;
    highest.fill(lowest);
    for (auto const& option : alternatives)
        highest[option.nest] = std::max(highest[option.nest], option.value);
    std::array<double, N> sum{};
    for (auto const& option : alternatives)
        sum[option.nest] +=
            exp((option.value - highest[option.nest]) / scale[option.nest]);
    std::size_t nest = 0;
    double best = lowest;
    for (std::size_t candidate = 0; candidate < N; ++candidate) {
        if (sum[candidate] <= 0.0) continue;
        auto const worth = highest[candidate] + scale[candidate] * log(sum[candidate])
                           + nest_luck[candidate];
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
