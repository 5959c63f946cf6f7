#pragma once

#include "sim/io/diagnostics.hpp"
#include "sim/io/node.hpp"

namespace canopy {

/// Lays a file's tree over its parent's.
void merge(Node& parent, Node own, Diagnostics& diagnostics);

} // namespace canopy
