#pragma once

#include "sim/world/world.hpp"

namespace canopy {

/// What a firm needs of its inputs.
class InputNeeds {
  public:
    InputNeeds(World const& world, FirmId firm)
        : process_cost_{static_cast<double>(world.firms.process_cost[firm])}
        , expected_demand_{world.firms.expected_demand[firm]}
        , planned_output_{world.firms.planned_output[firm]} {}

    /// Per unit of output, after what the firm has learnt [units/unit].
    [[nodiscard]] double per_unit(LinkedInput const& input) const {
        return input.coefficient * process_cost_;
    }

    /// In a month at expected demand [units].
    [[nodiscard]] double monthly(LinkedInput const& input) const {
        return per_unit(input) * expected_demand_;
    }

    /// For the output that is planned for this month [units].
    [[nodiscard]] double planned(LinkedInput const& input) const {
        return per_unit(input) * planned_output_;
    }

  private:
    double process_cost_;
    double expected_demand_;
    double planned_output_;
};

} // namespace canopy
