#pragma once

#include "sim/study/worker_process.hpp"

#include <map>
#include <string>

namespace canopy::study {

/// What workers have died of in a chunk so far.
class Trouble {
  public:
    /// A worker died under a run: after three of them the run is a crash.
    void died(RunNumber run, int wait_status);

    /// A run took longer than its limit [s] and was ended: it is not tried again.
    void too_long(RunNumber run, double limit);

    /// Tells a worker that is about to do the chunk again.
    void tell(WorkerProcess const& worker) const;

  private:
    void lose(RunNumber run, int status, std::string const& why);

    std::map<RunNumber, int> tried_;
    std::map<RunNumber, std::string> lost_; ///< as the worker is told
};

} // namespace canopy::study
