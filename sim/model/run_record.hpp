#pragma once

#include "sim/model/recording.hpp"
#include "sim/model/run.hpp"

#include <filesystem>
#include <vector>

namespace canopy {

class Trajectory;

/// Whether a run keeps the enterprises and links of a month.
[[nodiscard]] bool
keeps_snapshot(Scenario const& scenario, bool first_of_scenario, Month month);

/// The file of one run, written month after month.
class RunRecord {
  public:
    /// `run` stands at its start or goes through the scenario's first months for it.
    RunRecord(
        Scenario const& scenario, RunOptions const& options, Trajectory const& run);

    /// Takes the month that `run` has just made.
    void month(Trajectory const& run);

    /// The same, where `first` has taken it already.
    void month(Trajectory const& run, RunRecord const& first);

    /// Gives the file its name, and returns it.
    std::filesystem::path finish();

  private:
    void take(Trajectory const& run);

    Scenario const& scenario_;
    bool first_of_scenario_;
    std::filesystem::path path_;
    Recording recording_;
    std::vector<double> seconds_; ///< of the month's stages, then of the last record
    std::uint64_t state_hash_ = 0;
};

} // namespace canopy
