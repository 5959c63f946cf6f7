#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Buys power for firms directly and passes on a cut of their bill.
/// Source: MODEL.md S4; tariff P13.
class DirectPower {
  public:
    static constexpr LeverKind kind = LeverKind::direct_power;
    static constexpr std::string_view key = "direct_power";
    static constexpr std::string_view name_zh = "直供电";
    static constexpr System system = System::efficient;
    static constexpr Aim aim{"unit_cost_by_cost_term[energy]", -1, 12};
    static constexpr LeverUnit unit{"yuan cut from power bills", "元电费减免"};
    static constexpr Metering metering = Metering::claims;
    static constexpr bool by_place = false;

    struct Params {
        double discount = 0.03;
        double fixed = 1e6;

        static void describe(auto&& field) {
            field(
                "discount",
                &Params::discount,
                Range{0.0, 0.1},
                "1",
                Meaning{
                    "share of the power bill that is cut",
                    "电费降幅",
                    "judgement: plan's dose 3 / 10 / 30 m yuan cut"});
            field(
                "fixed",
                &Params::fixed,
                Range{0.0, 1e8},
                "yuan/year",
                Meaning{
                    "cost of trading, about .002 yuan a kWh",
                    "直接交易成本，约每千瓦时 0.002 元"});
        }
    };

    explicit DirectPower(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.discount <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        offer(book.power_discount, reach, world, params_.discount);
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return params_.discount * firms_offered(reach, world);
    }

    [[nodiscard]] double
    operation(double, Reach const& reach, World const& world) const {
        return reach.strength * world.scale * params_.fixed / 12.0;
    }

  private:
    Params params_;
};

} // namespace canopy
