#pragma once

#include "sim/world/world.hpp"

namespace canopy {

/// Makes a company of an individual business: links and stocks pass to the company
/// recipe, what has no place in it is settled, ended and scrapped. Source: MODEL.md S9.
void incorporate(World& world, FirmId firm);

} // namespace canopy
