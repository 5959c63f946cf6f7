#pragma once

#include "sim/base/month.hpp"
#include "sim/engine/lever_program.hpp"
#include "sim/io/document.hpp"
#include "sim/model/parameters.hpp"
#include "sim/model/world_data.hpp"
#include "sim/policy/lever.hpp"
#include "sim/process/shocks.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace canopy {

/// When a run ends; it always begins in January 2023.
struct TimeParams {
    Month last{72};

    static void describe(auto&& field) {
        field(
            "last_month",
            &TimeParams::last,
            "month",
            Meaning{"last month that is run", "最后运行月份", ""});
    }
};

/// What is drawn and kept of the start.
struct WorldParams {
    double scale = 1.0;
    std::optional<int> start_seed;

    static void describe(auto&& field) {
        field(
            "scale",
            &WorldParams::scale,
            Range{1e-4, 100.0},
            "1",
            Meaning{"share of the zone that is simulated", "模拟规模", ""});
        field(
            "start_seed",
            &WorldParams::start_seed,
            Range{0.0, 2e9},
            "1",
            Meaning{
                "seed of the opening population; absent = the run's",
                "期初随机种子，默认同运行种子",
                ""});
    }
};

/// What the run file keeps beyond the monthly measures.
struct RecordParams {
    std::vector<std::string> snapshots;

    static void describe(auto&& field) {
        field(
            "snapshots",
            &RecordParams::snapshots,
            "",
            Meaning{
                "\"yearly\" or months whose enterprises and links are kept; absent = "
                "the "
                "first and last month of the first seed",
                "保存快照：yearly 或具体月份；默认仅首个种子的首末月",
                ""});
    }
};

/// One `[[lever]]`: its name, the system it belongs to and what adds it to a program.
struct LeverEntry {
    std::string name;
    System system = System::open;
    std::function<void(LeverProgram&)> add;
};

/// One `[[project]]` at full scale, and the system it is part of.
struct ProjectEntry {
    Project project;
    System system = System::professional;
};

/// One run's world in words: everything that its scenario file and its parents say.
struct Scenario {
    std::string name; ///< of the file, without its ending
    std::string title;
    std::string title_zh;
    TimeParams time;
    WorldParams world;
    RecordParams record;
    Parameters parameters;
    WorldFiles files;
    std::vector<Leader> leaders; ///< at full scale; sector and place resolved
    std::vector<Shock> shocks;
    std::vector<ProjectEntry> projects;
    std::vector<LeverEntry> levers;
    std::string text_as_given;
    std::string resolved_text;
    std::vector<ResolvedValue> values; ///< everything that is written
};

/// Reads a scenario. Throws ScenarioError with every mistake of the file and its
/// parents.
[[nodiscard]] Scenario read_scenario(
    std::filesystem::path const& file, std::vector<std::string> const& overrides = {});

/// The scenario of a document already read; `names`, if not null, holds the sectors,
/// places and clusters of its data files, which then are not read again.
[[nodiscard]] Scenario scenario_of(Document const& document, World const* names);

/// The world of a scenario before anybody lives in it.
[[nodiscard]] World empty_world(Scenario const& scenario, std::uint64_t seed);

/// The same from a world that holds what the data files say.
[[nodiscard]] World
empty_world(Scenario const& scenario, std::uint64_t seed, World data);

} // namespace canopy
