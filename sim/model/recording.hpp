#pragma once

#include "sim/io/run_file.hpp"
#include "sim/model/firm_columns.hpp"
#include "sim/model/person_columns.hpp"
#include "sim/model/kpis.hpp"
#include "sim/world/identities.hpp"
#include "sim/world/world.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace canopy {

/// What is known of a month beyond the world itself.
struct MonthResults {
    std::span<double const> kpi;         ///< of KpiRow
    std::span<Residual const> residuals; ///< of close_month
    std::uint64_t state_hash = 0;
    std::span<double const> timing; ///< [s], one for each name given at the start
};

/// Writes what the run file keeps of a world, month by month.
class Recording {
  public:
    Recording(
        std::filesystem::path const& path,
        io::RunHeader const& header,
        World const& world,
        Measures const& measures,
        std::vector<std::string> timing);

    void month(World const& world, MonthResults const& results);

    /// All enterprises and links as they stand.
    void snapshot(World const& world);

    void finish() { file_.finish(); }

  private:
    void take_panel(World const& world);
    void take_person_panel(World const& world);

    std::vector<FirmColumn> columns_;
    std::vector<FirmColumn> panel_columns_;
    std::vector<PersonColumn> person_columns_;
    io::RunFile file_;
    std::vector<std::int64_t> panel_ids_;
    std::vector<float> panel_; ///< [column × firm]
    std::vector<std::int64_t> person_ids_;
    std::vector<float> person_panel_; ///< [column × person]
    std::vector<std::int64_t> flows_;
    std::vector<double> checks_;
};

} // namespace canopy
