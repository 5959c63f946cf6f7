#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Holds factory basketball games, track carnivals, village festivals: residents enjoy
/// them, visitors spend in the zone.
/// Source: MODEL.md S13.
class CultureEvents {
  public:
    static constexpr LeverKind kind = LeverKind::culture_events;
    static constexpr std::string_view key = "culture_events";
    static constexpr std::string_view name_zh = "文旅体活动";
    static constexpr System system = System::friendly;
    static constexpr Aim aim{"service_level_by_service[culture]", +1, 12};
    static constexpr LeverUnit unit{"event", "场"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double events = 25.0;
        double visitors = 3000.0;
        double visitor_spending = 150.0;
        double event_cost = 0.2e6;

        static void describe(auto&& field) {
            field(
                "events",
                &Params::events,
                Range{0.0, 1e5},
                "1/year",
                Meaning{
                    "events", "每年活动场次", "judgement: plan's dose 8 / 25 / 60"});
            field(
                "visitors",
                &Params::visitors,
                Range{0.0, 1e7},
                "persons",
                Meaning{"to an event from elsewhere", "每场外来游客", "judgement"});
            field(
                "visitor_spending",
                &Params::visitor_spending,
                Range{0.0, 1e4},
                "yuan",
                Meaning{
                    "of a visitor, in the zone", "游客人均在区内消费", "judgement"});
            field(
                "event_cost",
                &Params::event_cost,
                Range{0.0, 1e8},
                "yuan",
                Meaning{"of an event", "每场成本", "judgement"});
        }
    };

    explicit CultureEvents(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.events <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const parts = resident_parts(reach, world);
        for (std::size_t place = 0; place < world.n_zone_places(); ++place)
            book.service_capacity[place][index_of(Service::culture)] +=
                parts[place] * reach.strength * params_.events * world.scale;
        book.visitor_spending +=
            offered(reach, world) * params_.visitors * params_.visitor_spending;
    }

    /// Events this month.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * params_.events * world.scale / 12.0;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.event_cost;
    }

  private:
    Params params_;
};

} // namespace canopy
