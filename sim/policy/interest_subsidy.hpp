#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Pays part of the interest on firms' bank loans.
/// Source: MODEL.md S7.
class InterestSubsidy {
  public:
    static constexpr LeverKind kind = LeverKind::interest_subsidy;
    static constexpr std::string_view key = "interest_subsidy";
    static constexpr std::string_view name_zh = "贷款贴息";
    static constexpr System system = System::efficient;
    static constexpr Aim aim{"unit_cost_by_cost_term[finance]", -1, 12};
    static constexpr LeverUnit unit{"yuan of interest paid", "元代付利息"};
    static constexpr Metering metering = Metering::claims;
    static constexpr bool by_place = false;

    struct Params {
        double points = 0.01;

        static void describe(auto&& field) {
            field(
                "points",
                &Params::points,
                Range{0.0, 0.02},
                "1/year",
                Meaning{
                    "interest that the zone pays, as a fraction of the loan",
                    "财政贴息，占贷款额比例",
                    "judgement: plan's dose .01 on .8 / 2.5 / 6 bn yuan"});
        }
    };

    explicit InterestSubsidy(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.points <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        offer(book.interest_points, reach, world, params_.points);
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return params_.points * firms_offered(reach, world);
    }

  private:
    Params params_;
};

} // namespace canopy
