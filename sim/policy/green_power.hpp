#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Pays part of what a firm invests in green power.
/// Source: MODEL.md S5.
class GreenPower {
  public:
    static constexpr LeverKind kind = LeverKind::green_power;
    static constexpr std::string_view key = "green_power";
    static constexpr std::string_view name_zh = "绿电";
    static constexpr System system = System::efficient;
    static constexpr Aim aim{"green_share", +1, 24};
    static constexpr LeverUnit unit{"installation", "项"};
    static constexpr Metering metering = Metering::claims;
    static constexpr bool by_place = false;

    struct Params {
        double subsidy = 0.2;

        static void describe(auto&& field) {
            field(
                "subsidy",
                &Params::subsidy,
                Range{0.0, 0.6},
                "1",
                Meaning{
                    "share of an investment in green power that the zone pays",
                    "绿电投资补贴比例"});
        }
    };

    explicit GreenPower(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.subsidy <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        offer(book.green_subsidy, reach, world, params_.subsidy);
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return params_.subsidy * firms_offered(reach, world);
    }

  private:
    Params params_;
};

} // namespace canopy
