#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/demography.hpp"
#include "sim/process/founding.hpp"
#include "sim/process/gathered.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Companies give birth to companies 裂变: at the parent's place, with part of its
/// ability, a link to it, half of its suppliers at half the trust, and its money.
/// Source: MODEL.md S8 (Klepper 2007; Garvin 1983); hazard judgement.
class SpinOff {
  public:
    static constexpr std::string_view key = "spin_off";

    struct Params {
        double hazard = 0.004;
        double median_workers = 5.0;
        double worker_spread = 0.8;
        double inherited_ability = 0.5;
        double parent_trust = 0.6;
        double trust_kept = 0.5;
        double lot_size = 15000.0;
        double first_demand = 0.8;
        double start_cash = 1.5;

        static void describe(auto&& field) {
            field(
                "hazard",
                &Params::hazard,
                Range{0.0, 0.2},
                "1/year",
                Meaning{
                    "of a company with 100 workers", "百人企业裂变率", "MODEL.md S8"});
            field(
                "median_workers",
                &Params::median_workers,
                Range{1.0, 100.0},
                "person",
                Meaning{
                    "median headcount of a spin-off",
                    "裂变企业人数中位数",
                    "prototype"});
            field(
                "worker_spread",
                &Params::worker_spread,
                Range{0.0, 3.0},
                "1",
                Meaning{
                    "standard deviation of its logarithm",
                    "其对数标准差",
                    "prototype"});
            field(
                "inherited_ability",
                &Params::inherited_ability,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "exponent of the parent's productivity that the child has",
                    "继承母体生产率的指数",
                    "prototype"});
            field(
                "parent_trust",
                &Params::parent_trust,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "trust between parent and child",
                    "与母体的初始信任",
                    "MODEL.md S8"});
            field(
                "trust_kept",
                &Params::trust_kept,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "part of the parent's trust that passes on",
                    "继承信任的比例",
                    "MODEL.md S8"});
            field(
                "lot_size",
                &Params::lot_size,
                Range{100.0, 1e7},
                "yuan/month",
                Meaning{
                    "need that one inherited supplier covers",
                    "单一继承供应商覆盖的月需求",
                    "prototype"});
            field(
                "first_demand",
                &Params::first_demand,
                Range{0.1, 1.5},
                "1",
                Meaning{
                    "demand that it starts with, over normal output",
                    "初始需求比例",
                    "MODEL.md S8"});
            field(
                "start_cash",
                &Params::start_cash,
                Range{0.0, 24.0},
                "month",
                Meaning{
                    "sales that the parent pays in",
                    "创办资本(月销售额)",
                    "MODEL.md S8"});
        }
    };

    struct Birth {
        FirmId parent;
        Newborn child;
        double boosted = 0.0; ///< part of the hazard that policy added
    };

    struct Decision {
        Gathered<Birth> births;
        std::array<double, max_sectors> share_per_yuan{};
    };

    explicit SpinOff(Params const& params, Demography const& demography)
        : params_{params}
        , demography_{demography} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    void pay_in(World& world, FirmId parent, FirmId child, Fen capital) const;
    void inherit_suppliers(World& world, FirmId parent, FirmId child) const;

    Params params_;
    Demography demography_;
};

} // namespace canopy
