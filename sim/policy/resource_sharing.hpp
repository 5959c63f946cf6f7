#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Opens centres where firms share equipment and testing; a centre serves so many firms
/// at a time, others queue. Source: MODEL.md S5 (shared equipment or testing).
class ResourceSharing {
  public:
    static constexpr LeverKind kind = LeverKind::resource_sharing;
    static constexpr std::string_view key = "resource_sharing";
    static constexpr std::string_view name_zh = "资源共享";
    static constexpr System system = System::open;
    static constexpr Aim aim{"actions_by_action[shared_equipment]", +1, 12};
    static constexpr LeverUnit unit{"capacity unit-year", "能力单元年"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double units = 40.0;
        double users_per_unit = 10.0;
        double unit_year = 300e3;

        static void describe(auto&& field) {
            field(
                "units",
                &Params::units,
                Range{0.0, 400.0},
                "1",
                Meaning{
                    "capacity units open, shared among the places by their firms",
                    "开放的共享能力单元数，按企业数分到各园区",
                    "judgement: plan's dose 15 / 40 / 80"});
            field(
                "users_per_unit",
                &Params::users_per_unit,
                Range{1.0, 1000.0},
                "firms",
                Meaning{
                    "firms that a unit serves at a time", "每单元可同时服务企业数"});
            field(
                "unit_year",
                &Params::unit_year,
                Range{0.0, 1e8},
                "yuan/year",
                Meaning{"cost of a unit", "每单元年成本"});
        }
    };

    explicit ResourceSharing(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.units <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const parts = place_parts(reach, world);
        for (std::size_t place = 0; place < world.n_zone_places(); ++place)
            book.shared_equipment_users[place] +=
                reach.in_place[place] * parts[place] * params_.units
                * params_.users_per_unit * world.scale;
    }

    /// Unit-years that a month of the open units is.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * world.scale * params_.units / 12.0;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.unit_year;
    }

  private:
    Params params_;
};

} // namespace canopy
