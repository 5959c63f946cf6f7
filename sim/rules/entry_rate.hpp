#pragma once

#include "sim/base/describe.hpp"
#include "sim/base/vector_math.hpp"

#include <algorithm>

namespace canopy::rules {

/// What draws newcomers to a cell of (place, sector, kind).
struct EntryPull {
    double stock = 0.0;          ///< firms there now
    double opening_stock = 0.0;  ///< in December 2022
    double trend = 1.0;          ///< growth of people and income since then, a factor
    double relative_stock = 1.0; ///< firms of the kind over their trend, whole zone
    double margin = 0.0;         ///< mean of kind and sector
    double opening_margin = 0.0; ///< the same in December 2022
    double livability = 1.0;
    double ease = 1.0;
};

/// Entrants a year by cell. Proportional to the stock alone it explodes, and an extinct
/// sector would stay extinct: half of the potential is the opening stock grown at the
/// trend. Source: MODEL.md S8; rates fitted to S01 and D10, responses judgement.
struct EntryRate {
    double company = 0.206;
    double individual = 0.206;
    double habit = 0.5;
    double saturation = 1.0;
    double profit_pull = 0.8;
    double livability_pull = 0.4;
    double ease_pull = 0.3;

    static void describe(auto&& field) {
        using R = EntryRate;
        field(
            "company",
            &R::company,
            Range{0.0, 2.0},
            "1/year",
            Meaning{
                "new companies over potential",
                "新企业进入率",
                "fitted: S01, studies/enterprise-counts.toml"});
        field(
            "individual",
            &R::individual,
            Range{0.0, 2.0},
            "1/year",
            Meaning{
                "new individual businesses over potential",
                "新个体户进入率",
                "fitted: S01, studies/enterprise-counts.toml"});
        field(
            "habit",
            &R::habit,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "weight of the present stock in the potential",
                "现有存量的权重",
                "MODEL.md S8"});
        field(
            "saturation",
            &R::saturation,
            Range{0.0, 5.0},
            "1",
            Meaning{
                "fall of entry with the stock over its trend",
                "超出趋势时的饱和指数",
                "prototype"});
        field(
            "profit_pull",
            &R::profit_pull,
            Range{0.0, 10.0},
            "1",
            Meaning{
                "response to margins against December 2022",
                "对利润率变化的反应",
                "prototype"});
        field(
            "livability_pull",
            &R::livability_pull,
            Range{0.0, 10.0},
            "1",
            Meaning{"response to livability", "对宜居度的反应", "MODEL.md S8"});
        field(
            "ease_pull",
            &R::ease_pull,
            Range{0.0, 10.0},
            "1",
            Meaning{
                "response to ease of dealing with authorities",
                "对办事便利的反应",
                "MODEL.md S8"});
    }

    /// Expected entrants a month, `rate` being the kind's a year.
    [[nodiscard]] double monthly(double rate, EntryPull const& pull) const {
        auto const potential =
            habit * pull.stock + (1.0 - habit) * pull.opening_stock * pull.trend;
        if (potential <= 0.0) return 0.0;
        auto const profit = std::clamp(
            (pull.margin - pull.opening_margin) / std::max(0.05, pull.opening_margin),
            -0.5,
            0.5);
        return rate / 12.0 * potential
               * pow(std::max(1e-3, pull.relative_stock), -saturation)
               * exp(
                   profit_pull * profit + livability_pull * (pull.livability - 1.0)
                   + ease_pull * (pull.ease - 1.0));
    }
};

} // namespace canopy::rules
