#pragma once

#include "sim/study/output_layout.hpp"
#include "sim/study/study_file.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace canopy::study {

using RunNumber = std::int64_t;

/// Which run a number means: all replicates of a scenario, all scenarios of a point.
struct RunPlace {
    std::int64_t point = 0;
    std::size_t scenario = 0;
    int replicate = 0;
};

/// What freezing a study wrote down beside the copies of its files.
struct PlanFacts {
    std::string name;    ///< of the study file
    std::string program; ///< SHA-256 of the program that planned
    std::string version;
    std::string commit;
    std::string core;   ///< digest of study, scenarios and data: all but the points
    std::string digest; ///< digest of the core and the table of points
    std::int64_t points = 0;
    std::string csv; ///< table of one's own that the points came from, else empty
    int drawn = 0;   ///< points (of morris: trajectories) that the design was asked for
    int months = 0;
    std::vector<std::string> scenarios; ///< names, in the study's order
    bool shared_starts = true;          ///< no factor changes December 2022
};

/// A frozen study: the folder `plan/` of a study's folder, which needs no other file.
class Plan {
  public:
    /// Reads a plan. Throws Refused if there is none.
    [[nodiscard]] static Plan open(std::filesystem::path const& study_folder);

    [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }

    [[nodiscard]] std::filesystem::path file(std::string const& name) const {
        return folder_ / "plan" / name;
    }

    [[nodiscard]] std::filesystem::path scenario_file(std::size_t scenario) const;

    [[nodiscard]] PlanFacts const& facts() const { return facts_; }

    [[nodiscard]] StudyFile const& study() const { return study_; }

    [[nodiscard]] RunNumber n_runs() const {
        return facts_.points * static_cast<RunNumber>(facts_.scenarios.size())
               * study_.text.replicates;
    }

    [[nodiscard]] RunPlace place(RunNumber run) const;

    [[nodiscard]] std::uint64_t seed(RunPlace const& place) const {
        return static_cast<std::uint64_t>(study_.text.first_seed + place.replicate);
    }

    /// Throws Refused if this program is not the one that planned.
    void require_this_program() const;

    /// Throws Refused if a file of the plan is not what it was when it was frozen.
    void require_untouched() const;

  private:
    Plan(std::filesystem::path folder, PlanFacts facts, StudyFile study);

    std::filesystem::path folder_;
    PlanFacts facts_;
    StudyFile study_;
};

[[nodiscard]] bool has_plan(std::filesystem::path const& study_folder);

/// Digest of the core and the table of points in a folder `plan/`.
[[nodiscard]] std::string
plan_digest(std::filesystem::path const& plan_folder, std::string const& core);

/// Digest of study, scenarios and data in a folder `plan/`.
[[nodiscard]] std::string core_digest(
    std::filesystem::path const& plan_folder,
    std::vector<std::string> const& scenarios);

void write_facts(std::filesystem::path const& plan_folder, PlanFacts const& facts);

/// The text of a whole file. Throws OutputError.
[[nodiscard]] std::string read_whole(std::filesystem::path const& file);

/// Writes a file under another name, then gives it its own. Throws OutputError.
void write_whole(std::filesystem::path const& file, std::string const& text);

} // namespace canopy::study
