#pragma once

#include "sim/base/describe.hpp"
#include "sim/base/vector_math.hpp"

#include <algorithm>
#include <cmath>

namespace canopy::rules {

/// Hazard that a firm gives up: by age, against size, margin and roots in the zone.
/// Source: MODEL.md S10; age shape from China's company register (shape of F06 to F09),
/// slope of the margin from the prototype.
struct ExitHazard {
    double first_year = 0.019;
    double second_year = 0.063;
    double third_year = 0.095;
    double settled = 0.072;
    double decline = 0.08;
    double company = 1.82;
    double individual = 2.0;
    double margin_slope = 5.0;
    double margin_clamp = 0.3;
    double roots = 0.4;

    static void describe(auto&& field) {
        using H = ExitHazard;
        field(
            "first_year",
            &H::first_year,
            Range{0.0, 1.0},
            "1/year",
            Meaning{
                "exit hazard in the first year of life",
                "第一年退出率",
                "MODEL.md S10"});
        field(
            "second_year",
            &H::second_year,
            Range{0.0, 1.0},
            "1/year",
            Meaning{"in the second", "第二年退出率", "MODEL.md S10"});
        field(
            "third_year",
            &H::third_year,
            Range{0.0, 1.0},
            "1/year",
            Meaning{"in the third", "第三年退出率", "MODEL.md S10"});
        field(
            "settled",
            &H::settled,
            Range{0.0, 1.0},
            "1/year",
            Meaning{"in years four to seven", "第四至七年退出率", "MODEL.md S10"});
        field(
            "decline",
            &H::decline,
            Range{0.0, 1.0},
            "1/year",
            Meaning{
                "rate at which it falls from then on",
                "此后退出率年降幅",
                "MODEL.md S10"});
        field(
            "company",
            &H::company,
            Range{0.0, 10.0},
            "1",
            Meaning{"factor for companies", "企业退出倍数", "fitted: D10"});
        field(
            "individual",
            &H::individual,
            Range{0.0, 10.0},
            "1",
            Meaning{
                "factor for individual businesses", "个体户退出倍数", "fitted: D10"});
        field(
            "margin_slope",
            &H::margin_slope,
            Range{0.0, 20.0},
            "1",
            Meaning{
                "fall of the log hazard per unit of margin above the reference",
                "利润率高于基准时对数退出率的降幅",
                "prototype: 3 to 6 work"});
        field(
            "margin_clamp",
            &H::margin_clamp,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "largest deviation of the margin that counts",
                "计入的利润率偏差上限",
                "prototype"});
        field(
            "roots",
            &H::roots,
            Range{0.0, 5.0},
            "1",
            Meaning{
                "fall of the log hazard with the share bought in the zone",
                "本地采购占比对退出的抑制",
                "MODEL.md S10"});
    }

    /// Hazard a year at an age, before everything else.
    [[nodiscard]] double at_age(double years) const {
        if (years < 1.0) return first_year;
        if (years < 2.0) return second_year;
        if (years < 3.0) return third_year;
        return years < 7.0 ? settled : settled * exp(-decline * (years - 7.0));
    }

    /// The same or a little more, without an exponential.
    [[nodiscard]] double bound_at_age(double years) const {
        return years < 3.0 ? at_age(years) : settled;
    }

    /// What margin and roots add to the log hazard; `reference` is frozen at December
    /// 2022, because a current mean would cancel every general lever.
    [[nodiscard]] double
    log_pressure(double margin, double reference, double local_share) const {
        auto const deviation = std::clamp(margin, -1.0, 0.5) - reference;
        return -margin_slope * std::clamp(deviation, -margin_clamp, margin_clamp)
               - roots * local_share;
    }
};

/// Share that a hazard a year takes in a month, for a firm of `workers`: L^−.25.
/// Source: MODEL.md S10.
[[nodiscard]] inline double
monthly_exit(double yearly, double log_pressure, double workers) {
    auto const smaller = std::sqrt(std::sqrt(std::max(1.0, workers)));
    return 1.0 - exp(-yearly / 12.0 * exp(log_pressure) / smaller);
}

} // namespace canopy::rules
