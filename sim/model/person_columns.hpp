#pragma once

#include "sim/io/run_layout.hpp"
#include "sim/world/world.hpp"

#include <vector>

namespace canopy {

/// A property of people in the run file's panel.
struct PersonColumn {
    io::Column column;
    double (*value)(World const&, PersonId) = nullptr;
};

/// Every property but the id, in the order of the file; codes are named after the
/// world.
[[nodiscard]] std::vector<PersonColumn> person_columns(World const& world);

} // namespace canopy
