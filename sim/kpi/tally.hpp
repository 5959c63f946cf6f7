#pragma once

#include "sim/world/world.hpp"

#include <array>
#include <cstdint>

namespace canopy {

/// Sums over all enterprises at the end of a month, gathered in one pass in row order.
struct FirmTally {
    using Count = std::int64_t;
    template<class Value>
    using BySector = std::array<Value, max_sectors>;
    template<class Value>
    using ByPlace = std::array<Value, max_places>;

    std::array<Count, 2> firms_of_kind{};
    BySector<Count> firms{};
    ByPlace<Count> firms_in{};
    ByPlace<Count> born_in{}; ///< this month
    ByPlace<Count> above_scale_in{};
    BySector<Count> workers{};
    ByPlace<Count> workers_in{};
    Count loss_makers = 0; ///< by the smoothed margin
    Count digital = 0;     ///< with a digital level above 0
    Count green = 0;       ///< that use green power

    BySector<Fen> revenue{};
    ByPlace<Fen> revenue_in{};
    Fen cash = 0;
    Fen loans = 0; ///< leaders' debts outside included

    double output = 0.0;                   ///< [units]
    BySector<double> output_value{};       ///< at own prices [yuan]
    BySector<double> cost{};               ///< of what was sold [yuan]
    std::array<double, n_terms> cost_of{}; ///< the same by term [yuan]

    double district_above_scale_sales = 0.0; ///< of twelve months [yuan]
    std::array<double, 8> largest_sales{};   ///< of them, the eight largest, falling

    void count_sales(double sales);
    FirmTally& operator+=(FirmTally const& other);
};

/// Live supply links at the end of a month.
struct LinkTally {
    std::array<std::int64_t, n_tiers>
        local{};              ///< between enterprises of the zone, by tier
    std::int64_t outside = 0; ///< with outside sellers

    LinkTally& operator+=(LinkTally const& other);
};

/// People who live and people who work on the two sides of the district's border.
struct CommuterTally {
    std::int64_t in = 0;
    std::int64_t out = 0;

    CommuterTally& operator+=(CommuterTally const& other);
};

/// Everything that the measures need beyond the month's counts and ledger.
struct Tally {
    FirmTally firms;
    LinkTally links;
    CommuterTally commuters;
};

[[nodiscard]] Tally take_tally(World const& world);

} // namespace canopy
