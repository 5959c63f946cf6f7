#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/input_need.hpp"
#include "sim/world/world.hpp"

#include <algorithm>

namespace canopy {

/// What firms can make with their people, plant and inputs, and what they order on
/// their links for it. Source: MODEL.md S2 (Leontief 1941 for critical inputs).
class Production {
  public:
    static constexpr std::string_view key = "production";

    struct Params {
        double overtime = 1.15;
        double shortage_loss = 0.2;
        double stock_months = 1.0;
        double stock_speed = 0.33;
        double most_order = 1.1;

        static void describe(auto&& field) {
            field(
                "overtime",
                &Params::overtime,
                Range{1.0, 2.0},
                "1",
                Meaning{
                    "output over normal that workers can reach",
                    "加班可达产出倍数",
                    "prototype"});
            field(
                "shortage_loss",
                &Params::shortage_loss,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "output lost without a non-critical input",
                    "非关键投入短缺的产出损失",
                    "MODEL.md S2"});
            field(
                "stock_months",
                &Params::stock_months,
                Range{0.1, 6.0},
                "month",
                Meaning{"input stock wanted", "目标投入库存", "MODEL.md S2"});
            field(
                "stock_speed",
                &Params::stock_speed,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "share of a stock gap ordered in a month",
                    "库存缺口月补足比例",
                    "prototype"});
            field(
                "most_order",
                &Params::most_order,
                Range{1.0, 3.0},
                "1",
                Meaning{
                    "order over the agreed volume",
                    "订货对约定量的上限倍数",
                    "MODEL.md S3"});
        }
    };

    struct Decision {
        Column<FirmId, double> output;
    };

    explicit Production(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision& decision, World& world) const;

    /// Input that a firm with such needs and `stock` of it wants to receive this month
    /// [units].
    [[nodiscard]] static double wanted(
        InputNeeds const& needs,
        LinkedInput const& input,
        double stock,
        Params const& params) {
        auto const target = needs.monthly(input) * params.stock_months;
        return std::max(
            0.0, needs.planned(input) + params.stock_speed * (target - stock));
    }

  private:
    [[nodiscard]] double possible_output(World const& now, FirmId firm) const;
    /// Orders on a firm's links; only the firm itself reads or changes what this does.
    void order(World& world, FirmId firm) const;

    Params params_;
};

} // namespace canopy
