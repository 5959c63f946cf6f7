#pragma once

#include "sim/base/describe.hpp"

#include <array>
#include <cstddef>

namespace canopy::rules {

/// What an investor from outside sees of a site, a unit of output each [yuan/unit].
struct InvestorView {
    double labour = 0.0;
    double land = 0.0; ///< price of the plant's land, a year's share of it
    double energy = 0.0;
    double logistics = 0.0;
    double local_supply = 0.0; ///< share of its inputs that it could buy there
    double log_market_access = 0.0;
    double log_sector_jobs = 0.0;
    double service = 1.0;
    double livability = 1.0;
};

/// Weights by which an investor compares sites. Source: location choice after McFadden
/// 1974 and Carlton 1983; weights judgement.
struct InvestorTaste {
    double cost = 12.0;
    double local_supply = 1.5;
    double market = 0.3;
    double cluster = 0.2;
    double service = 0.5;
    double livability = 0.5;

    static void describe(auto&& field) {
        using T = InvestorTaste;
        field("cost_pull", &T::cost, Range{0.0, 100.0}, "unit/yuan",
              Meaning{"weight of labour, land, energy and freight a unit of output",
                      "用工、用地、用能、物流成本的权重", "judgement"});
        field("supply_pull", &T::local_supply, Range{0.0, 100.0}, "1",
              Meaning{"weight of the share of inputs that is to be had there",
                      "本地配套率的权重", "judgement"});
        field("market_pull", &T::market, Range{0.0, 100.0}, "1",
              Meaning{"weight of log market access", "市场可达性的权重", "judgement"});
        field("cluster_pull", &T::cluster, Range{0.0, 100.0}, "1",
              Meaning{"weight of the sector's log jobs there", "同业集聚的权重",
                      "judgement"});
        field("service_pull", &T::service, Range{0.0, 100.0}, "1",
              Meaning{"weight of park services", "园区服务的权重", "judgement"});
        field("livability_pull", &T::livability, Range{0.0, 100.0}, "1",
              Meaning{"weight of livability", "宜居度的权重", "judgement"});
    }

    /// Parts of a site's value: labour, land, energy, logistics, local supply, market,
    /// surroundings; their sum is the value.
    [[nodiscard]] std::array<double, 7> parts(InvestorView const& view) const {
        return {
            -cost * view.labour,
            -cost * view.land,
            -cost * view.energy,
            -cost * view.logistics,
            local_supply * view.local_supply,
            market * view.log_market_access,
            cluster * view.log_sector_jobs + service * view.service
                + livability * view.livability};
    }
};

/// Number of the largest gap between a rival's parts and the zone's; the number of
/// parts where none is larger than 0.
[[nodiscard]] inline std::size_t
largest_gap(std::array<double, 7> const& rival, std::array<double, 7> const& zone) {
    std::size_t reason = rival.size();
    double largest = 0.0;
    for (std::size_t part = 0; part < rival.size(); ++part)
        if (rival[part] - zone[part] > largest) {
            largest = rival[part] - zone[part];
            reason = part;
        }
    return reason;
}

} // namespace canopy::rules
