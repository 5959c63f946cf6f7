#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Opens places for small children and care for elders: kindergartens and community
/// stations, part of them in idle buildings, and volunteers' mutual help, ten of whom do
/// for elders what a place does. Source: MODEL.md S13.
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
        double in_idle_buildings = 0.0;
        double idle_saving = 0.3;
        double volunteers = 0.0;
        double volunteer_cost = 600.0;

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
            field(
                "in_idle_buildings",
                &Params::in_idle_buildings,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of places opened in idle buildings",
                    "利用闲置房的比例",
                    "judgement"});
            field(
                "idle_saving",
                &Params::idle_saving,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "of a place's cost in an idle building, which needs no rent",
                    "闲置房节省成本比例",
                    "judgement"});
            field(
                "volunteers",
                &Params::volunteers,
                Range{0.0, 1e6},
                "persons",
                Meaning{
                    "who help elders, half a day a week, and are helped when old",
                    "志愿互助养老人数（每周半天）",
                    "judgement"});
            field(
                "volunteer_cost",
                &Params::volunteer_cost,
                Range{0.0, 1e6},
                "yuan/year",
                Meaning{
                    "of a volunteer: insurance, points, coordination",
                    "每名志愿者年成本",
                    "judgement"});
        }
    };

    explicit CarePlaces(Params params)
        : params_{params} {}

    /// People served at once: there are no more than live in the district.
    static constexpr std::string_view people_key = "child";

    [[nodiscard]] double people() const {
        return params_.child + params_.elder + params_.volunteers;
    }

    [[nodiscard]] bool idle() const { return all_places() <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const parts = resident_parts(reach, world);
        auto const strength = reach.strength * world.scale;
        for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
            auto& capacity = book.service_capacity[place];
            capacity[index_of(Service::child_care)] +=
                parts[place] * strength * params_.child;
            capacity[index_of(Service::elder_care)] +=
                parts[place] * strength * elder_places();
        }
    }

    /// Places open this month.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * all_places() * world.scale;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        auto const stations = (params_.child * params_.child_cost
                               + params_.elder * params_.elder_cost)
                              * (1.0 - params_.idle_saving * params_.in_idle_buildings);
        return used / all_places()
               * (stations + params_.volunteers * params_.volunteer_cost) / 12.0;
    }

  private:
    static constexpr double volunteers_to_a_place = 10.0; ///< judgement

    [[nodiscard]] double elder_places() const {
        return params_.elder + params_.volunteers / volunteers_to_a_place;
    }

    [[nodiscard]] double all_places() const { return params_.child + elder_places(); }

    Params params_;
};

} // namespace canopy
