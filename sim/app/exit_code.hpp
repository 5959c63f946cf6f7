#pragma once

namespace canopy::app {

/// What the shell is told.
enum class ExitCode {
    ok = 0,
    usage = 2,        ///< the scenario or the command line
    input_output = 3, ///< a file, or no room for the run
    failed_runs = 4,  ///< a study has finished, some of its runs failed
    our_bug = 70,
    interrupted = 75
};

} // namespace canopy::app
