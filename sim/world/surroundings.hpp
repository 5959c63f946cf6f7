#pragma once

#include "sim/world/cells.hpp"
#include "sim/world/kinds.hpp"

#include <array>

namespace canopy {

/// What every firm sees around it this month: aggregates of the month's opening state.
struct Surroundings {
    template<class Value>
    using BySector = std::array<Value, max_sectors>;
    template<class Value>
    using ByPlace = std::array<Value, max_places>;

    Surroundings() {
        for (auto& of_sector : agglomeration)
            of_sector.fill(1.0);
    }

    CellTable<double> firms; ///< number
    std::array<std::array<double, max_sectors>, 2>
        margin{};                        ///< [kind][sector] mean of margin_12m
    BySector<ByPlace<double>> workers{}; ///< [persons]
    BySector<ByPlace<double>>
        digital_share{}; ///< of firms with a digital level above 0
    BySector<ByPlace<double>> agglomeration{}; ///< factor on productivity, S6
    ByPlace<double> firms_in{};
    ByPlace<double> workers_in{};
    ByPlace<double> pooled_users{}; ///< share of the place's firms that pool logistics
    ByPlace<double> pooling_gain{}; ///< share of freight saved by a user
    ByPlace<double> shared_equipment_users{}; ///< number
    BySector<double> mean_price{}; ///< weighted by expected demand [yuan/unit]
    BySector<double> mean_quality{};
    BySector<double> log_mean_price{};
    double individual_revenue = 0.0; ///< mean of the last 12 months [yuan]
    double wage_bill = 0.0;          ///< [yuan/month]
    std::array<double, 2> firms_of_kind{};
};

} // namespace canopy
