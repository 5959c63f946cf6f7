#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

#include <vector>

namespace canopy {

/// The zone as investor 泛投资机构. Each quarter companies that lack money for plant
/// apply, the fund ranks them and serves the best within its free money. A ticket is
/// first a loan without interest; after the trial it becomes shares if sales have grown,
/// else it is repaid 先投后股. Shares are sold to investors outside after some years at
/// the firm's book equity. Source: MODEL.md S7; numbers judgement.
class FundInvestment {
  public:
    static constexpr std::string_view key = "zone_fund";

    struct Params {
        double apply = 0.25;
        double least_ticket = 0.3e6;
        double most_ticket = 10e6;
        double free_share = 0.25;
        int trial_months = 24;
        double growth_to_convert = 0.05;
        double repayment_months = 24.0;
        int holding_months = 60;
        double most_share = 0.3;

        static void describe(auto&& field) {
            using P = Params;
            field("apply", &P::apply, Range{0.0, 1.0}, "1/quarter",
                  Meaning{"chance that a company short of plant applies",
                          "缺少产能资金的企业申请概率", "judgement"});
            field("least_ticket", &P::least_ticket, Range{0.0, 1e9}, "yuan",
                  Meaning{"smallest ticket", "最小单笔投资", "judgement"});
            field("most_ticket", &P::most_ticket, Range{0.0, 1e10}, "yuan",
                  Meaning{"largest ticket", "最大单笔投资", "judgement"});
            field("free_share", &P::free_share, Range{0.0, 1.0}, "1/quarter",
                  Meaning{"share of its free money that the fund places",
                          "每季度投放可用资金比例", "judgement"});
            field("trial_months", &P::trial_months, Range{1, 120}, "month",
                  Meaning{"before a ticket becomes shares or is repaid",
                          "先投后股的观察期", "judgement"});
            field("growth_to_convert", &P::growth_to_convert, Range{-1.0, 1.0}, "1/year",
                  Meaning{"growth of sales from which it becomes shares",
                          "转股所需销售年增速", "judgement"});
            field("repayment_months", &P::repayment_months, Range{1.0, 240.0}, "month",
                  Meaning{"over which it is repaid otherwise", "未转股时的还款期",
                          "judgement"});
            field("holding_months", &P::holding_months, Range{1, 240}, "month",
                  Meaning{"after which shares are sold", "持股期", "judgement"});
            field("most_share", &P::most_share, Range{0.0, 1.0}, "1",
                  Meaning{"of a firm that the fund takes", "持股比例上限", "judgement"});
        }
    };

    struct Ticket {
        FirmId firm;
        Fen amount = 0;
        double share = 0.0; ///< of the firm's equity with the ticket in it
    };

    struct Decision {
        Fen capital = 0; ///< paid into the fund
        std::vector<Ticket> tickets;
    };

    explicit FundInvestment(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    [[nodiscard]] Ticket application(World const& now, FirmId firm) const;
    void review(World& world, Stake& stake) const;
    void invest(World& world, Ticket const& ticket) const;

    Params params_;
};

} // namespace canopy
