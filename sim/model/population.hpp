#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/demography.hpp"
#include "sim/process/surroundings.hpp"
#include "sim/world/world.hpp"

#include <array>

namespace canopy {

/// Counts that the opening population must meet, in December 2022.
struct PopulationParams {
    int district_entities = 60000;
    double individual_share = 0.67;
    int tianxin_companies = 3000;
    int dongjiaduan_companies = 1500;
    int district_jobs = 222000;
    std::array<double, 3> age_shares{0.494, 0.329, 0.177};

    static void describe(auto&& field) {
        using P = PopulationParams;
        field(
            "district_entities",
            &P::district_entities,
            Range{20, 20'000'000},
            "1",
            Meaning{"market entities in the district", "全区经营主体", "Z01"});
        field(
            "individual_share",
            &P::individual_share,
            Range{0.0, 1.0},
            "1",
            Meaning{"of them individual businesses", "其中个体户比例", "D07"});
        field(
            "tianxin_companies",
            &P::tianxin_companies,
            Range{0, 10'000'000},
            "1",
            Meaning{"companies in Tianxin park", "田心高科园企业数", "judgement"});
        field(
            "dongjiaduan_companies",
            &P::dongjiaduan_companies,
            Range{0, 10'000'000},
            "1",
            Meaning{
                "companies in Dongjiaduan park", "董家塅高科园企业数", "judgement"});
        field(
            "district_jobs",
            &P::district_jobs,
            Range{50, 100'000'000},
            "person",
            Meaning{
                "jobs of enterprises in the district, leaders included",
                "全区企业就业(含龙头)",
                "judgement: 200,000-245,000"});
        field(
            "age_shares",
            &P::age_shares,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "shares of firms under 5, 5 to 10 and over 10 years old",
                "5年以下、5-10年、10年以上企业比例",
                "D02"});
    }
};

/// Founds the leaders and draws everybody else; companies' headcounts are scaled so
/// that the district has the jobs that the scenario says. What they can make follows
/// from the density of jobs around them, which `surroundings` reckons. Source: MODEL.md 8.
void populate(
    World& world,
    PopulationParams const& counts,
    Demography const& demography,
    LookAround const& surroundings);

} // namespace canopy
