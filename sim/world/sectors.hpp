#pragma once

#include "sim/base/id.hpp"
#include "sim/world/kinds.hpp"

#include <array>
#include <string>
#include <vector>

namespace canopy {

/// Who sets a sector's prices besides its own cost.
enum class Market : std::uint8_t { outside, local };

/// What is the same for all firms of a sector. Source: scenarios/data/sectors.csv.
struct Sector {
    std::string code;
    std::string name;
    std::string name_zh;
    bool linked = false; ///< bought on lasting links; else a utility, bank or landlord
    bool industry = false; ///< makes goods in plants: industrial space, freight
    bool stores_output = false;
    bool high_tech = false;
    Market market = Market::local;
    double output_per_worker = 0.0; ///< [yuan/year]
    double wage = 0.0;              ///< [yuan/year] a worker, national mean
    double space_per_worker = 0.0;  ///< [m²]
    double rent = 0.0;              ///< [yuan/m²/month] at rent index 1
    double wastewater = 0.0;        ///< [m³/yuan of output]
    double above_scale_line = 0.0;  ///< [yuan of output/year], 0 = no line
    double local_market_share =
        0.0; ///< λ: probability that a candidate is a local seller
    double household_share = 0.0;  ///< of urban household consumption
    double household_local = 0.0;  ///< of it bought in the zone
    double individual_share = 0.0; ///< of opening individual businesses
    double company_share = 0.0;    ///< of opening companies
    std::array<double, n_skills> skill_mix{};
    std::array<double, 4> opening_places{}; ///< of the zone's places
};

/// A group of sectors that policy and measures name together: one of the "2+2"
/// clusters. Source: scenarios/data/clusters.csv.
struct Cluster {
    std::string name;
    std::string name_zh;
    std::vector<SectorId> sectors;
};

/// One input bought on links.
struct LinkedInput {
    SectorId good;
    double coefficient = 0.0; ///< [units of good / unit of output]
    CostTerm term = CostTerm::materials;
    bool critical = false; ///< output cannot exceed its stock
    bool freight = false;  ///< carried over distance at the buyer's cost
};

/// What one unit of output needs, for a sector and kind of firm.
struct Recipe {
    std::vector<LinkedInput> linked; ///< at most max_inputs, largest first
    std::array<double, max_sectors>
        pooled{}; ///< [units/unit] bought from the place's market
    std::array<double, n_terms>
        pooled_cost{};   ///< the same by cost term, at base prices
    double markup = 0.0; ///< pays tax, depreciation and surplus
};

} // namespace canopy
