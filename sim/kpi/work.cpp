#include "sim/kpi/work.hpp"

#include <algorithm>

namespace canopy {

namespace {

double employment(Tally const& tally) {
    return static_cast<double>(sum_of(tally.firms.workers));
}

/// Everybody but the owners of individual businesses.
double employees(Tally const& tally) {
    auto const owners = tally.firms.firms_of_kind[index_of(FirmKind::individual)];
    return employment(tally) - static_cast<double>(owners);
}

/// Mean of the skills' wage indices, weighted by jobs.
double wage_level(World const& world) {
    double sum = 0.0;
    for (std::size_t skill = 0; skill < n_skills; ++skill)
        sum += world.labour.employed[skill] * world.labour.wage_index[skill];
    return ratio(sum, sum_of(world.labour.employed));
}

void employment_by_skill(
    World const& world, Tally const& tally, std::span<double> into) {
    for (std::size_t skill = 0; skill < into.size(); ++skill) {
        into[skill] = 0.0;
        for (std::size_t sector = 0; sector < world.sectors.size(); ++sector)
            into[skill] += static_cast<double>(tally.firms.workers[sector])
                           * world.sectors[sector].skill_mix[skill];
    }
}

} // namespace

Measures work_measures() {
    Meaning const jobs{
        "people who work in the zone's enterprises", "就业人数", "MODEL.md S12"};
    return {
        total(
            "employment",
            "persons",
            jobs,
            [](World const&, Tally const& tally) { return employment(tally); }),
        total(
            "employment_district",
            "persons",
            jobs,
            [](World const& world, Tally const& tally) {
                return in_district(world, tally.firms.workers_in);
            }),
        by("place",
           "employment",
           "persons",
           jobs,
           [](World const&, Tally const& tally, std::span<double> into) {
               copy_to(into, tally.firms.workers_in);
           }),
        by("sector",
           "employment",
           "persons",
           jobs,
           [](World const&, Tally const& tally, std::span<double> into) {
               copy_to(into, tally.firms.workers);
           }),
        by("skill", "employment", "persons", jobs, employment_by_skill),
        total(
            "hires",
            "persons a month",
            {"people hired by enterprises for jobs they offered",
             "企业招聘人数（公开岗位）",
             "MODEL.md S12"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.hires);
            }),
        total(
            "separations",
            "persons a month",
            {"people who left or lost a job", "离职人数", "MODEL.md S12"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.separations);
            }),
        total(
            "mean_wage",
            "yuan/month",
            {"wages paid per employee; owners of individual businesses are unpaid",
             "雇员平均工资（个体业主不领薪）",
             "MODEL.md S12"},
            [](World const& world, Tally const& tally) {
                return ratio(world.counts.wages, employees(tally));
            }),
        total(
            "wage_index",
            "1",
            {"wage of the same work, December 2022 = 1",
             "工资指数（2022年12月=1）",
             "MODEL.md S12"},
            [](World const& world, Tally const&) { return wage_level(world); }),
    };
}

} // namespace canopy
