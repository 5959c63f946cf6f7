#include "sim/kpi/people.hpp"

#include <algorithm>

namespace canopy {

namespace {

/// Sum over the district's communities.
template<class Part>
double district(World const& world, Part const& part) {
    double sum = 0.0;
    for (std::size_t row = 0; row < world.communities.n_district; ++row)
        sum += part(world.communities.rows[row]);
    return sum;
}

double out_of_work(Community const& community) {
    return community.labour_force - community.employed;
}

template<class Part>
Measure::Values by_community(Part const& part) {
    return [part](World const& world, Tally const&, std::span<double> into) {
        for (std::size_t row = 0; row < into.size(); ++row)
            into[row] = part(world.communities.rows[row]);
    };
}

Measure counted(
    std::string_view key,
    Meaning meaning,
    MonthCounts::Count MonthCounts::*count) {
    return total(
        key, "persons a month", meaning, [count](World const& world, Tally const&) {
            return static_cast<double>(world.counts.*count);
        });
}

} // namespace

Measures people_measures() {
    using C = MonthCounts;
    auto const population = [](Community const& community) {
        return community.population();
    };
    Meaning const residents{"people who live in the district", "常住人口", "C03, P17"};
    return {
        total("population", "persons", residents,
              [=](World const& world, Tally const&) { return district(world, population); }),
        by("community", "population", "persons",
           {"people of a community; of the sides, their labour force only", "社区人口", "S17"},
           by_community(population)),
        by("age_band", "population", "persons", residents,
           [](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t band = 0; band < into.size(); ++band)
                   into[band] = district(world, [&](Community const& community) {
                       return community.people[band];
                   });
           }),
        total("labour_force", "persons",
              {"residents of the district at work, looking for it or in courses",
               "本区居民劳动力", "MODEL.md S12"},
              [](World const& world, Tally const&) {
                  return district(world, [](Community const& community) {
                      return community.labour_force;
                  });
              }),
        total("employed_residents", "persons",
              {"residents of the district at work, wherever", "本区居民就业人数", "MODEL.md S12"},
              [](World const& world, Tally const&) {
                  return district(world, [](Community const& community) {
                      return community.employed;
                  });
              }),
        total("unemployed", "persons",
              {"residents of the district out of work", "失业人数", "MODEL.md S12"},
              [](World const& world, Tally const&) { return district(world, out_of_work); }),
        total("unemployment_rate", "1",
              {"the same over the labour force", "失业率", "P18"},
              [](World const& world, Tally const&) {
                  return ratio(
                      district(world, out_of_work),
                      district(world, [](Community const& community) {
                          return community.labour_force;
                      }));
              }),
        by("community", "unemployed", "persons",
           {"people of a community out of work", "社区失业人数", "MODEL.md S12"},
           by_community(out_of_work)),
        by("skill", "unemployment_rate", "1",
           {"of the whole commuting labour market", "分技能失业率", "MODEL.md S12"},
           [](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t skill = 0; skill < into.size(); ++skill)
                   into[skill] = world.labour.unemployment(skill);
           }),
        by("skill", "mean_wage", "yuan/month",
           {"wage of employees of the zone by skill", "分技能平均工资", "MODEL.md S12"},
           [](World const& world, Tally const&, std::span<double> into) {
               copy_to(into, world.labour.mean_wage);
           }),
        total("commuters_in", "persons",
              {"people who work in the district and live elsewhere", "通勤流入", "MODEL.md S12"},
              [](World const&, Tally const& tally) {
                  return static_cast<double>(tally.commuters.in);
              }),
        total("commuters_out", "persons",
              {"people who live in the district and work elsewhere", "通勤流出", "MODEL.md S12"},
              [](World const&, Tally const& tally) {
                  return static_cast<double>(tally.commuters.out);
              }),
        counted("arrivals", {"people who came to live in the district or on its sides",
                             "迁入人数（含周边劳动力）", "MODEL.md S13"},
                &C::arrivals),
        counted("departures", {"people who moved away from there, or retired on a side",
                               "迁出人数（含周边劳动力）", "MODEL.md S13"},
                &C::departures),
        counted("births", {"children born in the district", "出生人数", "MODEL.md S12"}, &C::births),
        counted("deaths", {"people of the district and its sides who died", "死亡人数（含周边劳动力）",
                           "MODEL.md S12"}, &C::deaths),
        counted("retirements", {"people of the district and its sides who retired",
                                "退休人数（含周边劳动力）", "MODEL.md S12"},
                &C::retirements),
        counted("school_leavers", {"young people who left school", "毕业生人数",
                                   "MODEL.md S12"},
                &C::school_leavers),
    };
}

} // namespace canopy
