#pragma once

#include "sim/policy/lever.hpp"

#include <algorithm>

namespace canopy {

/// Runs hubs that pool the freight of many firms: it is worth joining sooner, because a
/// hub brings users of its own. Source: MODEL.md S4, S5 (the gain of pooling tips with
/// the share of users).
class LogisticsHub {
  public:
    static constexpr LeverKind kind = LeverKind::logistics_hub;
    static constexpr std::string_view key = "logistics_hub";
    static constexpr std::string_view name_zh = "物流枢纽";
    static constexpr System system = System::efficient;
    static constexpr Aim aim{"unit_cost_by_cost_term[logistics]", -1, 24};
    static constexpr LeverUnit unit{"hub-year", "枢纽年"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double hubs = 1.0;
        double users_per_hub = 3000.0;
        double hub_year = 20e6;

        static void describe(auto&& field) {
            field(
                "hubs",
                &Params::hubs,
                Range{0.0, 4.0},
                "1",
                Meaning{
                    "hubs in operation, serving all places in scope",
                    "运营的物流枢纽数",
                    "judgement: plan's dose 0 / 1 / 2"});
            field(
                "users_per_hub",
                &Params::users_per_hub,
                Range{0.0, 50e3},
                "firms",
                Meaning{
                    "firms whose freight a hub brings together from the start",
                    "每个枢纽自带的拼货企业数"});
            field(
                "hub_year",
                &Params::hub_year,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{
                    "operation of a hub and its capital of 120 m yuan over time",
                    "每个枢纽的年运营与资金成本（总投资 1.2 亿元）"});
        }
    };

    explicit LogisticsHub(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.hubs <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const firms = std::max(1.0, firms_in_scope(reach, world));
        auto const share =
            std::min(1.0, params_.hubs * params_.users_per_hub * world.scale / firms);
        for (std::size_t place = 0; place < world.n_zone_places(); ++place)
            book.hub_users[place] += reach.in_place[place] * share;
    }

    /// Hub-years that a month of the hubs is.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * world.scale * params_.hubs / 12.0;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.hub_year;
    }

  private:
    Params params_;
};

} // namespace canopy
