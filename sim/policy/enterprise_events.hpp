#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Brings firms together: meetings of the friend circle all year, a congress each
/// March. Guests meet sellers whom they trust a little from the start and try more
/// readily. Source: MODEL.md S3; the congress of March 2023 had about 1,000 guests
/// (S14).
class EnterpriseEvents {
  public:
    static constexpr LeverKind kind = LeverKind::enterprise_events;
    static constexpr std::string_view key = "enterprise_events";
    static constexpr std::string_view name_zh = "企业大会与朋友圈";
    static constexpr System system = System::open;
    static constexpr Aim aim{"links_by_tier[acquaintance]", +1, 12};
    static constexpr LeverUnit unit{"meeting", "场"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = false;
    static constexpr int congress_month = 3;

    struct Params {
        double meetings = 36.0;
        double firms_per_meeting = 40.0;
        double congress_firms = 0.0;
        double first_trust = 0.15;
        double barrier_cut = 0.5;
        double meeting_cost = 40e3;
        double congress_cost = 2e6;

        static void describe(auto&& field) {
            field(
                "meetings",
                &Params::meetings,
                Range{0.0, 240.0},
                "1/year",
                Meaning{
                    "meetings of the friend circle",
                    "朋友圈活动场次",
                    "judgement: plan's dose 12 / 36 / 72"});
            field(
                "firms_per_meeting",
                &Params::firms_per_meeting,
                Range{1.0, 500.0},
                "firms",
                Meaning{"guests of a meeting", "每场参加企业数"});
            field(
                "congress_firms",
                &Params::congress_firms,
                Range{0.0, 10e3},
                "firms",
                Meaning{
                    "guests of the congress each March; 0 = no congress",
                    "每年三月企业大会参会企业数，0 为不办",
                    "S14"});
            field(
                "first_trust",
                &Params::first_trust,
                Range{0.0, 0.25},
                "1",
                Meaning{
                    "trust with which a contact made there starts",
                    "会上结识的初始信任",
                    "MODEL.md S3 (.1 to .2)"});
            field(
                "barrier_cut",
                &Params::barrier_cut,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share taken off a guest's barrier to new suppliers that month",
                    "当月参会企业更换供应商门槛的降幅",
                    "MODEL.md S3"});
            field(
                "meeting_cost",
                &Params::meeting_cost,
                Range{0.0, 1e7},
                "yuan",
                Meaning{"cost of a meeting", "每场活动成本"});
            field(
                "congress_cost",
                &Params::congress_cost,
                Range{0.0, 1e8},
                "yuan",
                Meaning{"cost of a congress", "每次大会成本"});
        }
    };

    explicit EnterpriseEvents(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const {
        return params_.meetings <= 0.0 && params_.congress_firms <= 0.0;
    }

    void write(Reach const& reach, World const& world, PolicyBook& book) const;

    /// Meetings this month, the congress counted as one.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * world.scale
               * (params_.meetings / 12.0 + congresses(world));
    }

    [[nodiscard]] double
    operation(double used, Reach const& reach, World const& world) const;

  private:
    [[nodiscard]] double congresses(World const& world) const {
        return params_.congress_firms > 0.0 && world.month.of_year() == congress_month
                   ? 1.0
                   : 0.0;
    }

    Params params_;
};

} // namespace canopy
