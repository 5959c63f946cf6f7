#include "sim/kpi/unit_cost.hpp"

namespace canopy {

namespace {

constexpr double per_hundred = 100.0;

double sales(Tally const& tally) {
    return yuan(sum_of(tally.firms.revenue));
}

} // namespace

Measures unit_cost_measures() {
    Meaning const cost{
        "cost at normal use of 100 yuan of sales",
        "每百元营业收入的成本",
        "MODEL.md S4"};
    return {
        total(
            "unit_cost",
            "yuan/100 yuan",
            cost,
            [](World const&, Tally const& tally) {
                return per_hundred * ratio(sum_of(tally.firms.cost_of), sales(tally));
            }),
        by("cost_term",
           "unit_cost",
           "yuan/100 yuan",
           cost,
           [](World const&, Tally const& tally, std::span<double> into) {
               for (std::size_t term = 0; term < into.size(); ++term)
                   into[term] =
                       per_hundred * ratio(tally.firms.cost_of[term], sales(tally));
           }),
        by("sector",
           "unit_cost",
           "yuan/100 yuan",
           cost,
           [](World const&, Tally const& tally, std::span<double> into) {
               for (std::size_t sector = 0; sector < into.size(); ++sector)
                   into[sector] =
                       per_hundred
                       * ratio(
                           tally.firms.cost[sector], yuan(tally.firms.revenue[sector]));
           }),
        total(
            "freight_cost",
            "yuan a month",
            {"freight of goods bought on links", "运费", "MODEL.md S4"},
            [](World const& world, Tally const&) { return world.counts.freight; }),
    };
}

} // namespace canopy
