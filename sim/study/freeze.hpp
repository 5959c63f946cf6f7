#pragma once

#include "sim/study/plan.hpp"

#include <filesystem>
#include <functional>

namespace canopy::study {

/// Writes the table of points: takes `factors.json`, makes `design.csv` and
/// `design.json`.
using MakeDesign = std::function<void(
    std::filesystem::path const& factors, std::filesystem::path const& design)>;

/// Freezes a study: checks it with all its scenarios, then copies everything it needs
/// into `plan/` of its folder, which appears when it is whole. Throws ScenarioError
/// with every mistake.
[[nodiscard]] Plan freeze(
    std::filesystem::path const& study_file,
    std::filesystem::path const& study_folder,
    MakeDesign const& make_design);

/// Throws Refused if the study, its scenarios or data are no longer those of a plan.
void require_same_study(Plan const& plan, std::filesystem::path const& study_file);

/// What the maker of the table of points is told; `drawn` are points or trajectories,
/// `csv` is the table of a design that has one.
[[nodiscard]] std::string
factors_json(StudyFile const& study, int drawn, std::string const& csv);

/// What a study asks its design for: points, of morris trajectories; 0 if neither.
[[nodiscard]] int drawn_by(StudyFile const& study);

/// A folder for a plan under way, which goes away unless it gets its final name.
class DraftFolder {
  public:
    explicit DraftFolder(std::filesystem::path const& study_folder);
    DraftFolder(DraftFolder const&) = delete;
    DraftFolder& operator=(DraftFolder const&) = delete;
    DraftFolder(DraftFolder&&) = delete;
    DraftFolder& operator=(DraftFolder&&) = delete;
    ~DraftFolder();

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

    /// Gives it its final name, which nothing has yet.
    void publish(std::filesystem::path const& final_path);

    /// Changes places with a folder that is there; the old one goes away.
    void replace(std::filesystem::path const& final_path);

  private:
    std::filesystem::path path_;
};

/// Number of rows of a table of points.
[[nodiscard]] std::int64_t count_points(std::filesystem::path const& design);

} // namespace canopy::study
