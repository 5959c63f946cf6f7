#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Separations, lay-offs and hiring in the zone's one commuting labour market, and the
/// wage that answers its tightness. Source: MODEL.md S2, S12 (wage curve and migration
/// judgement; matching as in Petrongolo & Pissarides 2001, urn-ball).
class Hiring {
  public:
    static constexpr std::string_view key = "hiring";

    struct Params {
        double separation = 0.012;
        double layoff_speed = 0.3;
        double vacancy_speed = 0.5;
        double search_intensity = 0.25;
        double wage_response = 0.01;
        double outside_wage_pull = 0.03;
        double normal_unemployment = 0.052;
        double labour_force_growth = 0.04;
        double migration_response = 3.0;

        static void describe(auto&& field) {
            field(
                "separation",
                &Params::separation,
                Range{0.0, 0.1},
                "1/month",
                Meaning{"share of workers who leave", "月离职率", "MODEL.md S12"});
            field(
                "layoff_speed",
                &Params::layoff_speed,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "share of the excess above 10 % laid off",
                    "超额员工月裁减比例",
                    "prototype"});
            field(
                "vacancy_speed",
                &Params::vacancy_speed,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "share of the shortage posted as vacancies",
                    "缺员月招聘比例",
                    "prototype"});
            field(
                "search_intensity",
                &Params::search_intensity,
                Range{0.01, 1.0},
                "1/month",
                Meaning{
                    "share of the unemployed who apply in a month",
                    "失业者月应聘比例",
                    "prototype"});
            field(
                "wage_response",
                &Params::wage_response,
                Range{0.0, 0.1},
                "1/month",
                Meaning{
                    "wage growth per relative gap to normal unemployment",
                    "失业率偏离时的工资月增速",
                    "MODEL.md S12"});
            field(
                "outside_wage_pull",
                &Params::outside_wage_pull,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "pull of wages elsewhere in the city: share of the gap closed",
                    "周边工资的牵引：每月缩小差距的比例",
                    "judgement: without it a slump's wages never come back"});
            field(
                "normal_unemployment",
                &Params::normal_unemployment,
                Range{0.01, 0.2},
                "1",
                Meaning{
                    "unemployment at which wages stand still",
                    "工资不变的失业率",
                    "P18"});
            field(
                "labour_force_growth",
                &Params::labour_force_growth,
                Range{-0.1, 0.2},
                "1/year",
                Meaning{
                    "growth of the labour force at normal unemployment",
                    "正常失业率下劳动力年增速",
                    "judgement"});
            field(
                "migration_response",
                &Params::migration_response,
                Range{0.0, 20.0},
                "1/year",
                Meaning{
                    "added growth per point of unemployment below normal",
                    "失业率低于正常时劳动力增速的反应",
                    "judgement"});
        }
    };

    struct Decision {
        Column<FirmId, std::int32_t> workers;
        Column<FirmId, float> vacancy;
        Column<FirmId, std::uint32_t> hiring_draw;
        LabourMarket market;
        std::int64_t separations = 0;
        std::int64_t hires = 0;
    };

    explicit Hiring(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision& decision, World& world) const;

  private:
    void set_separations(World const& now, Decision& into) const;
    void set_hires(World const& now, Decision& into) const;
    void move_market(World const& now, LabourMarket& market) const;

    Params params_;
};

} // namespace canopy
