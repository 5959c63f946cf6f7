#pragma once

#include "sim/engine/lever_program.hpp"
#include "sim/engine/schedule.hpp"
#include "sim/model/kpis.hpp"
#include "sim/model/scenario.hpp"
#include "sim/world/identities.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace canopy {

/// Where a run stands at the end of a month: all that the months to come depend on.
struct Moment {
    World world;
    LeverAccounts levers;
};

/// One run, month after month, with its books closed and its measures taken; whoever
/// steps it decides what is kept.
class Trajectory {
  public:
    /// `opening` is the scenario's world of December 2022.
    Trajectory(Scenario const& scenario, World opening);

    /// Goes on from the moment of a run whose scenario has been the same so far.
    Trajectory(Scenario const& scenario, Moment moment);

    [[nodiscard]] Moment moment() const { return {world_, levers_->accounts()}; }

    /// Runs the next month. Throws InvariantError if the books do not close.
    void step();

    [[nodiscard]] int n_months() const { return n_months_; }

    [[nodiscard]] bool done() const { return n_done_ >= n_months_; }

    [[nodiscard]] World const& world() const { return world_; }

    [[nodiscard]] KpiRow const& kpis() const { return kpis_; }

    [[nodiscard]] std::span<Residual const> residuals() const { return residuals_; }

    /// Enterprises at the end of the month.
    [[nodiscard]] std::int64_t firms() const;

    /// Names of what `seconds` times: the processes, then the books.
    [[nodiscard]] std::vector<std::string> stages() const;

    [[nodiscard]] std::span<double const> seconds() const { return seconds_; }

  private:
    World world_;
    std::shared_ptr<LeverProgram> levers_;
    Schedule month_;
    KpiRow kpis_;
    std::vector<Residual> residuals_;
    std::vector<double> seconds_;
    int n_months_;
    int n_done_ = 0;
};

} // namespace canopy
