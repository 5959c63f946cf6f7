#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/demography.hpp"
#include "sim/process/investor_views.hpp"
#include "sim/process/land_sale.hpp"
#include "sim/rules/investor_taste.hpp"
#include "sim/world/world.hpp"

#include <vector>

namespace canopy {

/// Invited projects 招商: investors from outside are contacted, compare the zone's parks
/// with its rivals, sign or are lost for a reason, build, and open as companies. Source:
/// MODEL.md S8; rules::InvestorTaste; numbers judgement.
class Invitation {
  public:
    static constexpr std::string_view key = "invitation";

    struct Params : rules::InvestorTaste {
        double contacts = 80.0;
        double home = -1.0;
        double median_workers = 60.0;
        double worker_spread = 0.8;
        double most_workers = 2000.0;
        double productivity = 1.1;
        int least_build_months = 12;
        int build_months_range = 7;
        double first_demand = 0.7;
        double start_cash = 2.0;
        double own_orders = 0.8;
        double local_supply_added = 0.0;
        double freight_factor = 1.0;
        double land_factor = 1.0;
        double rival_supply = 0.3;

        static void describe(auto&& field) {
            using P = Params;
            rules::InvestorTaste::describe(field);
            field("contacts", &P::contacts, Range{0.0, 1e4}, "1/year",
                  Meaning{"investors that look at the zone", "每年接洽投资者数",
                          "judgement"});
            field("home", &P::home, Range{-10.0, 10.0}, "1",
                  Meaning{"added to the value of the zone's sites", "本区选址附加值",
                          "judgement: 6 to 14 signatures a year"});
            field("median_workers", &P::median_workers, Range{1.0, 1e4}, "person",
                  Meaning{"median headcount of a project", "项目人数中位数",
                          "judgement"});
            field("worker_spread", &P::worker_spread, Range{0.0, 3.0}, "1",
                  Meaning{"standard deviation of its logarithm", "其对数标准差",
                          "judgement"});
            field("most_workers", &P::most_workers, Range{1.0, 1e5}, "person",
                  Meaning{"largest project", "最大项目人数", "judgement"});
            field("productivity", &P::productivity, Range{0.1, 3.0}, "1",
                  Meaning{"of a new plant over its sector", "新项目生产率水平",
                          "judgement"});
            field("least_build_months", &P::least_build_months, Range{1, 120}, "month",
                  Meaning{"least building time", "最短建设期", "MODEL.md S8"});
            field("build_months_range", &P::build_months_range, Range{1, 120}, "month",
                  Meaning{"width of its draw", "建设期抽取宽度", "MODEL.md S8"});
            field("first_demand", &P::first_demand, Range{0.1, 1.5}, "1",
                  Meaning{"demand that it starts with, over normal output",
                          "初始需求比例", "judgement"});
            field("start_cash", &P::start_cash, Range{0.0, 24.0}, "month",
                  Meaning{"sales paid in as capital", "创办资本(月销售额)",
                          "judgement"});
            field("own_orders", &P::own_orders, Range{0.0, 1.0}, "1",
                  Meaning{"share of its sales to customers that it brings along",
                          "自带订单比例", "judgement"});
            field("local_supply_added", &P::local_supply_added, Range{-1.0, 1.0}, "1",
                  Meaning{"experiment: investors see the zone's local supply with this "
                          "added",
                          "试验：投资者看到的本地配套率增量", "experiment"});
            field("freight_factor", &P::freight_factor, Range{0.0, 10.0}, "1",
                  Meaning{"experiment: investors see the zone's freight times this",
                          "试验：投资者看到的物流成本系数", "experiment"});
            field("land_factor", &P::land_factor, Range{0.0, 10.0}, "1",
                  Meaning{"experiment: investors see the zone's land price times this",
                          "试验：投资者看到的地价系数", "experiment"});
            field("rival_supply", &P::rival_supply, Range{0.0, 1.0}, "1",
                  Meaning{"share of inputs to be had at rival places",
                          "竞争地的配套率", "judgement"});
        }
    };

    struct Contact {
        std::uint64_t id = 0;
        SectorId sector;
        int workers = 1;
        PlaceId chosen;
        InvitationReason reason = InvitationReason::luck; ///< if it is lost
    };

    struct Decision {
        InvestorViews views;
        std::vector<Contact> contacts;
        std::array<double, max_sectors> share_per_yuan{};
    };

    Invitation(
        Params const& params,
        Demography const& demography,
        CostRules const& costs,
        double land_per_space,
        double demand_growth)
        : params_{params}
        , demography_{demography}
        , costs_{costs}
        , land_per_space_{land_per_space}
        , demand_growth_{demand_growth} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

    /// Projects that signed before December 2022 and are still being built.
    void open(World& world) const;

  private:
    void contact(World const& now, SectorId sector, double mean, Decision& into) const;
    void choose(World const& now, InvestorViews const& views, Contact& contact) const;
    [[nodiscard]] LandSale land_of(World const& world, Contact const& contact) const;
    [[nodiscard]] InvitedProject
    project_of(World const& world, Contact const& contact) const;
    void sign(World& world, Contact const& contact, Fen foregone) const;
    static void withdraw_orders(World& world);
    void found(
        World& world,
        InvitedProject const& project,
        std::array<double, max_sectors> const& share_per_yuan) const;

    Params params_;
    Demography demography_;
    CostRules costs_;
    double land_per_space_; ///< [m²/m²], as of all who build here
    double demand_growth_; ///< of outside demand, a year
};

} // namespace canopy
