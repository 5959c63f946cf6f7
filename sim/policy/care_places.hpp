#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Opens places for small children and care for elders: kindergartens, community
/// stations, idle buildings, volunteers' mutual help.
/// Source: MODEL.md S13.
class CarePlaces {
  public:
    static constexpr LeverKind kind = LeverKind::care_places;
    static constexpr std::string_view key = "care_places";
    static constexpr std::string_view name_zh = "托育与养老";
    static constexpr System system = System::friendly;
    static constexpr Aim aim{"service_level_by_service[child_care]", +1, 12};
    static constexpr LeverUnit unit{"place-month", "托位床位·月"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double child = 600.0;
        double elder = 500.0;
        double child_cost = 14e3;
        double elder_cost = 10e3;

        static void describe(auto&& field) {
            field(
                "child",
                &Params::child,
                Range{0.0, 1e6},
                "places",
                Meaning{
                    "for children under six",
                    "托位园位数",
                    "S08, S09; plan's dose 200 / 600 / 1,500"});
            field(
                "elder",
                &Params::elder,
                Range{0.0, 1e6},
                "places",
                Meaning{
                    "for elders",
                    "养老服务位数",
                    "judgement: plan's dose 200 / 500 / 1,200"});
            field(
                "child_cost",
                &Params::child_cost,
                Range{0.0, 1e6},
                "yuan/year",
                Meaning{"of a child's place", "每托位年成本", "judgement"});
            field(
                "elder_cost",
                &Params::elder_cost,
                Range{0.0, 1e6},
                "yuan/year",
                Meaning{"of an elder's place", "每养老位年成本", "judgement"});
        }
    };

    explicit CarePlaces(Params params)
        : params_{params} {}

    /// People served at once: there are no more than live in the district.
    static constexpr std::string_view people_key = "child";

    [[nodiscard]] double people() const { return params_.child + params_.elder; }

    [[nodiscard]] bool idle() const { return params_.child + params_.elder <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const parts = resident_parts(reach, world);
        auto const strength = reach.strength * world.scale;
        for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
            auto& capacity = book.service_capacity[place];
            capacity[index_of(Service::child_care)] +=
                parts[place] * strength * params_.child;
            capacity[index_of(Service::elder_care)] +=
                parts[place] * strength * params_.elder;
        }
    }

    /// Places open this month.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * (params_.child + params_.elder) * world.scale;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used / (params_.child + params_.elder)
               * (params_.child * params_.child_cost
                  + params_.elder * params_.elder_cost)
               / 12.0;
    }

  private:
    Params params_;
};

} // namespace canopy
