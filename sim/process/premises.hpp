#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

#include <vector>

namespace canopy {

/// Firms whose lease ends take the floor space that they need, as far as the place has
/// it; owners of land buy more of it from the developer. Source: MODEL.md S11, S14
/// (land price P01).
class Premises {
  public:
    static constexpr std::string_view key = "premises";

    struct Params {
        int lease_months = 36;
        double land_per_space = 0.8;
        double cash_for_land = 0.25;

        static void describe(auto&& field) {
            field(
                "lease_months",
                &Params::lease_months,
                Range{1, 240},
                "month",
                Meaning{"length of a lease", "租期", "judgement"});
            field(
                "land_per_space",
                &Params::land_per_space,
                Range{0.1, 5.0},
                "m²/m²",
                Meaning{
                    "land bought per floor space added",
                    "每平方米厂房用地",
                    "judgement"});
            field(
                "cash_for_land",
                &Params::cash_for_land,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of its cash that a firm spends on land at once",
                    "企业一次购地可动用现金比例",
                    "judgement"});
        }
    };

    struct Decision {
        std::vector<FirmId>
            movers;               ///< firms whose lease ends and whose need has changed
        std::vector<float> space; ///< that they will have [m²]
    };

    explicit Premises(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

    /// Floor space that a firm's workers need [m²].
    [[nodiscard]] static double needed(World const& now, FirmId firm);

  private:
    /// Floor space that an owner of land wants and can pay for, price cuts included [m²].
    [[nodiscard]] double affordable(World const& now, FirmId firm, double wanted) const;

    Params params_;
};

} // namespace canopy
