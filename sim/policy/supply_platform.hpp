#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Publishes what local firms cannot find and shows them local sellers: extra
/// candidates for open gaps, for as many firms as the platform can look after. Source:
/// MODEL.md S3; yield of a matching meeting F18.
class SupplyPlatform {
  public:
    static constexpr LeverKind kind = LeverKind::supply_platform;
    static constexpr std::string_view key = "supply_platform";
    static constexpr std::string_view name_zh = "供需平台";
    static constexpr System system = System::open;
    static constexpr Aim aim{"local_supply_ratio", +1, 24};
    static constexpr LeverUnit unit{"active user-month", "活跃用户月"};
    static constexpr Metering metering = Metering::users;
    static constexpr bool by_place = false;

    struct Params {
        double candidates = 3.0;
        double users = 4000.0;
        double yield = 0.17;
        double user_month = 120.0;
        double fixed = 6e6;

        static void describe(auto&& field) {
            field(
                "candidates",
                &Params::candidates,
                Range{0.0, 5.0},
                "1",
                Meaning{
                    "extra sellers that a user's open gap is shown",
                    "为用户未满足需求推送的卖家数"});
            field(
                "users",
                &Params::users,
                Range{0.0, 100e3},
                "firms",
                Meaning{
                    "active users that the platform can look after at a time",
                    "平台可同时服务的活跃用户数",
                    "judgement: plan's dose 1,500 / 4,000 / 7,000"});
            field(
                "yield",
                &Params::yield,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "probability that a shown seller really is one",
                    "推送卖家有效的概率",
                    "F18"});
            field(
                "user_month",
                &Params::user_month,
                Range{0.0, 1e4},
                "yuan",
                Meaning{"cost of an active user a month", "每活跃用户每月成本"});
            field(
                "fixed",
                &Params::fixed,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{"cost of running the platform", "平台固定运营成本"});
        }
    };

    explicit SupplyPlatform(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const {
        return params_.candidates <= 0.0 || params_.users <= 0.0;
    }

    void write(Reach const& reach, World const& world, PolicyBook& book) const;

    /// Users that can be looked after this month.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * params_.users * world.scale;
    }

    [[nodiscard]] double
    operation(double used, Reach const& reach, World const& world) const {
        return used * params_.user_month
               + reach.strength * world.scale * params_.fixed / 12.0;
    }

  private:
    Params params_;
};

} // namespace canopy
