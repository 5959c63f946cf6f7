#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Sends people to investors 招商引资: more of them look at the zone. What each signs is
/// theirs to decide; what it costs is the effort and the service for each signature.
/// Source: MODEL.md S8.
class InvestmentPromotion {
  public:
    static constexpr LeverKind kind = LeverKind::investment_promotion;
    static constexpr std::string_view key = "investment_promotion";
    static constexpr std::string_view name_zh = "招商引资";
    static constexpr System system = System::professional;
    static constexpr Aim aim{"invited_signed", +1, 24};
    static constexpr LeverUnit unit{"effort-year", "力度年"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double effort = 0.6;
        double effort_year = 35e6;

        static void describe(auto&& field) {
            field(
                "effort",
                &Params::effort,
                Range{0.0, 3.0},
                "1",
                Meaning{
                    "contacts added, share of those without policy",
                    "增加的接洽，占无政策接洽数的比例",
                    "judgement: plan's dose 3 / 6 / 14 signed projects a year"});
            field(
                "effort_year",
                &Params::effort_year,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{
                    "cost of doubling the contacts: about ten signatures at 3.5 m yuan",
                    "接洽翻倍的年成本（约十个签约、每个350万元）",
                    "judgement"});
        }
    };

    explicit InvestmentPromotion(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.effort <= 0.0; }

    void write(Reach const& reach, World const&, PolicyBook& book) const {
        book.invitation_effort += reach.strength * params_.effort;
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * world.scale * params_.effort / 12.0;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.effort_year;
    }

  private:
    Params params_;
};

} // namespace canopy
