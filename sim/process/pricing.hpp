#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/firm_cost.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Unit cost in its seven terms, mark-ups and prices.
/// Source: MODEL.md S4; mark-up rule after Bils & Klenow type menu prices and
/// replicator mark-ups (Dosi et al. 2010); pass-through judgement.
class Pricing {
  public:
    static constexpr std::string_view key = "pricing";

    struct Params {
        double pass_through = 0.6;
        double reprice = 0.25;
        double markup_response = 0.04;
        double markup_bound = 0.5;

        static void describe(auto&& field) {
            field(
                "pass_through",
                &Params::pass_through,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "weight of own cost against the market price",
                    "自身成本对价格的传导",
                    "judgement, swept 0.4-1"});
            field(
                "reprice",
                &Params::reprice,
                Range{0.0, 1.0},
                "1/month",
                Meaning{"chance to set a new price", "月调价概率", "MODEL.md S4"});
            field(
                "markup_response",
                &Params::markup_response,
                Range{0.0, 1.0},
                "1/quarter",
                Meaning{
                    "of the mark-up to growth of orders",
                    "加成率对订单增长的反应",
                    "MODEL.md S4"});
            field(
                "markup_bound",
                &Params::markup_bound,
                Range{0.0, 2.0},
                "1",
                Meaning{
                    "largest growth of orders that counts",
                    "计入的订单增长上限",
                    "prototype"});
        }
    };

    struct Decision {
        Column<FirmId, std::array<float, n_terms>> unit_cost;
        Column<FirmId, float> price;
        Column<FirmId, float> markup;
    };

    Pricing(Params params, CostRules costs)
        : params_{params}
        , costs_{costs} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision& decision, World& world) const;

  private:
    [[nodiscard]] double new_markup(World const& now, FirmId firm) const;

    Params params_;
    CostRules costs_;
};

} // namespace canopy
