#pragma once

#include "sim/model/trajectory.hpp"
#include "sim/study/output_layout.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace canopy::study {

/// Gathers what is kept of a run while it runs.
class RunOutputs {
  public:
    explicit RunOutputs(OutputLayout const& layout);

    /// Takes the month that a run has just finished.
    void take(KpiRow const& kpis, Month month);

    /// The row of the run, in the order of the layout.
    [[nodiscard]] std::vector<double> row() const;

  private:
    [[nodiscard]] std::span<double const> months_of(std::size_t measure) const;

    OutputLayout const& layout_;
    std::vector<std::size_t> taken_; ///< places in a KpiRow: series, yearly, scalars
    std::vector<double> months_;     ///< [measure × month]
};

/// What makes a row useless: a value that is infinite, or missing where nothing may be
/// missing (a category of a breakdown may be empty). Nothing if it is sound.
[[nodiscard]] std::optional<std::string>
fault_of(std::span<double const> row, OutputLayout const& layout);

} // namespace canopy::study
