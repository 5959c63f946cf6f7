#pragma once

#include "sim/io/diagnostics.hpp"
#include "sim/io/node.hpp"

#include <string>
#include <vector>

namespace canopy {

/// One line of `remove = ["lever.NAME"]`.
struct Removal {
    std::string path;
    SourcePosition position;
};

/// Takes the key `remove` out of a file's tree.
[[nodiscard]] std::vector<Removal> take_removals(Node& own, Diagnostics& diagnostics);

void apply_removals(
    Node& parent, std::vector<Removal> const& removals, Diagnostics& diagnostics);

void report_removals_without_base(
    std::vector<Removal> const& removals, Diagnostics& diagnostics);

} // namespace canopy
