#pragma once

#include "sim/base/describe.hpp"
#include "sim/base/vector_math.hpp"

#include <algorithm>

namespace canopy::rules {

/// What a firm weighs when it asks itself whether to move.
struct MoveMotives {
    double best_gain = 0.0;    ///< relocation gain at the best other place, in [0, 1]
    double space_stress = 0.0; ///< m² needed over m² held, minus 1
    bool lease_ends = false;
    double workers = 1.0;
    double years_here = 0.0;
    double local_share = 0.0; ///< of purchases, bought in the zone
    double satisfaction = 0.5; ///< with the zone
};

/// Hazard that a firm considers moving.
/// Source: MODEL.md S11 (stage one of van Dijk & Pellenbarg 2000); base fitted to the
/// yearly share of movers in Pellenbarg & Kemper 1999, the pull of gains tried in the
/// prototype.
struct MoveHazard {
    double base = -4.1;
    double gain_pull = 2.0;
    double space_push = 1.5;
    double lease_push = 1.0;
    double size_drag = 0.25;
    double years_drag = 0.3;
    double roots = 1.2;
    double satisfaction_pull = 0.6;

    static void describe(auto&& field) {
        using H = MoveHazard;
        field(
            "base",
            &H::base,
            Range{-9.0, 0.0},
            "1",
            Meaning{
                "log hazard of considering a move, a month",
                "考虑搬迁的月对数风险",
                "fitted: Pellenbarg & Kemper 1999"});
        field(
            "gain_pull",
            &H::gain_pull,
            Range{0.0, 10.0},
            "1",
            Meaning{"of the best gain over profit", "最大收益的拉力", "prototype"});
        field(
            "space_push",
            &H::space_push,
            Range{0.0, 10.0},
            "1",
            Meaning{"of lack of space", "场地不足的推力", "MODEL.md S11"});
        field(
            "lease_push",
            &H::lease_push,
            Range{0.0, 10.0},
            "1",
            Meaning{"of a lease that ends", "租约到期的推力", "MODEL.md S11"});
        field(
            "size_drag",
            &H::size_drag,
            Range{0.0, 2.0},
            "1",
            Meaning{"of log workers", "规模的阻力", "MODEL.md S11"});
        field(
            "years_drag",
            &H::years_drag,
            Range{0.0, 2.0},
            "1",
            Meaning{"of log years at the place", "在地年限的阻力", "MODEL.md S11"});
        field(
            "roots",
            &H::roots,
            Range{0.0, 10.0},
            "1",
            Meaning{
                "of the share bought in the zone", "本地嵌入的阻力", "MODEL.md S11"});
        field(
            "satisfaction_pull",
            &H::satisfaction_pull,
            Range{0.0, 10.0},
            "1",
            Meaning{"of satisfaction with the zone", "满意度的阻力", "MODEL.md S11"});
    }

    /// Log hazard before the drags of size and years, which only lower it.
    [[nodiscard]] double log_push(MoveMotives const& motives) const {
        return base + gain_pull * motives.best_gain
               + space_push * std::min(1.5, motives.space_stress)
               + (motives.lease_ends ? lease_push : 0.0) - roots * motives.local_share
               - satisfaction_pull * motives.satisfaction;
    }

    /// Chance a month: 1 − exp(−e^z).
    [[nodiscard]] double chance(MoveMotives const& motives) const {
        auto const z = log_push(motives)
                       - size_drag * log(std::max(1.0, motives.workers))
                       - years_drag * log(1.0 + motives.years_here);
        return 1.0 - exp(-exp(z));
    }
};

/// Gain of standing elsewhere over profit: (c_here − c_there)/(p · margin), within ±1;
/// the margin is kept between 5 and 50 %. Source: MODEL.md S11.
[[nodiscard]] inline double
relocation_gain(double cost_here, double cost_there, double price, double margin) {
    auto const profit = std::max(0.2, price) * std::clamp(margin, 0.05, 0.5);
    return std::clamp((cost_here - cost_there) / profit, -1.0, 1.0);
}

} // namespace canopy::rules
