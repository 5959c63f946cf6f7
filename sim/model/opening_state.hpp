#pragma once

#include "sim/world/world.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace canopy {

// What the making of December 2022 changes in tables that a scenario fills: kept with a
// saved start as rows of numbers.

/// What changes of a place.
using PlaceState = std::array<double, 7>;

[[nodiscard]] inline PlaceState state_of(Place const& place) {
    return {
        place.space,
        place.factory_space,
        place.occupied,
        place.rent_pressure,
        place.livability,
        place.ease,
        place.service};
}

inline void set_state(Place& place, PlaceState const& state) {
    place.space = state[0];
    place.factory_space = state[1];
    place.occupied = state[2];
    place.rent_pressure = state[3];
    place.livability = state[4];
    place.ease = state[5];
    place.service = state[6];
}

/// What balancing the start sets of a sector.
[[nodiscard]] inline double state_of(Sector const& sector) {
    return sector.local_market_share;
}

inline void set_state(Sector& sector, double local_market_share) {
    sector.local_market_share = local_market_share;
}

[[nodiscard]] inline std::uint8_t state_of(Leader const& leader) {
    return leader.stopped ? 1 : 0;
}

inline void set_state(Leader& leader, std::uint8_t stopped) {
    leader.stopped = stopped != 0;
}

/// What balancing the start sets of a recipe; which goods are linked is the scenario's.
struct RecipeState {
    double markup = 0.0;
    std::array<double, max_sectors> pooled{};
    std::array<double, n_terms> pooled_cost{};
    std::array<double, max_inputs> coefficient{};
};

[[nodiscard]] inline RecipeState state_of(Recipe const& recipe) {
    RecipeState state{recipe.markup, recipe.pooled, recipe.pooled_cost, {}};
    for (std::size_t input = 0; input < recipe.linked.size(); ++input)
        state.coefficient[input] = recipe.linked[input].coefficient;
    return state;
}

inline void set_state(Recipe& recipe, RecipeState const& state) {
    recipe.markup = state.markup;
    recipe.pooled = state.pooled;
    recipe.pooled_cost = state.pooled_cost;
    for (std::size_t input = 0; input < recipe.linked.size(); ++input)
        recipe.linked[input].coefficient = state.coefficient[input];
}

/// States of all rows of a table.
template<class Rows>
[[nodiscard]] auto states_of(Rows const& rows) {
    std::vector<decltype(state_of(rows.front()))> states;
    for (auto const& row : rows)
        states.push_back(state_of(row));
    return states;
}

} // namespace canopy
