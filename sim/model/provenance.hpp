#pragma once

#include "sim/io/run_layout.hpp"
#include "sim/model/scenario.hpp"

namespace canopy {

/// Where a run file comes from: program, compiler, commit, scenario, seed, time.
[[nodiscard]] io::RunHeader run_header(Scenario const& scenario, std::uint64_t seed);

} // namespace canopy
