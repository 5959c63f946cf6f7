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
};

/// Fills sectors, clusters, places and technology of an empty world from the files.
/// Throws ScenarioError naming file and line.
void read_world_data(WorldFiles const& files, double freight, World& world);

} // namespace canopy
