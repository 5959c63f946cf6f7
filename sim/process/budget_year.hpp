#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

#include <optional>

namespace canopy {

/// Each January the government learns what policy may cost: a share of last year's
/// revenue and transfers, within a fixed cap, and part of what it left unspent. Special
/// bonds pay for projects' capital; each month they bear interest and a part is repaid.
/// Source: MODEL.md S15; 12 % of revenue, bonds and carry-over of the prototype's
/// spreadsheet, judgement.
class BudgetYear {
  public:
    static constexpr std::string_view key = "budget";

    struct Params {
        std::optional<double> yearly_cap = std::nullopt;
        std::optional<double> revenue_share = std::nullopt;
        double revenue_2022 = 2.2e9;
        double transfers = 0.0;
        double special_bonds = 0.0;
        double carry_over = 0.1;
        double bond_rate = 0.03;
        double bond_years = 15.0;

        static void describe(auto&& field) {
            using P = Params;
            field("yearly_cap", &P::yearly_cap, Range{0.0, 1e12}, "yuan",
                  Meaning{"most that all levers and projects together may cost in a year",
                          "全部政策与项目年度支出上限", ""});
            field("revenue_share", &P::revenue_share, Range{0.0, 10.0}, "1",
                  Meaning{"share of last year's revenue that policy may cost; absent = not "
                          "bound to it",
                          "政策支出占上年财政收入比例，缺省为不限", "judgement: .12"});
            field("revenue_2022", &P::revenue_2022, Range{0.0, 1e12}, "yuan",
                  Meaning{"the district's own revenue before the first year",
                          "2022年区级财政收入",
                          "judgement: what effective tax rates bring in the model"});
            field("transfers", &P::transfers, Range{0.0, 1e12}, "yuan/year",
                  Meaning{"from above, on top of the share of revenue",
                          "上级转移支付（政策用途）", "judgement"});
            field("special_bonds", &P::special_bonds, Range{0.0, 1e12}, "yuan/year",
                  Meaning{"that may be issued for projects' capital",
                          "可用于项目资本的专项债", "judgement: up to .3 bn"});
            field("carry_over", &P::carry_over, Range{0.0, 1.0}, "1",
                  Meaning{"most that passes to the next year, share of the cap",
                          "结转上限占年度上限比例", "judgement"});
            field("bond_rate", &P::bond_rate, Range{0.0, 0.2}, "1/year",
                  Meaning{"interest on special bonds", "专项债利率", "judgement"});
            field("bond_years", &P::bond_years, Range{1.0, 60.0}, "year",
                  Meaning{"over which they are repaid", "专项债偿还年限", "judgement"});
        }
    };

    struct Decision {
        Fen cap = 0;
        Fen bonds = 0;
        Fen revenue_last_year = 0;
        Fen interest = 0;
        Fen repaid = 0;
        bool new_year = false;
    };

    explicit BudgetYear(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    [[nodiscard]] Fen cap_of(World const& now, Fen revenue_last_year) const;

    Params params_;
};

} // namespace canopy
