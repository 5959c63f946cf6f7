#pragma once

#include "sim/model/parameters.hpp"

namespace canopy {

/// Who lives in the district and around it in December 2022, what serves them and how
/// they feel, and the developer's books: opened anew for every run, since the kept start holds enterprises only.
/// Source: MODEL.md 8, S12, S13.
void open_residents(World& world, Parameters const& parameters);

} // namespace canopy
