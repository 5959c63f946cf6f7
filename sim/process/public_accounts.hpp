#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Households, government and bank pay and receive without behaviour of
/// their own, until their mechanisms come: nobody's money runs away. Source: MODEL.md
/// S1, S15; speeds judgement.
class PublicAccounts {
  public:
    static constexpr std::string_view key = "public_accounts";

    struct Params {
        double income_tax = 0.011;
        double local_income_tax = 0.28;
        double public_wages = 0.6;
        double adjustment = 0.05;

        static void describe(auto&& field) {
            field(
                "income_tax",
                &Params::income_tax,
                Range{0.0, 0.5},
                "1",
                Meaning{"effective, on wages", "有效个人所得税率", "S15"});
            field(
                "local_income_tax",
                &Params::local_income_tax,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share that stays in the district", "个人所得税地方留成", "S15"});
            field(
                "public_wages",
                &Params::public_wages,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of public spending paid as wages",
                    "财政支出中工资比例",
                    "judgement"});
            field(
                "adjustment",
                &Params::adjustment,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "share of money above the opening balance that is spent",
                    "超出期初余额部分的月支出比例",
                    "judgement"});
        }
    };

    struct Decision {
        Fen income_tax = 0;
        Fen local_income_tax = 0;
        Fen household_imports = 0;
        Fen government_wages = 0;
        Fen government_purchases = 0;
        Fen bank_payout = 0;
    };

    explicit PublicAccounts(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    Params params_;
};

} // namespace canopy
