#include "sim/kpi/production.hpp"

namespace canopy {

namespace {

double as_is(double value) {
    return value;
}

} // namespace

Measures production_measures() {
    Meaning const revenue{"invoiced sales", "营业收入", "MODEL.md S6"};
    Meaning const added{"value added", "增加值", "Z13"};
    return {
        total(
            "output",
            "yuan a month",
            {"goods and services made, at own prices", "总产出", "MODEL.md S2"},
            [](World const&, Tally const& tally) {
                return sum_of(tally.firms.output_value);
            }),
        total(
            "revenue",
            "yuan a month",
            revenue,
            [](World const&, Tally const& tally) {
                return yuan(sum_of(tally.firms.revenue));
            }),
        by("sector",
           "revenue",
           "yuan a month",
           revenue,
           [](World const&, Tally const& tally, std::span<double> into) {
               copy_yuan_to(into, tally.firms.revenue);
           }),
        by("place",
           "revenue",
           "yuan a month",
           revenue,
           [](World const&, Tally const& tally, std::span<double> into) {
               copy_yuan_to(into, tally.firms.revenue_in);
           }),
        by("cluster",
           "revenue",
           "yuan a month",
           revenue,
           [](World const& world, Tally const& tally, std::span<double> into) {
               sum_clusters(into, world.clusters, tally.firms.revenue, yuan);
           }),
        total(
            "value_added",
            "yuan a month",
            added,
            [](World const& world, Tally const&) {
                return sum_of(world.counts.value_added);
            }),
        by("sector",
           "value_added",
           "yuan a month",
           added,
           [](World const& world, Tally const&, std::span<double> into) {
               copy_to(into, world.counts.value_added);
           }),
        by("cluster",
           "value_added",
           "yuan a month",
           added,
           [](World const& world, Tally const&, std::span<double> into) {
               sum_clusters(into, world.clusters, world.counts.value_added, as_is);
           }),
        total(
            "profit",
            "yuan a month",
            {"profit after tax", "利润", "MODEL.md S7"},
            [](World const& world, Tally const&) {
                return sum_of(world.counts.profit);
            }),
        total(
            "price_level",
            "1",
            {"price of output, December 2022 = 1",
             "价格水平（2022年12月=1）",
             "MODEL.md S4"},
            [](World const&, Tally const& tally) {
                return ratio(sum_of(tally.firms.output_value), tally.firms.output);
            }),
        total(
            "loss_share",
            "1",
            {"share of enterprises with a loss over about a year",
             "亏损企业占比",
             "MODEL.md 10"},
            [](World const&, Tally const& tally) {
                return ratio(
                    static_cast<double>(tally.firms.loss_makers),
                    static_cast<double>(sum_of(tally.firms.firms_of_kind)));
            }),
        total(
            "top8_share",
            "1",
            {"share of the eight largest in the district's above-scale sales of twelve "
             "months",
             "前八家占天元区四上企业产出比重",
             "Z11"},
            [](World const&, Tally const& tally) {
                return ratio(
                    sum_of(tally.firms.largest_sales),
                    tally.firms.district_above_scale_sales);
            }),
    };
}

} // namespace canopy
