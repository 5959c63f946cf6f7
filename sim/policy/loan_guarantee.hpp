#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Covers part of a new loan, so that the bank accepts more of them; fee and expected
/// loss of the covered part are paid when the loan is granted. Source: MODEL.md S7.
class LoanGuarantee {
  public:
    static constexpr LeverKind kind = LeverKind::loan_guarantee;
    static constexpr std::string_view key = "loan_guarantee";
    static constexpr std::string_view name_zh = "融资担保";
    static constexpr System system = System::efficient;
    static constexpr Aim aim{"loans", +1, 12};
    static constexpr LeverUnit unit{"yuan of loan covered", "元担保贷款"};
    static constexpr Metering metering = Metering::claims;
    static constexpr bool by_place = false;

    struct Params {
        double covered = 0.5;

        static void describe(auto&& field) {
            field(
                "covered",
                &Params::covered,
                Range{0.0, 0.8},
                "1",
                Meaning{
                    "share of a new loan whose loss the zone carries",
                    "新增贷款的担保比例",
                    "judgement: plan's dose .3 / .8 / 2 bn yuan of loans"});
        }
    };

    explicit LoanGuarantee(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.covered <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        offer(book.guarantee, reach, world, params_.covered);
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return params_.covered * firms_offered(reach, world);
    }

  private:
    Params params_;
};

} // namespace canopy
