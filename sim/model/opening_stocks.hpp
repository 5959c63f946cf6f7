#pragma once

#include "sim/model/first_world.hpp"

namespace canopy {

/// Sets money, loans, listings and the references of December 2022,
/// once the links stand. Source: MODEL.md 8.
void open_books(World& world, StartParams const& start);

} // namespace canopy
