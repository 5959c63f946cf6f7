#pragma once

#include "sim/app/talk.hpp"
#include "sim/study/local_executor.hpp"

#include <chrono>

namespace canopy::app {

/// How far a study has come: one updating line on a terminal, a line for every tenth
/// elsewhere, nothing with --quiet.
class StudyProgress {
  public:
    /// `before` runs were there already.
    StudyProgress(
        study::RunNumber runs, study::RunNumber before, Settings const& settings);
    StudyProgress(StudyProgress const&) = delete;
    StudyProgress& operator=(StudyProgress const&) = delete;
    StudyProgress(StudyProgress&&) = delete;
    StudyProgress& operator=(StudyProgress&&) = delete;
    ~StudyProgress(); ///< clears the line

    void show(study::Advance const& advance);

    [[nodiscard]] double seconds() const;

  private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] Words line(study::Advance const& advance) const;

    Settings const& settings_;
    bool terminal_;
    study::RunNumber runs_;
    study::RunNumber before_;
    int tenths_;
    Clock::time_point began_ = Clock::now();
    Clock::time_point shown_{};
};

} // namespace canopy::app
