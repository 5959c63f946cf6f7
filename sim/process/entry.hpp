#pragma once

#include "sim/process/demography.hpp"
#include "sim/process/founding.hpp"
#include "sim/rules/entry_rate.hpp"
#include "sim/world/world.hpp"

#include <vector>

namespace canopy {

/// Newcomers by place, sector and kind. The same potential entrant has the same id and
/// the same draws under every policy: its id follows from cell, month and ordinal.
/// Source: MODEL.md S8; the rate is rules::EntryRate.
class Entry {
  public:
    static constexpr std::string_view key = "entry";

    struct Params : rules::EntryRate {
        double growth = 0.05;
        double first_demand = 0.8;
        double start_cash = 1.5;

        static void describe(auto&& field) {
            rules::EntryRate::describe(field);
            field(
                "growth",
                &Params::growth,
                Range{-0.1, 0.2},
                "1/year",
                Meaning{
                    "trend of the potential: people and income",
                    "潜在进入者年增速",
                    "MODEL.md S8"});
            field(
                "first_demand",
                &Params::first_demand,
                Range{0.1, 1.5},
                "1",
                Meaning{
                    "demand that a newcomer starts with, over normal output",
                    "新企业初始需求比例",
                    "MODEL.md S8"});
            field(
                "start_cash",
                &Params::start_cash,
                Range{0.0, 24.0},
                "month",
                Meaning{
                    "sales that founders pay in", "创办资本(月销售额)", "MODEL.md S7"});
        }
    };

    struct Decision {
        std::vector<Newborn> newborns;
        std::array<double, max_sectors>
            share_per_yuan{}; ///< market share of a yuan of sales
    };

    Entry(Params const& params, Demography const& demography)
        : params_{params}
        , demography_{demography} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    void arrive(
        World const& now,
        FirmKind kind,
        SectorId sector,
        PlaceId place,
        rules::EntryPull const& pull,
        std::vector<Newborn>& newborns) const;

    Params params_;
    Demography demography_;
};

/// Market share that goes with a yuan of final sales a month, by sector: leaders apart.
[[nodiscard]] std::array<double, max_sectors> market_share_per_yuan(World const& now);

/// Sets a newcomer's demand to a part of what its workers can make.
void start_small(
    World& world,
    FirmId firm,
    double part,
    std::array<double, max_sectors> const& share_per_yuan);

/// Sales of `months` at a newcomer's normal output [fen].
[[nodiscard]] Fen sales_of(World const& world, FirmId firm, double months);

} // namespace canopy
