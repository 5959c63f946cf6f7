#pragma once

#include "sim/app/talk.hpp"
#include "sim/study/chunk.hpp"
#include "sim/study/pace.hpp"
#include "sim/study/plan.hpp"
#include "sim/study/study_status.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace canopy::app {

/// What is said after `canopy sweep …`.
struct SweepWords {
    std::string what; ///< a study file, or the folder of one
    std::string out;
    std::string executor = "local";
    std::string slurm; ///< options that sbatch gets too
    std::string list;  ///< of a task: its chunks
    int workers = 0;   ///< 0 = as many as there are processors
    int threads = 0;
    int chunk = 0;  ///< runs; 0 = by the pilot runs
    int points = 0; ///< 0 = twice as many
    std::int64_t run = -1;
};

// What the commands do; each returns the exit code.
[[nodiscard]] int sweep_plan(SweepWords const& words, Settings const& settings);
[[nodiscard]] int sweep_run(SweepWords const& words, Settings const& settings);
[[nodiscard]] int sweep_retry(SweepWords const& words, Settings const& settings);
[[nodiscard]] int sweep_extend(SweepWords const& words, Settings const& settings);
[[nodiscard]] int sweep_status(SweepWords const& words, Settings const& settings);
[[nodiscard]] int sweep_verify(SweepWords const& words, Settings const& settings);
[[nodiscard]] int sweep_pack(SweepWords const& words, Settings const& settings);
[[nodiscard]] int sweep_repro(SweepWords const& words, Settings const& settings);
[[nodiscard]] int sweep_worker(SweepWords const& words); ///< a process of an executor
[[nodiscard]] int sweep_task(SweepWords const& words, Settings const& settings);

/// A plan with its chunks settled.
struct Planned {
    study::Plan plan;
    study::Pace pace;

    [[nodiscard]] study::Chunks chunks() const { return {plan.n_runs(), pace.chunk}; }
};

/// The plan of what the command names: a study file, frozen if nobody has yet, or a
/// planned folder.
[[nodiscard]] Planned
planned_study(SweepWords const& words, Settings const& settings);

/// The plan in a study's folder; makes its pilot runs if nobody has yet.
[[nodiscard]] Planned open_planned(
    std::filesystem::path const& folder,
    SweepWords const& words,
    Settings const& settings);

/// Makes what is missing of a study, packs it and says how it ended.
[[nodiscard]] int
execute(Planned const& planned, SweepWords const& words, Settings const& settings);

/// How a study stands, for people or as JSON.
[[nodiscard]] std::string status_text(
    Planned const& planned, study::StudyStatus const& status, Settings const& settings);

/// How many runs ended how, as a JSON object.
[[nodiscard]] std::string counts_json(study::RunCounts const& counts);

/// A plan that is only looked at: no pilot runs are made.
[[nodiscard]] Planned open_settled(std::filesystem::path const& folder);

/// 0 when complete, 4 when runs failed or are missing.
[[nodiscard]] int exit_of(study::RunCounts const& counts);

/// `canopy sweep repro DIR RUN`
[[nodiscard]] std::string repeat_command(study::Plan const& plan, study::RunNumber run);

/// Lets the analysis write the table of points. Throws PlaceError if it cannot.
void make_design(
    std::filesystem::path const& factors,
    std::filesystem::path const& design,
    Settings const& settings);

} // namespace canopy::app
