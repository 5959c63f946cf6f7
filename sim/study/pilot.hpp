#pragma once

#include "sim/study/pace.hpp"

#include <functional>
#include <string>

namespace canopy::study {

/// Makes three runs, at the ends and in the middle of a plan, and keeps nothing of
/// them. A pilot that fails is told and counts for nothing. Throws Interrupted if
/// `stop` says so.
[[nodiscard]] Pace measure_pace(
    Plan const& plan,
    std::function<bool()> const& stop,
    std::function<void(RunNumber, std::string const&)> const& failed);

} // namespace canopy::study
