#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Final demand of the month and what firms expect and plan to make.
/// Source: MODEL.md S1, S2 (market shares after BeforeIT-type replicator; shocks in
/// lumps after Bottazzi & Secchi 2006); numbers tried in the prototype.
class Expectations {
  public:
    static constexpr std::string_view key = "demand";

    struct Params {
        double growth = 0.05;
        double cycle_memory = 0.9;
        double cycle_spread = 0.03;
        double leader_spread = 0.02;
        double export_elasticity = 2.0;
        double selection = 0.02;
        double shock_probability = 0.06;
        double shock_scale = 0.24;
        double shock_reference = 20e6;
        double shock_size_exponent = 0.12;
        double memory = 0.7;
        double stock_target = 0.3;

        static void describe(auto&& field) {
            field(
                "growth",
                &Params::growth,
                Range{-0.1, 0.2},
                "1/year",
                Meaning{
                    "growth of outside demand, nominal",
                    "区外需求名义年增速",
                    "judgement"});
            field(
                "cycle_memory",
                &Params::cycle_memory,
                Range{0.0, 0.99},
                "1",
                Meaning{
                    "persistence of a sector's demand cycle",
                    "行业需求周期的持续性",
                    "MODEL.md S1"});
            field(
                "cycle_spread",
                &Params::cycle_spread,
                Range{0.0, 0.2},
                "1",
                Meaning{
                    "monthly shock of the cycle, standard deviation of logs",
                    "需求周期月度冲击标准差",
                    "MODEL.md S1"});
            field(
                "leader_spread",
                &Params::leader_spread,
                Range{0.0, 0.2},
                "1",
                Meaning{
                    "monthly shock of a leader's path",
                    "龙头企业路径月度冲击",
                    "prototype"});
            field(
                "export_elasticity",
                &Params::export_elasticity,
                Range{0.0, 8.0},
                "1",
                Meaning{
                    "price elasticity of outside demand for a sector",
                    "区外需求的价格弹性",
                    "judgement"});
            field(
                "selection",
                &Params::selection,
                Range{0.0, 0.03},
                "1/month",
                Meaning{
                    "speed at which sales move to the fitter",
                    "市场份额向优者转移的速度",
                    "prototype: above 0.03 the economy breaks"});
            field(
                "shock_probability",
                &Params::shock_probability,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "chance of a lump of demand won or lost",
                    "需求跳跃的月概率",
                    "prototype"});
            field(
                "shock_scale",
                &Params::shock_scale,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "Laplace scale of a lump at the reference size",
                    "参考规模下需求跳跃的拉普拉斯尺度",
                    "prototype"});
            field(
                "shock_reference",
                &Params::shock_reference,
                Range{1e4, 1e10},
                "yuan/year",
                Meaning{"sales at which the scale holds", "参考销售额", "prototype"});
            field(
                "shock_size_exponent",
                &Params::shock_size_exponent,
                Range{0.0, 0.5},
                "1",
                Meaning{
                    "how lumps shrink with size",
                    "冲击随规模衰减的指数",
                    "Riccaboni et al. 2008"});
            field(
                "memory",
                &Params::memory,
                Range{0.0, 0.99},
                "1",
                Meaning{
                    "weight of the past in expected demand",
                    "预期需求中过去的权重",
                    "MODEL.md S2"});
            field(
                "stock_target",
                &Params::stock_target,
                Range{0.0, 3.0},
                "month",
                Meaning{"output stock wanted", "目标产成品库存", "MODEL.md S2"});
        }
    };

    struct Decision {
        Column<FirmId, double> market_share;
        Column<FirmId, double> final_demand;
        Column<FirmId, double> expected_demand;
        Column<FirmId, double> planned_output;
        Column<FirmId, float> leader_path;
        std::array<double, max_sectors> cycle{};
        std::array<double, max_sectors> household_part{};
        double wage_bill = 0.0;
    };

    explicit Expectations(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision& decision, World& world) const;

  private:
    [[nodiscard]] double grown(World const& now) const;
    void set_shares(World const& now, Decision& into) const;
    void set_plans(World const& now, Decision& into) const;

    Params params_;
};

} // namespace canopy
