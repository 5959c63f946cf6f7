#include "sim/kpi/people.hpp"

#include <algorithm>

namespace canopy {

namespace {

using Count = MonthCounts::Count MonthCounts::*;

Measure counted(
    std::string_view key, std::string_view unit, Meaning meaning, Count count) {
    return total(key, unit, meaning, [count](World const& world, Tally const&) {
        return static_cast<double>(world.counts.*count);
    });
}

Measure mean(
    std::string_view key, Meaning meaning, Count sum, Count number) {
    return total(key, "month", meaning, [sum, number](World const& world, Tally const&) {
        return ratio(
            static_cast<double>(world.counts.*sum),
            static_cast<double>(world.counts.*number));
    });
}

double in_firms(World const& world) {
    double open = 0.0;
    for (auto const& offer : world.job_offers)
        open += is_firm(offer.employer) ? 1.0 : 0.0;
    return open;
}

void offers_by_place(World const& world, Tally const&, std::span<double> into) {
    std::fill(into.begin(), into.end(), 0.0);
    for (auto const& offer : world.job_offers)
        into[offer.place.row()] += is_firm(offer.employer) ? 1.0 : 0.0;
}

void offers_by_skill(World const& world, Tally const&, std::span<double> into) {
    std::fill(into.begin(), into.end(), 0.0);
    for (auto const& offer : world.job_offers)
        into[offer.skill] += is_firm(offer.employer) ? 1.0 : 0.0;
}

} // namespace

Measures job_measures() {
    using C = MonthCounts;
    Meaning const vacancies{
        "jobs that enterprises still offer at the month's end", "月末空缺岗位", "MODEL.md S12"};
    return {
        total("vacancies", "persons", vacancies,
              [](World const& world, Tally const&) { return in_firms(world); }),
        by("place", "vacancies", "persons", vacancies, offers_by_place),
        by("skill", "vacancies", "persons", vacancies, offers_by_skill),
        mean("vacancy_duration",
             {"time that the jobs filled this month had been open", "招聘耗时", "MODEL.md S12"},
             &C::offer_months, &C::hires),
        counted("hires_from_non_employment", "persons a month",
                {"people newly at work with any employer, founders and the sides included",
                 "由非就业转为就业人数（各类雇主，含创业者与周边）",
                 "MODEL.md S12"},
                &C::hires_from_non_employment),
        total("official_new_urban_jobs", "persons a month",
              {"registered new jobs, each person once a year, less retirements and deaths "
               "of the employed (district): what the official count counts",
               "城镇新增就业（登记口径，全区）", "S05"},
              [](World const& world, Tally const&) {
                  return static_cast<double>(
                      world.counts.registered_hires - world.counts.employed_retired);
              }),
        total("registered_share", "1",
              {"registered hires over hires from non-employment; only the register moves it, "
               "not more work",
               "新就业登记比例", "MODEL.md S12"},
              [](World const& world, Tally const&) {
                  return ratio(
                      static_cast<double>(world.counts.registered_hires),
                      static_cast<double>(world.counts.hires_from_non_employment));
              }),
        by("channel", "hires", "persons a month",
           {"people hired by any employer, by how they found the job",
            "按渠道招聘人数（各类雇主）", "MODEL.md S12"},
           [](World const& world, Tally const&, std::span<double> into) {
               copy_to(into, world.counts.hires_by_channel);
           }),
        counted("quits", "persons a month",
                {"people who left an enterprise for another job", "跳槽人数", "MODEL.md S12"},
                &C::quits),
        counted("layoffs", "persons a month",
                {"people laid off by enterprises that go on", "裁员人数", "MODEL.md S12"},
                &C::layoffs),
        mean("unemployment_duration",
             {"time that people hired from non-employment had been out of work, who had "
              "not looked before counted as none",
              "就业前失业月数", "MODEL.md S12"},
             &C::unemployed_months, &C::hires_from_non_employment),
        mean("laid_off_duration",
             {"time that people laid off had been out when they found work",
              "被裁人员再就业耗时", "MODEL.md S12"},
             &C::laid_off_months, &C::laid_off_hired),
        counted("courses_begun", "persons a month",
                {"people who began a course", "开班培训人数", "MODEL.md S12"},
                &C::courses_begun),
        counted("courses_passed", "persons a month",
                {"people who passed a course", "培训合格人数", "MODEL.md S12"},
                &C::courses_passed),
    };
}

} // namespace canopy
