#include "sim/process/contract_terms.hpp"
#include "sim/process/delivery_totals.hpp"
#include "sim/process/input_need.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace canopy {

namespace {
constexpr double filled_well =
    0.9; ///< share of an order below which a delivery fell short
} // namespace

/// What came to one buyer, and what it costs.
struct Delivery::Receipts {
    std::array<double, max_inputs> got{};   ///< on links [units]
    std::array<Fen, max_inputs> invoiced{}; ///< for it
    Fen paid = 0;                           ///< to suppliers on links
    Fen paid_outside = 0;
    Fen payables = 0;
    Fen bonus_base = 0; ///< invoices of new contracts in the zone
    std::array<Fen, n_tiers> local_by_tier{};
    double freight = 0.0; ///< and inspection [yuan]
    Fen spot_cost = 0;

    [[nodiscard]] Fen on_links() const { return sum_of(invoiced); }

    [[nodiscard]] Fen local() const { return sum_of(local_by_tier); }

  private:
    [[nodiscard]] static Fen sum_of(std::span<Fen const> amounts) {
        return std::accumulate(amounts.begin(), amounts.end(), Fen{0});
    }
};

Delivery::Receipts Delivery::take_deliveries(
    World& world, FirmId firm, Decision const& decision, Totals& totals) const {
    auto const& firms = world.firms;
    auto const kind = firms.kind[firm];
    auto const sector = firms.sector[firm];
    auto const place = firms.place[firm];
    auto const& recipe = world.technology.recipe(kind, sector);
    auto const& freight_from = world.places.freight[place.row()];
    auto const has_bonus = world.policy.local_bonus(kind, sector, place) > 0.0;
    Receipts sums;
    // Masks and factors and not branches: nobody could foresee the next link.
    for (auto& link : world.links.of(firm)) {
        prefetch(decision.counters.of(world.links.seller_after(link)));
        auto const& input = recipe.linked[link.input];
        auto const& counter = decision.counters.of(link.seller);
        auto const tier = index_of(link.tier);
        auto const in_zone = link.seller.in_zone();
        auto const outside = static_cast<Fen>(in_zone) - 1; // all bits or none
        auto const filled = static_cast<double>(counter.filled[tier]);
        auto const terms =
            contract_terms(link, counter.price, filled, costs_.match_saving);
        link.set(Link::short_bit, filled < filled_well);
        totals.outside_credit += (terms.owed - link.owed) & outside;
        totals.received += static_cast<double>(in_zone) * terms.delivered;
        link.flow = terms.delivered;
        link.owed = terms.owed;
        sums.paid += terms.due;
        sums.paid_outside += terms.due & outside;
        sums.payables += terms.owed;
        sums.got[link.input] += terms.delivered;
        sums.invoiced[link.input] += terms.invoice;
        sums.local_by_tier[tier] += terms.invoice & ~outside;
        sums.freight += yuan(terms.invoice)
                        * (costs_.freight * freight_from[counter.place.row()]
                               * static_cast<double>(input.freight)
                           + inspection_[tier]);
        totals.purchased_in[input.good.row()][static_cast<std::size_t>(counter.ring)] +=
            terms.invoice;
        if (has_bonus && in_zone && link.age < params_.new_contract_months)
            sums.bonus_base += terms.invoice;
    }
    return sums;
}

void Delivery::use_inputs(
    World& world, FirmId firm, Receipts& sums, Totals& totals) const {
    auto& firms = world.firms;
    auto const& recipe = world.technology.recipe(firms.kind[firm], firms.sector[firm]);
    auto& stock = firms.input_stock[firm];
    InputNeeds const needs{world, firm};
    for (std::size_t input = 0; input < recipe.linked.size(); ++input) {
        auto const& needed = recipe.linked[input];
        auto const got = sums.got[input];
        auto const missing =
            on_grid(Production::wanted(needs, needed, stock[input], production_) - got);
        auto const spot = missing * static_cast<double>(missing > 0.0);
        auto const cost = positive_fen(
            spot
            * ((1.0 + costs_.spot_markup)
               * world.outside.import_price[needed.good.row()]));
        sums.spot_cost += cost;
        sums.freight += yuan(cost) * costs_.freight * costs_.spot_freight
                        * static_cast<double>(needed.freight);
        totals.bought_for[index_of(needed.term)] += sums.invoiced[input] + cost;
        totals
            .purchased_in[needed.good.row()][static_cast<std::size_t>(Ring::beyond)] +=
            cost;
        auto const used = std::min(
            stock[input], on_grid(needs.per_unit(needed) * firms.output[firm]));
        stock[input] += got + spot - used;
        totals.bought += got + spot;
        totals.used += used;
    }
    if (firms.done(firm, Action::pooled_logistics))
        sums.freight *= 1.0 - world.around.pooling_gain[firms.place[firm].row()];
}

void Delivery::receive(
    World& world, FirmId firm, Decision& decision, Totals& totals) const {
    auto sums = take_deliveries(world, firm, decision, totals);
    use_inputs(world, firm, sums, totals);
    auto& firms = world.firms;
    auto const freight_paid = positive_fen(sums.freight);
    auto const bought = sums.on_links() + sums.spot_cost;
    firms.cash[firm] -= sums.paid + sums.spot_cost + freight_paid;
    firms.payables[firm] = sums.payables;
    firms.purchases[firm] = bought + freight_paid;
    auto const share = [&](Fen part) {
        return static_cast<float>(
            static_cast<double>(part) / static_cast<double>(std::max<Fen>(1, bought)));
    };
    firms.local_share[firm] = share(sums.local());
    firms.kin_share[firm] = share(sums.local_by_tier[index_of(Tier::kin)]);
    if (sums.bonus_base > 0) {
        auto const bonus = world.policy.local_bonus(
            firms.kind[firm], firms.sector[firm], firms.place[firm]);
        decision.bonus_claim[firm] = fen(yuan(sums.bonus_base) * bonus);
        totals.bonus_claims += decision.bonus_claim[firm];
    }

    totals.freight += yuan(freight_paid);
    auto& ledger = totals.ledger;
    ledger.pay(Flow::trade_payments, Account::enterprises, sums.paid);
    ledger.receive(Flow::trade_payments, Account::outside, sums.paid_outside);
    ledger.pay(Flow::spot_purchases, Account::enterprises, sums.spot_cost);
    ledger.receive(Flow::spot_purchases, Account::outside, sums.spot_cost);
    ledger.pay(Flow::freight, Account::enterprises, freight_paid);
    ledger.receive(Flow::freight, Account::outside, freight_paid);
}

} // namespace canopy
