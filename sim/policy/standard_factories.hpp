#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Builds standard factories: floor space to let for industry, opened evenly over the
/// year. Source: MODEL.md S4, S14.
class StandardFactories {
  public:
    static constexpr LeverKind kind = LeverKind::standard_factories;
    static constexpr std::string_view key = "standard_factories";
    static constexpr std::string_view name_zh = "标准厂房";
    static constexpr System system = System::efficient;
    static constexpr Aim aim{"actions_by_action[standard_factory]", +1, 24};
    static constexpr LeverUnit unit{"m2 built", "平方米"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double space = 30e3;
        double building_cost = 2000.0;

        static void describe(auto&& field) {
            field(
                "space",
                &Params::space,
                Range{0.0, 1e6},
                "m2/year",
                Meaning{
                    "floor space built, shared among the places by their firms",
                    "每年新建标准厂房面积，按企业数分到各园区"});
            field(
                "building_cost",
                &Params::building_cost,
                Range{0.0, 2e4},
                "yuan/m2",
                Meaning{"capital for a square metre", "每平方米建设资金"});
        }
    };

    explicit StandardFactories(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.space <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const parts = place_parts(reach, world);
        for (std::size_t place = 0; place < world.n_zone_places(); ++place)
            book.factories_built[place] += reach.in_place[place] * parts[place]
                                           * params_.space / 12.0 * world.scale;
    }

    /// Square metres opened this month.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * world.scale * params_.space / 12.0;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.building_cost;
    }

  private:
    Params params_;
};

} // namespace canopy
