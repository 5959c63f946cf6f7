#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Who lives in the district and around it in December 2022.
struct PeopleParams {
    double unemployment = 0.055;
    double public_jobs = 0.045;
    double work_near_home = 0.6;
    double tenure = 90.0;
    double job_stations = 0.2;
    double agency_seats = 730.0;

    static void describe(auto&& field) {
        using P = PeopleParams;
        field("unemployment", &P::unemployment, Range{0.0, 0.3}, "1",
              Meaning{"in December 2022", "期初失业率", "P18B"});
        field("public_jobs", &P::public_jobs, Range{0.0, 1.0}, "1",
              Meaning{"jobs in public units per resident at the start",
                      "期初每位居民对应的公共单位岗位", "judgement"});
        field("work_near_home", &P::work_near_home, Range{0.0, 1.0}, "1",
              Meaning{"jobs that people of the same place fill first",
                      "岗位优先由本地居民担任的比例", "judgement"});
        field("tenure", &P::tenure, Range{1.0, 600.0}, "month",
              Meaning{"mean time in the present job", "期初平均在职月数",
                      "judgement: one over monthly separations"});
        field("job_stations", &P::job_stations, Range{0.0, 1.0}, "1",
              Meaning{"coverage of the four layers of job stations in 2022, on which the "
                      "open jobs of the start depend",
                      "2022年四级就业站点覆盖率（决定期初空缺岗位）",
                      "judgement: as in 2023"});
        field("agency_seats", &P::agency_seats, Range{0.0, 1e6}, "jobs/month",
              Meaning{"open jobs that HR agencies searched for in 2022",
                      "2022年人力机构每月承接岗位数", "judgement: as in 2023, Z20"});
    }
};

/// Fills the communities with people of December 2022 and the enterprises, public units
/// and employers outside with staff: every job of an enterprise has somebody. The world
/// must hold the enterprises of the opening. Source: MODEL.md 8.
void open_people(World& world, PeopleParams const& params);

} // namespace canopy
