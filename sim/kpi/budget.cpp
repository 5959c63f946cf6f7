#include "sim/kpi/budget.hpp"

namespace canopy {

namespace {

/// Share of all projects' capital that stands; missing where there are none.
double capital_built(World const& world) {
    double built = 0.0;
    double planned = 0.0;
    for (auto const& project : world.projects) {
        built += project.built() * static_cast<double>(project.capital);
        planned += static_cast<double>(project.capital);
    }
    return ratio(built, planned);
}

double projects_open(World const& world) {
    double open = 0.0;
    for (auto const& project : world.projects)
        open += project.open ? 1.0 : 0.0;
    return open;
}

double cap_in_yuan(PublicBudget const& budget) {
    return budget.cap == PublicBudget::unlimited
               ? std::numeric_limits<double>::quiet_NaN()
               : yuan(budget.cap);
}

} // namespace

Measures budget_measures() {
    return {
        total(
            "policy_cap",
            "yuan a year",
            {"what levers and projects may cost this year; missing where nothing limits "
             "it",
             "本年政策与项目支出上限（不限则缺失）",
             "MODEL.md S15"},
            [](World const& world, Tally const&) { return cap_in_yuan(world.budget); }),
        total(
            "project_cost",
            "yuan a month",
            {"building and running dated projects, the zone's part",
             "项目建设与运行支出（本区部分）",
             "MODEL.md S15"},
            [](World const& world, Tally const&) {
                return yuan(-world.ledger(Flow::projects, Account::government));
            }),
        total(
            "projects_open",
            "projects",
            {"projects that stand", "已建成项目", "MODEL.md S15"},
            [](World const& world, Tally const&) { return projects_open(world); }),
        total(
            "projects_built",
            "1",
            {"share of the projects' capital that stands; missing without projects",
             "项目投资完成比例（无项目则缺失）",
             "MODEL.md S15"},
            [](World const& world, Tally const&) { return capital_built(world); }),
        total(
            "milestones_due",
            "milestones a month",
            {"milestones of projects that fall due", "到期里程碑", "MODEL.md S15"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.milestones_due);
            }),
        total(
            "milestones_met",
            "milestones a month",
            {"of them met", "按期完成的里程碑", "MODEL.md S15"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.milestones_met);
            }),
        total(
            "special_bonds",
            "yuan",
            {"special bonds not yet repaid", "专项债余额", "MODEL.md S15"},
            [](World const& world, Tally const&) {
                return yuan(world.budget.bond_debt);
            }),
    };
}

} // namespace canopy
