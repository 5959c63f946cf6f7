#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Cleans air and water beyond what enterprises do, and lays mains to villages.
/// Source: MODEL.md S13.
class EnvironmentCare {
  public:
    static constexpr LeverKind kind = LeverKind::environment_care;
    static constexpr std::string_view key = "environment_care";
    static constexpr std::string_view name_zh = "环境治理";
    static constexpr System system = System::friendly;
    static constexpr Aim aim{"good_air_share", +1, 12};
    static constexpr LeverUnit unit{"tenth of a point, month", "0.1个百分点·月"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double points = 0.5;
        double mains = 0.0;
        double tenth_cost = 1.5e6;
        double mains_cost = 800.0;

        static void describe(auto&& field) {
            field(
                "points",
                &Params::points,
                Range{0.0, 10.0},
                "%",
                Meaning{
                    "of days with good air and of samples with good water added",
                    "优良天数与水质达标比例提高的百分点",
                    "judgement: plan's dose .2 / .5 / 1"});
            field(
                "mains",
                &Params::mains,
                Range{0.0, 1e6},
                "persons/year",
                Meaning{
                    "newly on mains water",
                    "每年新通自来水人口",
                    "S11 counts 30 villages; people of one judgement"});
            field(
                "mains_cost",
                &Params::mains_cost,
                Range{0.0, 1e6},
                "yuan",
                Meaning{"of a person newly on mains", "每人通水成本", "judgement"});
            field(
                "tenth_cost",
                &Params::tenth_cost,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{"of a tenth of a point", "每0.1个百分点年成本", "judgement"});
        }
    };

    explicit EnvironmentCare(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.points + params_.mains <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const parts = resident_parts(reach, world);
        for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
            book.service_capacity[place][index_of(Service::environment)] +=
                parts[place] * reach.strength * params_.points / 100.0;
            book.mains_laid[place] +=
                parts[place] * reach.strength * params_.mains * world.scale / 12.0;
        }
    }

    /// Tenths of a point.
    [[nodiscard]] double offered(Reach const& reach, World const&) const {
        return reach.strength * params_.points * 10.0;
    }

    [[nodiscard]] double
    operation(double used, Reach const& reach, World const& world) const {
        return world.scale / 12.0
               * (used * params_.tenth_cost
                  + reach.strength * params_.mains * params_.mains_cost);
    }

  private:
    Params params_;
};

} // namespace canopy
