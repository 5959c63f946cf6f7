#pragma once

#include "sim/app/job.hpp"
#include "sim/app/talk.hpp"
#include "sim/model/run.hpp"

#include <chrono>
#include <string>

namespace canopy::app {

/// How far a batch has come: one updating line on a terminal, a line for every tenth
/// elsewhere, nothing with --quiet.
class Progress {
  public:
    Progress(std::size_t runs, Settings const& settings);
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;
    Progress(Progress&&) = delete;
    Progress& operator=(Progress&&) = delete;
    ~Progress(); ///< clears the line

    void begin(Job const& job);
    void show(RunProgress const& run);
    void end();

    [[nodiscard]] double seconds() const; ///< since the batch began

  private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] double done(RunProgress const& run) const; ///< share of the batch
    [[nodiscard]] Words line(RunProgress const& run) const;
    void clear() const;

    Settings const& settings_;
    bool terminal_;
    std::size_t runs_;
    std::size_t finished_ = 0;
    int tenths_ = 0;
    std::string label_;
    std::uint64_t seed_ = 0;
    Clock::time_point began_ = Clock::now();
    Clock::time_point shown_{};
    Clock::time_point first_month_{}; ///< when the start stood
};

} // namespace canopy::app
