#pragma once

#include "sim/base/money.hpp"
#include "sim/world/kinds.hpp"

#include <array>

namespace canopy {

/// What the zone sells to and buys from; [sector] unless said otherwise.
struct OutsideWorld {
    std::array<double, max_sectors>
        demand{}; ///< opening demand [yuan/month], closes the start
    std::array<double, max_sectors> cycle{}; ///< AR(1) deviation of demand, logs
    std::array<double, max_sectors>
        demand_shock{}; ///< factor − 1 from the scenario's shocks
    std::array<double, max_sectors> import_price{}; ///< [yuan/unit], 1 in December 2022
    std::array<double, max_sectors> log_import_price{};
    double credit_squeeze = 0.0; ///< share of lending lost to shocks
    double power_price = 0.0;    ///< factor − 1 on energy from shocks
    double land_demand = 0.0;    ///< factor − 1 on land wanted, from shocks

    std::array<double, max_sectors>
        household_share{};  ///< local spending per yuan of wages
    double wage_bill = 0.0; ///< smoothed [yuan/month]
    std::array<double, max_sectors> household_part{}; ///< of this month's final demand

    /// What dealers of the zone sold last month [yuan]; they buy the local part back.
    std::array<double, max_sectors> dealer_sales{};

    Fen receivables =
        0; ///< trade credit that outside sellers gave to firms of the zone
};

} // namespace canopy
