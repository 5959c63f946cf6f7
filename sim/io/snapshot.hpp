#pragma once

#include "sim/io/hdf5_file.hpp"
#include "sim/io/run_layout.hpp"

#include <string>

namespace canopy::io {

/// Writes every row of a table to a new group, along a dimension such as `firm`.
void write_table(
    Hdf5File& file,
    std::string const& group,
    std::string const& dimension,
    TableView const& table);

} // namespace canopy::io
