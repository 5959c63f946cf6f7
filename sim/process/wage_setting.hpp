#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// The wage of each skill answers how many are out of work. Source: MODEL.md S12; wage
/// curve of Blanchflower & Oswald 1994, slope judgement.
class WageSetting {
  public:
    static constexpr std::string_view key = "wage_setting";

    struct Params {
        double response = 0.01;
        double normal_unemployment = 0.052;
        double outside_pull = 0.03;

        static void describe(auto&& field) {
            using P = Params;
            field(
                "response",
                &P::response,
                Range{0.0, 0.1},
                "1/month",
                Meaning{
                    "wage growth per relative gap to normal unemployment",
                    "失业率偏离时的工资月增速",
                    "MODEL.md S12"});
            field(
                "normal_unemployment",
                &P::normal_unemployment,
                Range{0.01, 0.2},
                "1",
                Meaning{
                    "unemployment at which wages stand still",
                    "工资不变的失业率",
                    "P18"});
            field(
                "outside_pull",
                &P::outside_pull,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "pull of wages elsewhere in the city: share of the gap closed",
                    "周边工资的牵引：每月缩小差距的比例",
                    "judgement: without it a slump's wages never come back"});
        }
    };

    struct Decision {
        LabourMarket market;
    };

    explicit WageSetting(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    Params params_;
};

/// Labour force and unemployed by skill, counted anew.
void count_labour(People const& people, LabourMarket& labour);

} // namespace canopy
