#pragma once

#include "sim/world/world.hpp"

#include <filesystem>
#include <string>

namespace canopy {

/// Keeps the opening world in a file; the digest names everything that it depends on.
void save_start(
    std::filesystem::path const& path, std::string const& digest, World const& world);

/// Puts a kept opening into a world that already has its scenario (sectors, places,
/// technology, leaders); the same bits as when it was saved. A damaged file or another
/// digest is an OutputError.
void load_start(
    std::filesystem::path const& path, std::string const& digest, World& world);

/// Lists all sellers anew. A world that was grown and one that was loaded must both
/// pass here: the size of a slot table depends on its past, and draws depend on the
/// size.
void refill_directory(World& world);

} // namespace canopy
