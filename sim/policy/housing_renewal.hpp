#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Delivers flats whose building had stopped 保交楼 and renews old areas 老旧小区,
/// lifts included. Source: MODEL.md S13.
class HousingRenewal {
  public:
    static constexpr LeverKind kind = LeverKind::housing_renewal;
    static constexpr std::string_view key = "housing_renewal";
    static constexpr std::string_view name_zh = "住房交付与老旧小区改造";
    static constexpr System system = System::friendly;
    static constexpr Aim aim{"service_level_by_service[housing]", +1, 24};
    static constexpr LeverUnit unit{"flat", "套"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double renewed = 1200.0;
        double delivered = 400.0;
        double renewal_cost = 25e3;
        double delivery_cost = 60e3;

        static void describe(auto&& field) {
            field(
                "renewed",
                &Params::renewed,
                Range{0.0, 1e6},
                "flats/year",
                Meaning{
                    "renewed, counted as half a flat's worth of housing",
                    "每年改造套数（按半套计）",
                    "S10; plan's dose 400 / 1,200 / 2,500"});
            field(
                "delivered",
                &Params::delivered,
                Range{0.0, 1e6},
                "flats/year",
                Meaning{
                    "delivered", "每年交付套数", "S12; plan's dose 100 / 400 / 900"});
            field(
                "renewal_cost",
                &Params::renewal_cost,
                Range{0.0, 1e6},
                "yuan",
                Meaning{"of a flat renewed", "每套改造成本", "judgement"});
            field(
                "delivery_cost",
                &Params::delivery_cost,
                Range{0.0, 1e6},
                "yuan",
                Meaning{"of a flat delivered", "每套保交楼成本", "judgement"});
        }
    };

    explicit HousingRenewal(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const {
        return params_.renewed + params_.delivered <= 0.0;
    }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const parts = resident_parts(reach, world);
        auto const flats = reach.strength * world.scale
                           * (0.5 * params_.renewed + params_.delivered) / 12.0;
        for (std::size_t place = 0; place < world.n_zone_places(); ++place)
            book.flats_built[place] += parts[place] * flats;
    }

    /// Flats this month.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * (params_.renewed + params_.delivered) / 12.0
               * world.scale;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used / (params_.renewed + params_.delivered)
               * (params_.renewed * params_.renewal_cost
                  + params_.delivered * params_.delivery_cost);
    }

  private:
    Params params_;
};

} // namespace canopy
