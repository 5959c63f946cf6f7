#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/firm_cost.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// What the actions of the menu cost and promise. Source: MODEL.md S5; prices
/// judgement, set so that a third of the sites would save energy unaided and few would
/// buy green power.
struct ActionPrices {
    double rd_high_tech = 0.04;
    double rd = 0.01;
    double rd_slope = 0.3;
    double rd_promise = 0.03;
    double rd_most = 0.15;
    double kin_limit = 0.6;
    double kin_loss = 0.5;
    double sourcing_fixed = 5000.0;
    double sourcing_share = 0.0005;
    double sourcing_moved = 0.5;
    double pooling_fixed = 20000.0;
    double pooling_hope = 0.003;
    double equipment_fixed = 10000.0;
    double equipment_share = 0.01;
    double factory_per_m2 = 45.0;
    double saving_payback = 1.8;
    double green_payback = 2.4;
    double site_low = 0.8;
    double site_range = 1.0;

    static void describe(auto&& field) {
        using P = ActionPrices;
        field(
            "rd_high_tech",
            &P::rd_high_tech,
            Range{0.02, 0.06},
            "1",
            Meaning{
                "research project in high-tech sectors, share of yearly sales",
                "高技术行业研发项目占年销售额比例",
                "MODEL.md S5"});
        field(
            "rd",
            &P::rd,
            Range{0.0, 0.06},
            "1",
            Meaning{
                "the same elsewhere", "其他行业研发项目占年销售额比例", "prototype"});
        field(
            "rd_slope",
            &P::rd_slope,
            Range{0.0, 5.0},
            "1",
            Meaning{
                "success against research person-years",
                "研发人年对成功率的影响",
                "MODEL.md S5"});
        field(
            "rd_promise",
            &P::rd_promise,
            Range{0.0, 0.15},
            "1",
            Meaning{
                "gain that a firm hopes for from a success, share of unit cost",
                "企业期望的研发降本幅度",
                "prototype"});
        field(
            "rd_most",
            &P::rd_most,
            Range{0.0, 0.5},
            "1",
            Meaning{"largest gain of a project", "研发最大增益", "MODEL.md S5"});
        field(
            "kin_limit",
            &P::kin_limit,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "share bought from kin above which research suffers",
                "亲人采购占比上限(过度嵌入)",
                "Uzzi 1997"});
        field(
            "kin_loss",
            &P::kin_loss,
            Range{0.0, 1.0},
            "1",
            Meaning{"part of the success lost above it", "过度嵌入的成功率损失"});
        field(
            "sourcing_fixed",
            &P::sourcing_fixed,
            Range{0.0, 1e6},
            "yuan",
            Meaning{
                "cost of re-sourcing a good locally",
                "本地化采购固定成本",
                "prototype"});
        field(
            "sourcing_share",
            &P::sourcing_share,
            Range{0.0, 0.1},
            "1",
            Meaning{
                "the same, share of yearly sales",
                "本地化采购成本占销售额比例",
                "prototype"});
        field(
            "sourcing_moved",
            &P::sourcing_moved,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "part of an outside link's volume that is opened to local search",
                "转向本地的外部采购比例",
                "prototype"});
        field(
            "pooling_fixed",
            &P::pooling_fixed,
            Range{0.0, 1e6},
            "yuan",
            Meaning{
                "cost of joining pooled logistics", "加入共同物流的成本", "prototype"});
        field(
            "pooling_hope",
            &P::pooling_hope,
            Range{0.0, 0.1},
            "1",
            Meaning{
                "gain on freight that a first user hopes for",
                "首个用户期望的运费增益"});
        field(
            "equipment_fixed",
            &P::equipment_fixed,
            Range{0.0, 1e6},
            "yuan",
            Meaning{"cost of using shared equipment and testing", "共享设备固定成本"});
        field(
            "equipment_share",
            &P::equipment_share,
            Range{0.0, 0.1},
            "1",
            Meaning{"the same, share of yearly sales", "共享设备成本占销售额比例"});
        field(
            "factory_per_m2",
            &P::factory_per_m2,
            Range{0.0, 2000.0},
            "yuan/m²",
            Meaning{
                "fitting out and moving into a standard factory",
                "入驻标准厂房的装修搬迁成本"});
        field(
            "saving_payback",
            &P::saving_payback,
            Range{0.1, 20.0},
            "year",
            Meaning{"payback of energy saving at a good site", "节能投资回收期"});
        field(
            "green_payback",
            &P::green_payback,
            Range{0.1, 20.0},
            "year",
            Meaning{
                "payback of green power at a good site",
                "绿电投资回收期",
                "prototype"});
        field(
            "site_low",
            &P::site_low,
            Range{0.1, 5.0},
            "1",
            Meaning{
                "best site: factor on what an installation costs", "最佳场地成本系数"});
        field(
            "site_range",
            &P::site_range,
            Range{0.0, 5.0},
            "1",
            Meaning{"how much worse sites can be", "场地成本系数范围"});
    }
};

/// How a firm stands when it looks at the menu.
struct Standing {
    double sales = 0.0;     ///< of twelve months [yuan]
    double unit_cost = 0.0; ///< [yuan/unit]
    double demand = 0.0;    ///< expected [units/month]
};

/// One action as a firm sees it; closed if it cannot or need not be done.
struct Prospect {
    bool open = false;
    double spending = 0.0;  ///< [yuan]
    double subsidy = 0.0;   ///< offered by policy [yuan]
    double gain = 0.0;      ///< share of unit cost, by the firm's own reckoning
    std::uint32_t link = 0; ///< local sourcing: which link of the firm, counted from 0
};

/// The menu of cost-reduction actions for one firm.
class ActionMenu {
  public:
    ActionMenu(ActionPrices const& prices, CostRules const& rules)
        : prices_{prices}
        , rules_{rules} {}

    [[nodiscard]] Prospect
    look(World const& now, FirmId firm, Action action, Standing const& standing) const;

    /// Chance that a research project of `spending` succeeds.
    [[nodiscard]] double
    research_success(World const& now, FirmId firm, double spending) const;

    [[nodiscard]] ActionPrices const& prices() const { return prices_; }

  private:
    [[nodiscard]] Prospect
    research(World const& now, FirmId firm, Standing const& standing) const;
    [[nodiscard]] Prospect
    sourcing(World const& now, FirmId firm, Standing const& standing) const;
    [[nodiscard]] Prospect
    pooling(World const& now, FirmId firm, Standing const& standing) const;
    [[nodiscard]] Prospect
    equipment(World const& now, FirmId firm, Standing const& standing) const;
    [[nodiscard]] Prospect
    factory(World const& now, FirmId firm, Standing const& standing) const;
    [[nodiscard]] Prospect energy(
        World const& now, FirmId firm, Action action, Standing const& standing) const;

    ActionPrices prices_;
    CostRules rules_;
};

/// Cost term that an action moves; the largest one for research, which moves them all.
[[nodiscard]] CostTerm term_moved(World const& now, FirmId firm, Action action);

} // namespace canopy
