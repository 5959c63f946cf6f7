#pragma once

#include "sim/model/scenario.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace canopy {

class Trajectory;

/// Where a run has come to.
struct RunProgress {
    bool starting = false;    ///< the opening world is being grown
    int done = 0;             ///< months
    int all = 0;              ///< months
    std::int64_t firms = 0;   ///< enterprises now
    double firm_months = 0.0; ///< simulated so far, the start not counted
};

/// What a run is told besides its scenario.
struct RunOptions {
    std::uint64_t seed = 1;
    bool first_of_scenario = true;         ///< keeps the default snapshots
    std::filesystem::path out = "results"; ///< folder of the scenarios' folders
    std::function<void(RunProgress const&)>
        progress;               ///< after each month; may be empty
    std::function<bool()> stop; ///< asked each month; true ends the run without a file
};

/// Thrown when `stop` said so. Exit 75.
class Interrupted : public std::exception {
  public:
    [[nodiscard]] char const* what() const noexcept override { return "interrupted"; }
};

/// Makes the months that a run has left; calls `keep` after each.
void run_to_the_end(
    Trajectory& run, RunOptions const& options, std::function<void()> const& keep);

/// Runs a scenario from its opening world and returns the finished file
/// `<out>/<scenario>/seed-0001.h5`; `observe` sees each month beside the recording.
std::filesystem::path record_run(
    Scenario const& scenario,
    World opening,
    RunOptions const& options,
    std::function<void(Trajectory const&)> const& observe);

/// Seed of the opening population of a run.
[[nodiscard]] std::uint64_t start_seed_of(Scenario const& scenario, std::uint64_t seed);

/// Where an opening world is kept.
[[nodiscard]] std::filesystem::path
kept_start(std::filesystem::path const& out, std::string const& digest);

/// Fills an empty world with December 2022: from the file `kept` if it is there, else
/// grown and kept there; an empty path keeps nothing. Many processes may do it at once.
void open_world(
    Scenario const& scenario,
    std::filesystem::path const& kept,
    std::string const& digest,
    RunOptions const& options,
    World& world);

/// The opening world of a scenario, from the folder of kept starts or grown and kept
/// there.
[[nodiscard]] World opening_world(Scenario const& scenario, RunOptions const& options);

/// What a run takes [bytes], before it starts.
struct RunSize {
    std::uint64_t memory = 0; ///< at its peak
    std::uint64_t moment = 0; ///< of a moment that is kept for another run
    std::uint64_t disk = 0;   ///< of its file
    std::uint64_t firms = 0;  ///< at the end
};

[[nodiscard]] RunSize size_of_run(Scenario const& scenario, bool first_of_scenario);

} // namespace canopy
