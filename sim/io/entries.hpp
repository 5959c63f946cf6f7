#pragma once

#include "sim/io/diagnostics.hpp"
#include "sim/io/node.hpp"

#include <string>
#include <vector>

namespace canopy {

/// True if an entry `[[…]]` says its name rather than going by its kind.
[[nodiscard]] bool is_named(Node const& entry);

/// Reports entries `[[…]]` of one file that have no name or share one.
void check_entries(Node const& root, Diagnostics& diagnostics);

/// Marks a missing `kind` of named entries as unreadable: the parent that would say it
/// is lost.
void silence_missing_kinds(Node& root);

/// The child of a table, or the entry of `[[…]]`, that a part of a path names.
[[nodiscard]] Node* step_into(Node& node, std::string const& part);

/// What `step_into` would find: keys, or names of entries.
[[nodiscard]] std::vector<std::string> names_inside(Node const& node);

} // namespace canopy
