#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Takes stock of what firms see around them: densities, prices, users, rents,
/// agglomeration. Source: MODEL.md S6 (agglomeration exponents after Combes & Gobillon
/// 2015, neighbourhood only); pooling gain judgement.
class LookAround {
  public:
    static constexpr std::string_view key = "surroundings";

    struct Params {
        double own_sector = 0.04;
        double all_sectors = 0.03;
        double related_variety = 0.02;
        double pooling_gain = 0.15;
        double pooling_scale = 0.1;
        double rent_from_occupancy = 0.85;
        double space_growth = 0.03;

        static void describe(auto&& field) {
            field(
                "own_sector",
                &Params::own_sector,
                Range{0.0, 0.2},
                "1",
                Meaning{
                    "elasticity of productivity to the sector's jobs at the place",
                    "生产率对本地同业就业的弹性",
                    "MODEL.md S6"});
            field(
                "all_sectors",
                &Params::all_sectors,
                Range{0.0, 0.2},
                "1",
                Meaning{
                    "elasticity of productivity to all jobs at the place",
                    "生产率对本地全部就业的弹性",
                    "MODEL.md S6"});
            field(
                "related_variety",
                &Params::related_variety,
                Range{0.0, 0.2},
                "1",
                Meaning{
                    "gain of full related variety", "相关多样性的增益", "judgement"});
            field(
                "pooling_gain",
                &Params::pooling_gain,
                Range{0.0, 0.5},
                "1",
                Meaning{
                    "freight saved when everybody pools",
                    "全部共同物流时节省的运费比例",
                    "judgement"});
            field(
                "pooling_scale",
                &Params::pooling_scale,
                Range{0.01, 1.0},
                "1",
                Meaning{
                    "share of a place's firms at which 63 % of the gain is reached",
                    "达到63%收益所需的参与比例",
                    "judgement"});
            field(
                "rent_from_occupancy",
                &Params::rent_from_occupancy,
                Range{0.5, 1.0},
                "1",
                Meaning{
                    "occupancy above which rents rise",
                    "租金开始上涨的占用率",
                    "MODEL.md S6"});
            field(
                "space_growth",
                &Params::space_growth,
                Range{0.0, 0.2},
                "1/year",
                Meaning{
                    "growth of floor space without policy",
                    "无政策时场地面积年增速",
                    "judgement"});
        }
    };

    struct Decision {
        Surroundings around;
        std::array<double, max_places> occupied{};
        std::array<double, n_skills> employed{};
    };

    explicit LookAround(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

    /// Reckons the factor on productivity of every sector and place from its jobs.
    void set_agglomeration(World const& now, Surroundings& around) const;

  private:
    Params params_;
};

} // namespace canopy
