#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/delivery_counters.hpp"
#include "sim/process/firm_cost.hpp"
#include "sim/process/production.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Sellers ration what they have by tier; buyers receive, pay what falls due and cover
/// the rest on the spot market. Each side computes every invoice from the terms of the
/// contract and books it for itself. Source: MODEL.md S2, S3, S7 (trade credit).
class Delivery {
  public:
    static constexpr std::string_view key = "delivery";

    struct Params {
        double unserved_loss = 0.3;
        double most_stock = 2.0;
        int new_contract_months = 12;

        static void describe(auto&& field) {
            field(
                "unserved_loss",
                &Params::unserved_loss,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of final customers lost per share not served",
                    "未满足需求导致的客户流失比例",
                    "prototype"});
            field(
                "most_stock",
                &Params::most_stock,
                Range{0.5, 12.0},
                "month",
                Meaning{
                    "output stock above which goods are scrapped",
                    "产成品报废上限",
                    "prototype"});
            field(
                "new_contract_months",
                &Params::new_contract_months,
                Range{1, 60},
                "month",
                Meaning{
                    "age up to which an invoice counts as added local purchase",
                    "计为新增本地采购的合同月龄",
                    "judgement"});
        }
    };

    /// What a seller made and got.
    struct Sale {
        float unserved = 0.0F;   ///< share of all orders
        double output = 0.0;     ///< made [units]
        double sold = 0.0;       ///< [units]
        double ordered = 0.0;    ///< [units]
        double final_sold = 0.0; ///< [units]
        Fen invoiced = 0;        ///< to customers on links
        Fen collected = 0;       ///< from them
        Fen receivables = 0;     ///< left open
        double delivered = 0.0;  ///< on links [units]
    };

    struct Decision {
        DeliveryCounters counters;
        Column<FirmId, Sale> sales;
        Column<FirmId, Fen> bonus_claim; ///< of the local purchase bonus
        Fen bonus_claims = 0;
    };

    Delivery(Params params, Production::Params production, CostRules costs)
        : params_{params}
        , production_{production}
        , costs_{costs} {
        inspection_[index_of(Tier::stranger)] = costs.stranger_inspection;
    }

    void decide(World const& now, Decision& into) const;
    void apply(Decision& decision, World& world) const;

  private:
    struct Totals;
    struct Receipts;
    [[nodiscard]] Sale
    sell(World const& now, FirmId firm, DeliveryCounter& counter) const;
    void close_sales(World& world, FirmId firm, Sale const& sale, Totals& totals) const;
    void receive(World& world, FirmId firm, Decision& decision, Totals& totals) const;
    [[nodiscard]] Receipts take_deliveries(
        World& world, FirmId firm, Decision const& decision, Totals& totals) const;
    void use_inputs(World& world, FirmId firm, Receipts& sums, Totals& totals) const;
    void pay_bonus(Decision const& decision, World& world) const;

    Params params_;
    Production::Params production_;
    CostRules costs_;
    std::array<double, n_tiers> inspection_{}; ///< cost of it over the value of goods
};

} // namespace canopy
