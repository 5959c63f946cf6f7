#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Investment in capacity, and the bank that lends for it and for arrears: firms
/// propose, the bank serves the safest first within what it can lend. Leaders borrow
/// outside. Source: MODEL.md S2, S7; numbers tried in the prototype.
class Finance {
  public:
    static constexpr std::string_view key = "finance";

    struct Params {
        double depreciation = 0.08;
        double capacity_target = 1.2;
        double fastest_growth = 0.04;
        double debt_share = 0.3;
        double smallest_loan = 3000.0;
        double repayment_months = 36.0;
        double most_debt_investing = 0.5;
        double most_debt = 0.7;
        double acceptance = 0.85;
        double lending_share = 0.1;
        double guarantee_cost = 0.023;

        static void describe(auto&& field) {
            field(
                "depreciation",
                &Params::depreciation,
                Range{0.0, 0.3},
                "1/year",
                Meaning{"of plant and equipment", "设备折旧率", "MODEL.md S2"});
            field(
                "capacity_target",
                &Params::capacity_target,
                Range{1.0, 2.0},
                "1",
                Meaning{
                    "capacity wanted over expected demand",
                    "目标产能与预期需求之比",
                    "MODEL.md S2"});
            field(
                "fastest_growth",
                &Params::fastest_growth,
                Range{0.0, 0.2},
                "1/month",
                Meaning{
                    "capacity growth that a firm can manage",
                    "产能月增速上限",
                    "MODEL.md S2"});
            field(
                "debt_share",
                &Params::debt_share,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of investment that companies borrow",
                    "企业投资中贷款比例",
                    "prototype"});
            field(
                "smallest_loan",
                &Params::smallest_loan,
                Range{0.0, 1e6},
                "yuan",
                Meaning{"below which no loan is asked for", "最小贷款额", "judgement"});
            field(
                "repayment_months",
                &Params::repayment_months,
                Range{1.0, 360.0},
                "month",
                Meaning{"a loan is repaid at 1/months a month", "还款期", "prototype"});
            field(
                "most_debt_investing",
                &Params::most_debt_investing,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "debt over assets up to which investment is lent for",
                    "投资贷款的资产负债率上限",
                    "prototype"});
            field(
                "most_debt",
                &Params::most_debt,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "debt over assets up to which arrears are lent for",
                    "流动资金贷款的资产负债率上限",
                    "MODEL.md S7"});
            field(
                "acceptance",
                &Params::acceptance,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "chance that the bank's own score passes",
                    "银行评分通过概率",
                    "prototype"});
            field(
                "lending_share",
                &Params::lending_share,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "new loans the bank can make, share of firms' deposits",
                    "月新增贷款能力占企业存款比例",
                    "judgement"});
            field(
                "guarantee_cost",
                &Params::guarantee_cost,
                Range{0.0, 0.2},
                "1",
                Meaning{
                    "expected loss 1.8 % and fee 0.5 % on a guaranteed yuan",
                    "担保成本：预期损失1.8%加费率0.5%",
                    "judgement"});
        }
    };

    struct Decision {
        Column<FirmId, float> investment; ///< capacity added [units/month]
        Column<FirmId, Fen> cost;         ///< of it
        Column<FirmId, Fen> request;
        Column<FirmId, Fen> granted;
        Column<FirmId, float>
            leverage; ///< debt after the loan over assets; the bank's score
    };

    explicit Finance(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;

    /// What a firm's plant costs new [yuan].
    [[nodiscard]] static double plant_value(World const& now, FirmId firm);
    void apply(Decision const& decision, World& world) const;

    /// Assets that stand behind a loan [yuan]: cash, plant at 80 %, stock at half
    /// price.
    [[nodiscard]] static double assets(World const& now, FirmId firm);

  private:
    void plan(World const& now, FirmId firm, Decision& into) const;
    void lend(World const& now, Decision& into) const;

    Params params_;
};

} // namespace canopy
