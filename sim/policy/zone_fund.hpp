#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Pays capital into the zone fund 园区基金, which takes stakes in growing firms. The
/// capital stays on the fund's balance sheet; what it costs is the management fee, and
/// the stakes that are lost. Source: MODEL.md S7.
class ZoneFundCapital {
  public:
    static constexpr LeverKind kind = LeverKind::zone_fund;
    static constexpr std::string_view key = "zone_fund";
    static constexpr std::string_view name_zh = "园区基金";
    static constexpr System system = System::professional;
    static constexpr Aim aim{"investment", +1, 24};
    static constexpr LeverUnit unit{"yuan paid into the fund", "元基金注资"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double capital = 150e6;
        double carry = 0.04;

        static void describe(auto&& field) {
            field(
                "capital",
                &Params::capital,
                Range{0.0, 1e11},
                "yuan/year",
                Meaning{
                    "paid into the fund",
                    "每年注入基金的资本",
                    "judgement: plan's dose 50 / 150 / 300 m yuan of tickets"});
            field(
                "carry",
                &Params::carry,
                Range{0.0, 1.0},
                "1",
                Meaning{"management fee and carry, share of the capital",
                        "管理费与收益分成占注资比例", "judgement"});
        }
    };

    explicit ZoneFundCapital(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.capital <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        book.fund_capital += offered(reach, world);
    }

    /// Yuan paid in this month.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * world.scale * params_.capital / 12.0;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.carry;
    }

  private:
    Params params_;
};

} // namespace canopy
