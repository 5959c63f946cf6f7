#pragma once

#include "sim/model/run.hpp"
#include "sim/model/scenario_template.hpp"
#include "sim/study/design_table.hpp"
#include "sim/study/plan.hpp"
#include "sim/study/run_record.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace canopy::study {

/// The record of a run that ended by itself: its results, or what is wrong with them.
[[nodiscard]] RunRecord judged(std::vector<double> values, OutputLayout const& layout);

/// Memory for what is kept between the runs of a study with so many seeds [bytes].
[[nodiscard]] std::uint64_t kept_memory(RunSize const& size, std::uint64_t seeds);

/// Makes single runs of a plan. What many runs share is made once and kept: scenarios,
/// data, opening worlds, and the months before the points of the study part.
class Experiment {
  public:
    /// `stop`, asked each month, ends a run with Interrupted.
    Experiment(Plan const& plan, std::function<bool()> stop);
    ~Experiment();
    Experiment(Experiment const&) = delete;
    Experiment& operator=(Experiment const&) = delete;
    Experiment(Experiment&&) = delete;
    Experiment& operator=(Experiment&&) = delete;

    /// Time that the last run took [s], and its opening world before it.
    struct Timing {
        double start = 0.0;
        double run = 0.0;
        std::int64_t firms = 0;
    };

    /// One run: its status and results. A file that cannot be read or written is no
    /// result and is thrown as OutputError.
    [[nodiscard]] RunRecord run(RunNumber run);

    [[nodiscard]] Timing const& timing() const { return timing_; }

    [[nodiscard]] OutputLayout const& layout() const { return layout_; }

    /// Reads the points of some runs; SHA-256 of their lines.
    std::string open_rows(RunNumber first, RunNumber last);

  private:
    struct Beginning;
    struct Kept;

    [[nodiscard]] std::vector<double> results(RunNumber run);
    [[nodiscard]] std::vector<double> recorded(
        RunPlace const& place,
        ScenarioTemplate const& scenario,
        Scenario const& varied);
    [[nodiscard]] std::vector<double> unrecorded(
        ScenarioTemplate const& scenario, Scenario const& varied, std::uint64_t seed);
    [[nodiscard]] std::vector<std::string> const& row(std::int64_t point);
    [[nodiscard]] std::string
    digest_of_start(Scenario const& varied, std::uint64_t start_seed);
    [[nodiscard]] std::string
    name_of_start(Scenario const& varied, std::uint64_t start_seed);
    [[nodiscard]] World opening(
        ScenarioTemplate const& scenario, Scenario const& varied, std::uint64_t seed);

    Plan const& plan_;
    std::function<bool()> stop_;
    std::vector<ScenarioTemplate> scenarios_;
    OutputLayout layout_;
    DesignTable table_;
    std::int64_t first_point_ = 0;
    std::vector<std::vector<std::string>> rows_; ///< from the first point on
    std::unique_ptr<Kept> kept_;
    int months_together_; ///< of runs with one seed, before any of them parts
    std::map<std::pair<std::string, std::uint64_t>, std::string>
        digests_; ///< of starts, by scenario and seed, where no factor changes them
    Timing timing_;
};

} // namespace canopy::study
