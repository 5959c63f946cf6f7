#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Runs more buses between homes and work.
/// Source: MODEL.md S13.
class PublicTransport {
  public:
    static constexpr LeverKind kind = LeverKind::public_transport;
    static constexpr std::string_view key = "public_transport";
    static constexpr std::string_view name_zh = "公共交通";
    static constexpr System system = System::friendly;
    static constexpr Aim aim{"service_level_by_service[commute]", +1, 12};
    static constexpr LeverUnit unit{"bus-month", "车·月"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double buses = 10.0;
        double bus_cost = 0.6e6;

        static void describe(auto&& field) {
            field(
                "buses",
                &Params::buses,
                Range{0.0, 1e5},
                "buses",
                Meaning{"more", "增加的公交车", "judgement: plan's dose 4 / 10 / 25"});
            field(
                "bus_cost",
                &Params::bus_cost,
                Range{0.0, 1e8},
                "yuan/year",
                Meaning{"of a bus", "每车年成本", "judgement"});
        }
    };

    explicit PublicTransport(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.buses <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const parts = resident_parts(reach, world);
        for (std::size_t place = 0; place < world.n_zone_places(); ++place)
            book.service_capacity[place][index_of(Service::commute)] +=
                parts[place] * offered(reach, world);
    }

    /// Buses on the road.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * params_.buses * world.scale;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.bus_cost / 12.0;
    }

  private:
    Params params_;
};

} // namespace canopy
