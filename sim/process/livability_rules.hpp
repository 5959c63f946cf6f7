#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/communities.hpp"

#include <array>

namespace canopy {

/// What of each service people need [in the unit of its lever], how much it counts, and
/// what the district adds anyway. Source: MODEL.md S13.
struct LivabilityRules {
    using ByService = std::array<double, n_services>;

    ByService weight{0.20, 0.10, 0.08, 0.15, 0.15, 0.10, 0.06, 0.04, 0.12};
    ByService floor{0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6};
    ByService growth{0.0, 0.0, 0.03, 0.02, 0.02, 0.02, 0.02, 0.01, 0.0};
    double nursery_demand = 0.25;
    double elder_places = 0.10;
    double flat_size = 2.9;
    double riders_a_bus = 250.0;
    double events_wanted = 10.0;
    double officers_wanted = 1.2;
    double mains_gain = 0.15;
    double air_of_emissions = 0.10;
    double good_air = 0.8975;
    double water_of_wastewater = 0.10;
    double good_water = 0.95;
    double water_weight = 0.4;

    static void describe(auto&& field);

    /// Need of a community by service.
    [[nodiscard]] ByService need(Community const& community) const;
};

void LivabilityRules::describe(auto&& field) {
    using P = LivabilityRules;
    field(
        "weight",
        &P::weight,
        Range{0.0, 1.0},
        "1",
        Meaning{
            "of school, child care, elder care, clinic, housing, commute, culture, "
            "governance, environment in livability; they add up to 1",
            "各项服务在宜居度中的权重，合计为1"});
    field(
        "floor",
        &P::floor,
        Range{0.0, 1.0},
        "1",
        Meaning{
            "of capacity over need by service, the district's mean of December 2022 "
            "= 1; served first 兜住底线",
            "各社区各项服务底线"});
    field(
        "growth",
        &P::growth,
        Range{-0.2, 0.2},
        "1/year",
        Meaning{
            "of capacity by service that comes without a lever: flats on the "
            "market, staff that follows people",
            "无政策时各项服务能力年增速"});
    field(
        "nursery_demand",
        &P::nursery_demand,
        Range{0.0, 1.0},
        "1",
        Meaning{"children under three who need a place", "三岁以下入托需求比例"});
    field(
        "elder_places",
        &P::elder_places,
        Range{0.0, 1.0},
        "1",
        Meaning{
            "care places that an elder needs",
            "每位老人所需养老服务位",
            "pattern 9073: 3 % in homes, 7 % cared for in communities"});
    field(
        "flat_size",
        &P::flat_size,
        Range{1.0, 10.0},
        "persons",
        Meaning{"people to a flat", "每套住房人数"});
    field(
        "riders_a_bus",
        &P::riders_a_bus,
        Range{1.0, 5000.0},
        "persons",
        Meaning{"of the labour force to a bus", "每辆公交对应劳动力"});
    field(
        "events_wanted",
        &P::events_wanted,
        Range{0.01, 100.0},
        "1/year",
        Meaning{"for ten thousand people", "每万人每年活动需求"});
    field(
        "officers_wanted",
        &P::officers_wanted,
        Range{0.01, 100.0},
        "persons",
        Meaning{"in communities, for a thousand people", "每千人社区工作者需求"});
    field(
        "mains_gain",
        &P::mains_gain,
        Range{0.0, 1.0},
        "1",
        Meaning{
            "of the environment where everybody newly has mains water",
            "全部通自来水对环境的改善"});
    field(
        "air_of_emissions",
        &P::air_of_emissions,
        Range{0.0, 2.0},
        "1",
        Meaning{
            "share of good days lost when emissions double",
            "排放翻倍时优良天数比例降幅"});
    field(
        "good_air",
        &P::good_air,
        Range{0.01, 1.0},
        "1",
        Meaning{
            "share of days with good air at the emissions of the start",
            "期初空气优良天数比例",
            "fitted: S13, the mean of 2023"});
    field(
        "water_of_wastewater",
        &P::water_of_wastewater,
        Range{0.0, 2.0},
        "1",
        Meaning{
            "share of clean samples lost when wastewater doubles",
            "废水翻倍时水质达标比例降幅",
            "judgement"});
    field(
        "good_water",
        &P::good_water,
        Range{0.01, 1.0},
        "1",
        Meaning{
            "share of samples with good water at the wastewater of the start",
            "期初水质达标比例",
            "judgement"});
    field(
        "water_weight",
        &P::water_weight,
        Range{0.0, 1.0},
        "1",
        Meaning{
            "of water in the environment, the rest is air's",
            "水质在环境中的权重，其余为空气",
            "judgement"});
}

} // namespace canopy
