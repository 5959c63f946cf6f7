#pragma once

#include "sim/study/plan.hpp"
#include "sim/study/run_record.hpp"

#include <functional>
#include <string>

namespace canopy::study {

/// A run that was made again.
struct Repeated {
    RunRecord before; ///< missing if the study has not made it yet
    RunStatus now = RunStatus::missing;
    std::string message; ///< why it failed this time
    bool same = false;   ///< every value, byte for byte; of a failure, its kind
};

/// Makes a run of a study again in a process of its own, so that one that crashes or
/// hangs can be told about too. Throws Interrupted if `stop` says so.
[[nodiscard]] Repeated
repeat(Plan const& plan, RunNumber run, std::function<bool()> const& stop);

} // namespace canopy::study
