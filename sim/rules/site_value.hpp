#pragma once

#include "sim/base/describe.hpp"

#include <algorithm>

namespace canopy::rules {

/// How a place looks to a firm that considers moving; logs are taken once a month.
struct SiteView {
    double gain = 0.0; ///< rules::relocation_gain, 0 where it stands
    double log_market_access = 0.0;
    double log_sector_jobs = 0.0; ///< ln(jobs of the sector / zone's mean)
    double trade_kept = 1.0;      ///< share of trade value that survives the move
    double livability = 1.0;
    double service = 1.0;
    double log_distance = 0.0; ///< ln(1 + km/10) from where it stands
    double margin = 0.05;
    bool here = false;
    bool outside_zone = false;
    bool beyond_province = false;
};

/// Value of a site. Source: MODEL.md S11 (location choice after McFadden 1974 and Tang
/// et al. 2020); weights judgement, the two penalties fitted to the share of moves that
/// leave.
struct SiteTaste {
    double market = 0.5;
    double cluster = 0.3;
    double trade = 0.8;
    double livability = 0.5;
    double service = 0.3;
    double distance = 0.6;
    double moving_cost = 0.02;
    double leaving = 1.0;
    double far = 0.5;

    static void describe(auto&& field) {
        using T = SiteTaste;
        field(
            "market",
            &T::market,
            Range{0.0, 5.0},
            "1",
            Meaning{"weight of log market access", "市场可达性权重", "MODEL.md S11"});
        field(
            "cluster",
            &T::cluster,
            Range{0.0, 5.0},
            "1",
            Meaning{
                "weight of the sector's log jobs there",
                "同业集聚权重",
                "MODEL.md S11"});
        field(
            "trade",
            &T::trade,
            Range{0.0, 5.0},
            "1",
            Meaning{"weight of trade value kept", "保留交易的权重", "MODEL.md S11"});
        field(
            "livability",
            &T::livability,
            Range{0.0, 5.0},
            "1",
            Meaning{"weight of livability", "宜居度权重", "MODEL.md S11"});
        field(
            "service",
            &T::service,
            Range{0.0, 5.0},
            "1",
            Meaning{"weight of park services", "园区服务权重", "MODEL.md S11"});
        field(
            "distance",
            &T::distance,
            Range{0.0, 5.0},
            "1",
            Meaning{"weight of ln(1 + km/10) moved", "搬迁距离的阻力", "MODEL.md S11"});
        field(
            "moving_cost",
            &T::moving_cost,
            Range{0.0, 0.5},
            "1",
            Meaning{
                "cost of a move, share of yearly sales",
                "搬迁成本占年销售额比例",
                "MODEL.md S11"});
        field(
            "leaving",
            &T::leaving,
            Range{0.0, 5.0},
            "1",
            Meaning{"penalty of leaving the zone", "离开园区的惩罚", "fitted"});
        field(
            "far",
            &T::far,
            Range{0.0, 5.0},
            "1",
            Meaning{
                "added penalty of leaving the province",
                "离开本省的附加惩罚",
                "MODEL.md S11"});
    }

    [[nodiscard]] double value(SiteView const& site) const {
        auto const value = site.gain + market * site.log_market_access
                           + cluster * site.log_sector_jobs + trade * site.trade_kept
                           + livability * site.livability + service * site.service
                           - (site.outside_zone ? leaving : 0.0)
                           - (site.beyond_province ? far : 0.0);
        if (site.here) return value;
        return value - distance * site.log_distance
               - moving_cost / std::clamp(site.margin, 0.05, 0.5);
    }
};

} // namespace canopy::rules
