#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Opens job stations of the four layers: district hub, town and street stations, park
/// stations, village and community outlets. Each has a channel of its own.
/// Source: MODEL.md S12.
class JobStations {
  public:
    static constexpr LeverKind kind = LeverKind::job_stations;
    static constexpr std::string_view key = "job_stations";
    static constexpr std::string_view name_zh = "就业服务站点";
    static constexpr System system = System::professional;
    static constexpr Aim aim{"vacancies", -1, 12};
    static constexpr LeverUnit unit{"coverage", "覆盖率"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double hub = 0.3;
        double street = 0.3;
        double park = 0.3;
        double outlet = 0.3;
        double hub_cost = 5e6;
        double street_cost = 13.2e6;
        double park_cost = 8.1e6;
        double outlet_cost = 18e6;

        static void describe(auto&& field) {
            field(
                "hub",
                &Params::hub,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "coverage added by the district hub", "区级中心增加的覆盖率", "judgement"});
            field(
                "street",
                &Params::street,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "coverage added by town and street stations", "镇办站增加的覆盖率", "judgement"});
            field(
                "park",
                &Params::park,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "coverage added by park stations", "园区站增加的覆盖率", "judgement"});
            field(
                "outlet",
                &Params::outlet,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "coverage added by village and community outlets", "村社点增加的覆盖率", "judgement"});
            field(
                "hub_cost",
                &Params::hub_cost,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{
                    "of a hub for everybody", "区级中心全覆盖年成本", "judgement"});
            field(
                "street_cost",
                &Params::street_cost,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{
                    "of 11 stations", "11个镇办站年成本", "judgement"});
            field(
                "park_cost",
                &Params::park_cost,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{
                    "of 9 stations", "9个园区站年成本", "judgement"});
            field(
                "outlet_cost",
                &Params::outlet_cost,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{
                    "of 100 outlets", "100个村社点年成本", "judgement"});
        }
    };

    explicit JobStations(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.hub + params_.street + params_.park + params_.outlet <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
            auto const share = reach.in_place[place];
            book.hub_coverage[place] += share * params_.hub;
            book.street_coverage[place] += share * params_.street;
            book.park_coverage[place] += share * params_.park;
            book.outlet_coverage[place] += share * params_.outlet;
        }
    }

    /// Mean coverage of the four layers over the zone's enterprises.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return covered(reach, world)
               * (params_.hub + params_.street + params_.park + params_.outlet) / 4.0;
    }

    [[nodiscard]] double
    operation(double, Reach const& reach, World const& world) const {
        return covered(reach, world) * world.scale / 12.0
               * (params_.hub * params_.hub_cost + params_.street * params_.street_cost
                  + params_.park * params_.park_cost
                  + params_.outlet * params_.outlet_cost);
    }

  private:
    /// Share of the zone's enterprises in the places served, times the strength.
    [[nodiscard]] static double covered(Reach const& reach, World const& world) {
        double all = 0.0;
        double served = 0.0;
        for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
            all += world.around.firms_in[place];
            served += reach.in_place[place] * world.around.firms_in[place];
        }
        return all > 0.0 ? served / all : 0.0;
    }

    Params params_;
};

} // namespace canopy
