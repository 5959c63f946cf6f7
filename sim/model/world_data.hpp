#pragma once

#include "sim/world/world.hpp"

#include <filesystem>

namespace canopy {

/// Files that describe a zone.
struct WorldFiles {
    std::filesystem::path coefficients;
    std::filesystem::path sectors;
    std::filesystem::path places;
    std::filesystem::path clusters;
    std::filesystem::path communities;
};

/// Fills sectors, clusters, places, communities and technology of an empty world from the files.
/// Throws ScenarioError naming file and line.
void read_world_data(WorldFiles const& files, double freight, World& world);

/// Distances between and within places, and the freight that follows from them.
/// Source: MODEL.md S4: freight share of the price .02 + .02 ln(1 + km/10).
void set_distances(Places& places, double freight_level);

} // namespace canopy
