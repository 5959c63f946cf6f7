#include "sim/kpi/money.hpp"

#include <algorithm>

namespace canopy {

namespace {

/// Everything that the government received (or paid) this month, row by row.
double government(World const& world, Fen sign) {
    Fen sum = 0;
    for (std::size_t flow = 0; flow < n_flows; ++flow)
        sum += std::max<Fen>(
            0, sign * world.ledger(static_cast<Flow>(flow), Account::government));
    return yuan(sum);
}

} // namespace

Measures money_measures() {
    return {
        total(
            "cash",
            "yuan",
            {"deposits of enterprises", "企业现金", "MODEL.md S7"},
            [](World const&, Tally const& tally) { return yuan(tally.firms.cash); }),
        total(
            "loans",
            "yuan",
            {"loans of enterprises, leaders' outside loans included",
             "企业贷款余额（含龙头区外贷款）",
             "MODEL.md S7"},
            [](World const&, Tally const& tally) { return yuan(tally.firms.loans); }),
        total(
            "defaults",
            "enterprises a month",
            {"enterprises that closed with debts unpaid",
             "违约退出企业",
             "MODEL.md S7"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.defaults);
            }),
        total(
            "budget_revenue",
            "yuan a month",
            {"received by the zone's government", "财政收入", "MODEL.md S15"},
            [](World const& world, Tally const&) { return government(world, 1); }),
        total(
            "budget_spending",
            "yuan a month",
            {"paid by the zone's government", "财政支出", "MODEL.md S15"},
            [](World const& world, Tally const&) { return government(world, -1); }),
        by("account",
           "balance",
           "yuan",
           {"money held; the bank's is equity less loans",
            "货币余额（银行为权益减贷款）",
            "MODEL.md 6"},
           [](World const& world, Tally const&, std::span<double> into) {
               copy_yuan_to(into, world.balances.money);
           }),
    };
}

} // namespace canopy
