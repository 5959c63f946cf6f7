#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace canopy::study {

/// Output of a program that ended with exit code 0.
struct ProgramResult {
    int exit_code = 0;
    std::string output; ///< stdout and stderr
};

/// Runs a program found in PATH and waits for it.
[[nodiscard]] ProgramResult run_program(std::vector<std::string> const& words);

/// Submits a batch script; tries again, ever more slowly, while the scheduler is busy
/// or cannot be reached. Returns the number of the job. Throws OutputError with the
/// scheduler's words when it refuses for good, Interrupted when `stop` says so.
[[nodiscard]] std::string
submit(std::string const& script, std::function<bool()> const& stop);

/// Jobs of a name that are waiting or running, task by task; nothing if the scheduler
/// does not answer.
[[nodiscard]] std::optional<std::map<std::string, std::string>>
jobs_called(std::string const& name);

/// Tasks that one array may have.
[[nodiscard]] int most_tasks();

/// Sleeps, but not longer than until `stop` says so.
void pause_for(double seconds, std::function<bool()> const& stop);

} // namespace canopy::study
