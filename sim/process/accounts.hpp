#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/firm_cost.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Firms pay for pooled inputs, of them power to the developer, for wages, rent, interest
/// and taxes, draw what policy pays them, pay out what they do not need, and see what the
/// month has earned. Source: MODEL.md S4, S7, S14 (power), S15 (effective tax rates);
/// payout rule from the prototype.
class Accounts {
  public:
    static constexpr std::string_view key = "accounts";

    struct Params {
        double corporate_tax = 0.1375;
        double corporate_tax_high_tech = 0.0825;
        double local_production_tax = 0.375;
        double local_corporate_tax = 0.28;
        double payout = 0.3;
        double payout_above = 3.0;
        double margin_memory = 0.92;

        static void describe(auto&& field) {
            field(
                "corporate_tax",
                &Params::corporate_tax,
                Range{0.0, 0.5},
                "1",
                Meaning{
                    "effective, 25 % on .55 of profit",
                    "有效企业所得税率",
                    "P10, S15"});
            field(
                "corporate_tax_high_tech",
                &Params::corporate_tax_high_tech,
                Range{0.0, 0.5},
                "1",
                Meaning{
                    "effective, 15 % on .55 of profit",
                    "高新企业有效所得税率",
                    "P10, S15"});
            field(
                "local_production_tax",
                &Params::local_production_tax,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of production taxes that stays in the district",
                    "生产税地方留成",
                    "S15"});
            field(
                "local_corporate_tax",
                &Params::local_corporate_tax,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of corporate tax that stays in the district",
                    "企业所得税地方留成",
                    "S15"});
            field(
                "payout",
                &Params::payout,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "share of idle cash paid to owners",
                    "闲置现金月分红比例",
                    "prototype"});
            field(
                "payout_above",
                &Params::payout_above,
                Range{0.0, 24.0},
                "month",
                Meaning{
                    "months of sales above which cash is idle",
                    "闲置现金阈值(销售月数)",
                    "prototype"});
            field(
                "margin_memory",
                &Params::margin_memory,
                Range{0.0, 0.99},
                "1",
                Meaning{
                    "weight of the past in the smoothed margin",
                    "平滑利润率中过去权重",
                    "prototype"});
        }
    };

    struct Decision {
        double from_plants = 0.0; ///< share of every firm's energy
    };

    Accounts(Params params, CostRules costs)
        : params_{params}
        , costs_{costs} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    struct Bills;
    struct Totals;
    [[nodiscard]] Bills bills(World const& now, FirmId firm) const;
    void settle(World& world, FirmId firm, double from_plants, Totals& totals) const;

    Params params_;
    CostRules costs_;
};

} // namespace canopy
