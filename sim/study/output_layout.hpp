#pragma once

#include "sim/model/kpis.hpp"
#include "sim/study/study_file.hpp"
#include "sim/world/world.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace canopy::study {

enum class Statistic : std::uint8_t { mean, last, first, sum, min, max };

/// A measure of which something is kept.
struct KeptMeasure {
    std::string name;         ///< `employment`, or `unit_cost_by_cost_term.energy`
    std::size_t at = 0;       ///< among the values of a KpiRow
    bool of_category = false; ///< one category of a breakdown: it may be empty
    std::string unit;
    std::string long_name;
    std::string long_name_zh;
};

/// One number of a run.
struct KeptScalar {
    std::string name;
    KeptMeasure measure;
    Statistic statistic = Statistic::mean;
    int first = 1; ///< month
    int last = 1;  ///< inclusive
};

/// What is kept of each run, as one row of numbers: the series one after the other, the
/// yearly means, the scalars.
struct OutputLayout {
    int months = 0;
    std::vector<KeptMeasure> series;
    std::vector<KeptMeasure> yearly;
    std::vector<KeptScalar> scalars;

    /// Finds the measures of a study in a world; what is unknown is reported.
    [[nodiscard]] static OutputLayout
    of(StudyFile const& study, World const& world, int months);

    [[nodiscard]] int years() const { return (months + 11) / 12; }

    [[nodiscard]] std::size_t width() const {
        return series.size() * static_cast<std::size_t>(months)
               + yearly.size() * static_cast<std::size_t>(years()) + scalars.size();
    }
};

} // namespace canopy::study
