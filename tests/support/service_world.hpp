#pragma once

#include "tests/support/lever_world.hpp"

namespace canopy::test {

inline constexpr std::size_t poor{
    0}; ///< row of the community with half of each service
inline constexpr std::size_t rich{1}; ///< the same people, half more than the mean

inline double& capacity_of(World& world, std::size_t row, Service service) {
    return world.communities.rows[row].capacity[index_of(service)];
}

inline double open_of(World const& world, std::size_t row, Service service) {
    return world.communities.rows[row].open[index_of(service)];
}

inline double level_of(World const& world, std::size_t row, Service service) {
    return world.communities.rows[row].level[index_of(service)];
}

/// The zone of lever_world in December 2022 with two communities of 1,000 people each
/// in Hexi; 500 of each want to work, 475 do.
inline std::unique_ptr<World> service_world() {
    auto world = lever_world(Month{0});
    world->communities = {};
    world->around.firms_in[hexi.row()] = 600.0;
    world->around.firms_in[tianxin.row()] = 400.0;
    for (auto const coverage : {0.5, 1.5}) {
        Community community;
        community.place = hexi;
        community.in_district = true;
        community.coverage.fill(coverage);
        community.people = {100.0, 100.0, 100.0, 200.0, 200.0, 200.0, 100.0};
        community.labour_force = 500.0;
        community.employed = 475.0;
        world->communities.rows.push_back(community);
    }
    world->communities.n_district = 2;
    return world;
}

} // namespace canopy::test
