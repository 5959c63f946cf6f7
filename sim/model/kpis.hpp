#pragma once

#include "sim/kpi/measure.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace canopy {

/// Every measure, in the order of the run file.
[[nodiscard]] Measures kpis();

/// Name in the run file: the key, or `<key>_by_<axis>`.
[[nodiscard]] std::string stored_name(Measure const& measure);

/// What the measures say in one month, one after the other.
class KpiRow {
  public:
    explicit KpiRow(World const& world);

    void compute(World const& world, Tally const& tally);

    [[nodiscard]] Measures const& measures() const { return measures_; }

    [[nodiscard]] std::span<double const> values() const { return values_; }

    /// Values of one measure, one for each label of its axis; no such name is our bug.
    [[nodiscard]] std::span<double const> operator[](std::string_view stored) const;

  private:
    Measures measures_;
    std::vector<std::size_t> first_; ///< where a measure's values begin
    std::vector<double> values_;
};

} // namespace canopy
