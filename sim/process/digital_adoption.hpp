#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/firm_cost.hpp"
#include "sim/process/gathered.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Firms climb the digital levels by imitation in park and sector; a level saves labour
/// and adds a search candidate. Source: MODEL.md S5 (diffusion after Bass 1969).
class DigitalAdoption {
  public:
    static constexpr std::string_view key = "digital_adoption";

    struct Params {
        double innovation = 0.0025;
        double imitation = 0.032;
        double voucher_pull = 3.0;
        double next_level = 0.3;
        double cost_per_worker = 3000.0;
        double credit = 0.1;

        static void describe(auto&& field) {
            field(
                "innovation",
                &Params::innovation,
                Range{0.0, 0.1},
                "1/month",
                Meaning{
                    "hazard without any adopter around",
                    "自发数字化月概率",
                    "MODEL.md S5"});
            field(
                "imitation",
                &Params::imitation,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "added when everybody in park and sector has adopted",
                    "园区同行全部采用时增加的月概率",
                    "MODEL.md S5"});
            field(
                "voucher_pull",
                &Params::voucher_pull,
                Range{0.0, 20.0},
                "1",
                Meaning{
                    "how much a full voucher multiplies the hazard, added to 1",
                    "全额补贴对采用率的放大",
                    "prototype"});
            field(
                "next_level",
                &Params::next_level,
                Range{0.0, 2.0},
                "1",
                Meaning{
                    "factor on the hazard after the first level",
                    "升级概率系数",
                    "prototype"});
            field(
                "cost_per_worker",
                &Params::cost_per_worker,
                Range{0.0, 1e5},
                "yuan",
                Meaning{"cost of a level a worker", "每级人均成本", "prototype"});
            field(
                "credit",
                &Params::credit,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "credit for a step, share of yearly sales",
                    "可用信用占年销售额比例",
                    "MODEL.md S5"});
        }
    };

    struct Step {
        FirmId firm;
        float gain = 0.0F; ///< share of unit cost
        Fen spending = 0;
        Fen claim = 0; ///< on a voucher
    };

    using Decision = Gathered<Step>;

    DigitalAdoption(Params const& params, CostRules const& rules)
        : params_{params}
        , labour_saving_{rules.digital_labour_saving} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    [[nodiscard]] bool
    takes_step(World const& now, FirmId firm, double voucher, double u) const;

    Params params_;
    double labour_saving_;
};

} // namespace canopy
