#pragma once

#include "sim/process/developer_params.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// One month of the developer's businesses before debt: what it earns by line, what
/// that costs, and what of it is cash. All in fen.
struct DeveloperMonth {
    std::array<Fen, n_developer_lines> revenue{};
    Fen from_outside = 0; ///< cash received from outside: fees, works, yields
    Fen land_sold = 0;    ///< of it for residential land
    Fen costs = 0;        ///< cash paid for all businesses, overhead, free services
    Fen full_services = 0; ///< cost of free services and maintenance at their full level
    Fen billed = 0;       ///< revenue that becomes a receivable
    Fen collected = 0;    ///< receivables that become cash
    Fen depreciation = 0;
    double built_megawatts = 0.0;

    /// Cash before interest and tax; rents, power and industrial land, already in the
    /// ledger, included.
    [[nodiscard]] Fen operating_cash() const;

    /// Revenue less costs and depreciation.
    [[nodiscard]] Fen profit_before_interest() const;
};

/// How far the reform has come, 0 to 1.
[[nodiscard]] double reform_progress(DeveloperParams const& params, Month month);

/// What plants of so many megawatts generate in a month, at the power price of December
/// 2022 [yuan].
[[nodiscard]] double generated(DeveloperParams const& params, double megawatts);

/// Companies of the zone.
[[nodiscard]] double number_of_companies(World const& now);

/// People who live in the district.
[[nodiscard]] double district_population(World const& now);

/// Residential land wanted, share of a usual year: population growth of the last twelve
/// months and the scenario's shock.
[[nodiscard]] double land_demand(DeveloperParams const& params, World const& now);

[[nodiscard]] DeveloperMonth
month_of_business(DeveloperParams const& params, World const& now);

} // namespace canopy
