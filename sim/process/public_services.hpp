#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// What of a service people need [in the unit of its lever] and how much it counts.
struct LivabilityRules {
    std::array<double, n_services> weight{
        0.20, 0.10, 0.08, 0.15, 0.15, 0.10, 0.06, 0.04, 0.12};
    double nursery_demand = 0.25;
    double elder_places = 0.035;
    double flat_size = 2.9;
    double riders_a_bus = 250.0;
    double events_wanted = 4.0;
    double officers_wanted = 1.2;
    double floor = 0.6;
    double elder_growth = 0.03;
    double air_of_emissions = 0.10;
    double good_air = 0.895;

    static void describe(auto&& field);
};

/// Services of each community and park meet the needs of their people; what policy opens
/// goes to communities below the floor first, then to where most is missing. From them
/// livability. Source: MODEL.md S13 (weights and needs judgement).
class PublicServices {
  public:
    static constexpr std::string_view key = "public_services";
    using Params = LivabilityRules;

    struct Decision {
        std::array<std::array<double, n_services>, max_communities> capacity{};
        std::array<std::array<double, n_services>, max_communities> level{};
        std::array<double, max_communities> livability{};
        std::array<double, max_places> of_place{};
        std::array<double, max_communities> flats{};
        double good_air = 0.0;
    };

    explicit PublicServices(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

    /// Sets the capacities of December 2022 from the communities' coverage.
    void open(World& world) const;

  private:
    [[nodiscard]] std::array<double, n_services> need(Community const& community) const;
    void share_out(World const& now, Service service, Decision& into) const;
    void pool_beds(World const& now, Decision& into) const;
    [[nodiscard]] double air(World const& now) const;

    Params params_;
};

void LivabilityRules::describe(auto&& field) {
    using P = LivabilityRules;
    field("weight", &P::weight, Range{0.0, 1.0}, "1",
          Meaning{"of school, child care, elder care, clinic, housing, commute, culture, "
                  "governance, environment in livability; they add up to 1",
                  "各项服务在宜居度中的权重，合计为1"});
    field("nursery_demand", &P::nursery_demand, Range{0.0, 1.0}, "1",
          Meaning{"children under three who need a place", "三岁以下入托需求比例"});
    field("elder_places", &P::elder_places, Range{0.0, 1.0}, "1",
          Meaning{"care places that an elder needs", "每位老人所需养老床位"});
    field("flat_size", &P::flat_size, Range{1.0, 10.0}, "persons",
          Meaning{"people to a flat", "每套住房人数"});
    field("riders_a_bus", &P::riders_a_bus, Range{1.0, 5000.0}, "persons",
          Meaning{"of the labour force to a bus", "每辆公交对应劳动力"});
    field("events_wanted", &P::events_wanted, Range{0.0, 100.0}, "1/year",
          Meaning{"for ten thousand people", "每万人每年活动需求"});
    field("officers_wanted", &P::officers_wanted, Range{0.0, 100.0}, "persons",
          Meaning{"in communities, for a thousand people", "每千人社区工作者需求"});
    field("floor", &P::floor, Range{0.0, 1.0}, "1",
          Meaning{"of capacity over need, served first 兜住底线", "各社区服务底线"});
    field("elder_growth", &P::elder_growth, Range{-0.2, 0.2}, "1/year",
          Meaning{"of elder care that the district adds anyway", "既有养老服务年增速"});
    field("air_of_emissions", &P::air_of_emissions, Range{0.0, 2.0}, "1",
          Meaning{"share of good days lost when emissions double",
                  "排放翻倍时优良天数比例降幅"});
    field("good_air", &P::good_air, Range{0.0, 1.0}, "1",
          Meaning{"share of days with good air at the emissions of the start",
                  "期初空气优良天数比例", "S13"});
}

} // namespace canopy
