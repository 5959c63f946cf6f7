#pragma once

#include "sim/engine/schedule.hpp"
#include "sim/model/scenario.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace canopy::laws {

/// File names of the scenarios that the project ships.
[[nodiscard]] std::vector<std::string> shipped_scenarios();

/// A scenario of the project made small, with a short start; `added` is further TOML,
/// such as levers and parameters.
[[nodiscard]] Scenario shrunk(
    std::string const& added = {},
    double scale = 0.01,
    std::string const& file = "zhuzhou-2023.toml");

/// An entry of `added` that says `[[lever]]`.
[[nodiscard]] std::string lever(
    std::string const& kind,
    std::string const& settings,
    std::string const& name = "law");

/// December 2022 of a scenario, grown anew.
[[nodiscard]] World grown(Scenario const& scenario, std::uint64_t seed);

/// The same; equal starts are grown once.
[[nodiscard]] World const& opening_of(Scenario const& scenario, std::uint64_t seed = 1);

/// A scenario at work, month by month, as `canopy run` does it but without a file.
class LawRun {
  public:
    explicit LawRun(Scenario const& scenario, std::uint64_t seed = 1);
    LawRun(Scenario const& scenario, World opening);

    LawRun(LawRun const&) = delete;
    LawRun& operator=(LawRun const&) = delete;
    LawRun(LawRun&&) = delete;
    LawRun& operator=(LawRun&&) = delete;
    ~LawRun() = default;

    void begin_month();
    /// Closes the books; throws InvariantError if an identity does not hold.
    void end_month();

    /// Runs the processes from stage `first` up to, not including, stage `last`.
    void run_stages(std::size_t first, std::size_t last);

    void month();
    void months(int count);

    [[nodiscard]] std::uint64_t hash() const;
    [[nodiscard]] std::size_t stage(std::string_view name) const;

    [[nodiscard]] std::vector<Schedule::Stage> const& stages() const {
        return schedule_.stages();
    }

    World world;

  private:
    Schedule schedule_;
};

/// Hashes after each of `count` months.
[[nodiscard]] std::vector<std::uint64_t> hashes(LawRun& run, int count);

/// A folder of this process that goes with it.
[[nodiscard]] std::filesystem::path const& scratch();

/// All living enterprises.
[[nodiscard]] std::vector<FirmId> living(World const& world);

} // namespace canopy::laws
