#pragma once

#include "sim/io/hdf5_file.hpp"
#include "sim/study/output_layout.hpp"
#include "sim/study/plan.hpp"

#include <vector>

namespace canopy::study {

/// The variables of a pack that are filled run by run.
struct PackVariables {
    io::Hdf5Dataset run, point, scenario, replicate, seed, status, attempts, message;
    std::vector<io::Hdf5Dataset> series;
    std::vector<io::Hdf5Dataset> yearly;
    std::vector<io::Hdf5Dataset> scalars;
};

/// Makes coordinates, factors and empty variables in a new file.
[[nodiscard]] PackVariables
make_pack_variables(io::Hdf5Group& root, Plan const& plan, OutputLayout const& layout);

} // namespace canopy::study
