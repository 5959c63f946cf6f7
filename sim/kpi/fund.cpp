#include "sim/kpi/fund.hpp"

namespace canopy {

Measures fund_measures() {
    return {
        total(
            "investment",
            "yuan a month",
            {"of enterprises in plant and equipment", "企业设备与厂房投资",
             "MODEL.md S2"},
            [](World const& world, Tally const&) {
                return yuan(-world.ledger(Flow::investment, Account::enterprises));
            }),
        total(
            "fund_stakes",
            "yuan",
            {"stakes of the zone fund at cost", "园区基金持股（成本）", "MODEL.md S7"},
            [](World const& world, Tally const&) {
                return yuan(world.fund.at_cost());
            }),
        total(
            "fund_money",
            "yuan",
            {"money of the zone fund, the pot for guarantees included",
             "园区基金现金（含担保资金）",
             "MODEL.md S7"},
            [](World const& world, Tally const&) {
                return yuan(world.balances.of(Account::zone_fund));
            }),
        total(
            "fund_tickets",
            "tickets a month",
            {"placed by the zone fund", "园区基金投资笔数", "MODEL.md S7"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.tickets);
            }),
        total(
            "fund_conversions",
            "tickets a month",
            {"that became shares", "先投后股转股笔数", "MODEL.md S7"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.conversions);
            }),
        total(
            "fund_written_off",
            "yuan a month",
            {"stakes lost or sold below cost", "园区基金投资损失", "MODEL.md S7"},
            [](World const& world, Tally const&) {
                return yuan(world.counts.fund_written_off);
            }),
        total(
            "guarantee_losses",
            "yuan a month",
            {"paid to the bank for defaulted loans", "担保代偿", "MODEL.md S7"},
            [](World const& world, Tally const&) {
                return yuan(world.counts.guarantee_losses);
            }),
        total(
            "trade_credit_lost",
            "yuan a month",
            {"that suppliers lose on customers who close", "供应商坏账", "MODEL.md S7"},
            [](World const& world, Tally const&) {
                return yuan(world.counts.written_off_by_suppliers);
            }),
    };
}

} // namespace canopy
