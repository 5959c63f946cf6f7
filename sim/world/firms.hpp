#pragma once

#include "sim/base/column.hpp"
#include "sim/base/id.hpp"
#include "sim/base/money.hpp"
#include "sim/world/kinds.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace canopy {

/// Every enterprise of the zone, one row each. A row stays a firm's for its whole life
/// and is reused after its exit; `id` is stable across scenarios because it is made
/// from its cause.
struct Firms {
    template<class Value>
    using Of = Column<FirmId, Value>;

    Of<std::uint64_t> id;     ///< 0 = free row
    Of<std::uint64_t> parent; ///< id of the firm it was spun off from, or 0
    Of<FirmKind> kind;
    Of<SectorId> sector;
    Of<PlaceId> place;
    Of<Owner> owner;
    Of<std::uint8_t> leader; ///< 1 + index of the scenario's leader, 0 = not a leader
    Of<SpaceKind> space_kind;
    Of<std::int16_t> birth;   ///< month index
    Of<std::int16_t> arrival; ///< month index since which it stands at its place
    Of<std::uint8_t> above_scale;
    Of<std::uint8_t> below_line_months;
    Of<std::uint8_t> missed_payments; ///< months in a row with unpaid bills
    Of<std::uint8_t> digital_level;   ///< 0–4
    Of<std::uint8_t> actions_done;    ///< bit per Action that can be done only once
    Of<std::uint8_t> last_action;     ///< 1 + Action completed last, 0 = none yet
    Of<std::uint8_t> high_tech;
    Of<Rung> rung;

    Of<std::int32_t> workers; ///< [persons]
    Of<float> productivity;   ///< output per worker over the sector's national mean
    Of<float> quality;        ///< in [0, 1]
    Of<float>
        process_cost; ///< factor on the whole unit cost reached by own R&D, 1 = none
    Of<float> price;  ///< [yuan/unit]
    Of<float> markup;
    Of<double>
        market_share; ///< weight among the sector's final sales; leaders: yuan a month
    Of<float> leader_path;      ///< AR(1) state of a leader's demand
    Of<double> expected_demand; ///< [units/month]
    Of<double> orders;          ///< all orders of the last month [units]
    Of<float> orders_at_markup; ///< orders when the markup was last revised [units]
    Of<double> final_demand; ///< [units/month] ordered by households, dealers, outside
    Of<double> planned_output; ///< [units/month]
    Of<double> output;         ///< [units/month]
    Of<double> capacity;       ///< of plant and equipment [units/month]
    Of<double> output_stock;   ///< [units]
    Of<std::array<double, max_inputs>> input_stock; ///< by linked good [units]
    Of<std::array<float, n_terms>> unit_cost;       ///< by term [yuan/unit]

    Of<Fen> cash;
    Of<Fen> loan;            ///< owed to the bank; a leader's is owed outside
    Of<Fen> payables;        ///< owed to suppliers
    Of<Fen> receivables;     ///< owed by customers in the zone
    Of<Fen> guaranteed;      ///< part of the loan that the guarantee fund covers
    Of<Fen> fund_stake;      ///< paid in by the zone fund and still out
    Of<Fen> wages;           ///< paid this month
    Of<Fen> revenue;         ///< invoiced this month
    Of<Fen> purchases;       ///< of goods and services this month, freight included
    Of<float> interest_rate; ///< a year
    Of<float> space;         ///< [m²]
    Of<std::array<float, 12>> revenue_of_month; ///< by calendar month [yuan]
    Of<float> margin_12m;                       ///< smoothed net profit over revenue
    Of<float> usual_margin; ///< margin that it has got used to
    Of<float> usual_orders; ///< orders that it has got used to [units/month]
    Of<float> satisfaction; ///< with the zone: gain, happiness, security; .5 is usual
    Of<float> local_share;                      ///< of purchases bought in the zone
    Of<float> kin_share;                        ///< of purchases bought from kin
    Of<float> best_gain; ///< largest relocation gain found in the last yearly look
    Of<float>
        delivered_cost_change; ///< realised gain of the last action, share of unit cost

    /// Names every column once: visit(name, column).
    template<class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("id", self.id);
        visit("parent", self.parent);
        visit("kind", self.kind);
        visit("sector", self.sector);
        visit("place", self.place);
        visit("owner", self.owner);
        visit("leader", self.leader);
        visit("space_kind", self.space_kind);
        visit("birth", self.birth);
        visit("arrival", self.arrival);
        visit("above_scale", self.above_scale);
        visit("below_line_months", self.below_line_months);
        visit("missed_payments", self.missed_payments);
        visit("digital_level", self.digital_level);
        visit("actions_done", self.actions_done);
        visit("last_action", self.last_action);
        visit("high_tech", self.high_tech);
        visit("rung", self.rung);
        visit("workers", self.workers);
        visit("productivity", self.productivity);
        visit("quality", self.quality);
        visit("process_cost", self.process_cost);
        visit("price", self.price);
        visit("markup", self.markup);
        visit("market_share", self.market_share);
        visit("leader_path", self.leader_path);
        visit("expected_demand", self.expected_demand);
        visit("orders", self.orders);
        visit("orders_at_markup", self.orders_at_markup);
        visit("final_demand", self.final_demand);
        visit("planned_output", self.planned_output);
        visit("output", self.output);
        visit("capacity", self.capacity);
        visit("output_stock", self.output_stock);
        visit("input_stock", self.input_stock);
        visit("unit_cost", self.unit_cost);
        visit("cash", self.cash);
        visit("loan", self.loan);
        visit("payables", self.payables);
        visit("receivables", self.receivables);
        visit("guaranteed", self.guaranteed);
        visit("fund_stake", self.fund_stake);
        visit("wages", self.wages);
        visit("revenue", self.revenue);
        visit("purchases", self.purchases);
        visit("interest_rate", self.interest_rate);
        visit("space", self.space);
        visit("revenue_of_month", self.revenue_of_month);
        visit("margin_12m", self.margin_12m);
        visit("usual_margin", self.usual_margin);
        visit("usual_orders", self.usual_orders);
        visit("satisfaction", self.satisfaction);
        visit("local_share", self.local_share);
        visit("kin_share", self.kin_share);
        visit("best_gain", self.best_gain);
        visit("delivered_cost_change", self.delivered_cost_change);
    }

    [[nodiscard]] std::size_t rows() const { return id.size(); }

    [[nodiscard]] bool alive(FirmId firm) const { return id[firm] != 0; }

    [[nodiscard]] bool done(FirmId firm, Action action) const {
        return (actions_done[firm] >> index_of(action) & 1U) != 0;
    }

    void set_done(FirmId firm, Action action) {
        actions_done[firm] |= static_cast<std::uint8_t>(1U << index_of(action));
    }

    /// Sales of the last twelve months [yuan].
    [[nodiscard]] double revenue_12m(FirmId firm) const;

    /// Sum of the seven terms [yuan/unit].
    [[nodiscard]] double total_unit_cost(FirmId firm) const;

    /// A cleared row for a newcomer: the lowest free one, or a new one at the end.
    FirmId add();

    /// Frees a firm's row; its links must already be dead.
    void remove(FirmId firm);

    /// Rows that a newcomer may take, kept as a heap with the lowest row on top.
    std::vector<std::uint32_t> free_rows;
};

} // namespace canopy
