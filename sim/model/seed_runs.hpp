#pragma once

#include "sim/model/run_record.hpp"

#include <memory>
#include <vector>

namespace canopy {

struct Moment;

/// The runs of some scenarios with one seed, one after the other. Months that a
/// scenario has in common with the first are simulated once and stand in both files.
class SeedRuns {
  public:
    /// Throws OutputError if a folder cannot be made.
    SeedRuns(std::vector<Scenario const*> const& scenarios, RunOptions options);

    /// Makes the next run; returns its finished file `<out>/<scenario>/seed-0001.h5`.
    std::filesystem::path next();

  private:
    struct Run {
        Scenario const* scenario;
        int shared = 0; ///< months that the first run makes for it
        std::unique_ptr<RunRecord> record;
        std::shared_ptr<Moment const> from; ///< where it leaves the first run
    };

    [[nodiscard]] Trajectory beginning(Run& run) const;
    void share(Trajectory const& first);

    RunOptions options_;
    std::vector<Run> runs_;
    std::size_t n_done_ = 0;
};

} // namespace canopy
