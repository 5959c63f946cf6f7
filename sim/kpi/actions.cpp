#include "sim/kpi/actions.hpp"

namespace canopy {

namespace {

double share_of_firms(Tally const& tally, std::int64_t part) {
    return ratio(
        static_cast<double>(part),
        static_cast<double>(sum_of(tally.firms.firms_of_kind)));
}

} // namespace

Measures action_measures() {
    Meaning const actions{
        "cost-reduction actions completed", "完成的降本行动", "MODEL.md S5"};
    return {
        total(
            "actions",
            "actions a month",
            actions,
            [](World const& world, Tally const&) {
                return static_cast<double>(sum_of(world.counts.actions));
            }),
        by("action",
           "actions",
           "actions a month",
           actions,
           [](World const& world, Tally const&, std::span<double> into) {
               copy_to(into, world.counts.actions);
           }),
        total(
            "digital_share",
            "1",
            {"share of enterprises with a digital level",
             "数字化企业占比",
             "MODEL.md S5"},
            [](World const&, Tally const& tally) {
                return share_of_firms(tally, tally.firms.digital);
            }),
        total(
            "green_share",
            "1",
            {"share of enterprises that use green power",
             "使用绿电企业占比",
             "MODEL.md S5"},
            [](World const&, Tally const& tally) {
                return share_of_firms(tally, tally.firms.green);
            }),
        total(
            "rd_spending",
            "yuan a month",
            {"spending on research and development", "研发支出", "MODEL.md S5"},
            [](World const& world, Tally const&) { return world.counts.rd_spending; }),
    };
}

} // namespace canopy
