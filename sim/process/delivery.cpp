#include "sim/process/delivery.hpp"

#include "sim/base/parallel.hpp"
#include "sim/process/contract_terms.hpp"
#include "sim/process/input_need.hpp"

#include <algorithm>

namespace canopy {

namespace {
constexpr double filled_well =
    0.9; ///< share of an order below which a delivery fell short
} // namespace

/// Sums of one part of the firms, in fen and on the grid: exact in any order.
struct Delivery::Totals {
    Ledger ledger;
    Fen outside_credit = 0;
    double made = 0.0;
    double sold = 0.0;
    double scrapped = 0.0;
    double bought = 0.0;
    double used = 0.0;
    double delivered = 0.0;
    double received = 0.0;
    double freight = 0.0;
    double transport = 0.0; ///< bought on links [yuan]
    std::array<double, max_sectors> purchases{};
    std::array<std::array<double, 4>, max_sectors> purchased_in{};
    Fen bonus_claims = 0;

    Totals& operator+=(Totals const& other) {
        ledger += other.ledger;
        outside_credit += other.outside_credit;
        made += other.made;
        sold += other.sold;
        scrapped += other.scrapped;
        bought += other.bought;
        used += other.used;
        delivered += other.delivered;
        received += other.received;
        freight += other.freight;
        transport += other.transport;
        bonus_claims += other.bonus_claims;
        for (std::size_t good = 0; good < max_sectors; ++good) {
            purchases[good] += other.purchases[good];
            for (std::size_t ring = 0; ring < 4; ++ring)
                purchased_in[good][ring] += other.purchased_in[good][ring];
        }
        return *this;
    }
};

void Delivery::decide(World const& now, Decision& into) const {
    into.counters.resize(now.firms.rows());
    into.sales.resize(now.firms.rows());
    into.bonus_claim.resize(now.firms.rows());
    for_each_row<FirmId>(now.firms.rows(), [&](FirmId firm) {
        into.bonus_claim[firm] = 0;
        into.counters[firm] = {
            .price = now.firms.price[firm], .place = now.firms.place[firm]};
        into.sales[firm] =
            now.firms.alive(firm) ? sell(now, firm, into.counters[firm]) : Sale{};
    });
}

Delivery::Sale Delivery::sell(World const& now, FirmId firm, Counter& counter) const {
    auto const& firms = now.firms;
    auto const sold_on = now.links.sold_by(firm);
    std::array<double, n_tiers> ordered{};
    for (auto const& position : sold_on) {
        prefetch(now.links[now.links.position_after(position)]);
        auto const& link = now.links[position];
        ordered[index_of(link.tier)] += link.flow;
    }
    auto const stores = now.sectors[firms.sector[firm].row()].stores_output;
    auto const available =
        firms.output[firm] + (stores ? firms.output_stock[firm] : 0.0);
    auto left = available;
    Sale sale;
    auto const serve = [&](double wanted) {
        auto const given = std::min(wanted, left);
        left -= given;
        sale.ordered += wanted;
        return given;
    };
    auto const fill = [&](Tier tier) {
        auto const wanted = ordered[index_of(tier)];
        auto const given = serve(wanted);
        counter.filled[index_of(tier)] =
            wanted > 0.0 ? static_cast<float>(given / wanted) : 1.0F;
    };
    // Kin first; final customers between friends and acquaintances. Source: MODEL.md
    // S2, S3.
    fill(Tier::kin);
    fill(Tier::friend_);
    sale.final_sold = on_grid(serve(firms.final_demand[firm]));
    fill(Tier::acquaintance);
    fill(Tier::stranger);

    auto const price = static_cast<double>(firms.price[firm]);
    for (auto const position : sold_on) {
        auto const& link = now.links[position];
        auto const terms = contract_terms(
            link,
            price,
            static_cast<double>(counter.filled[index_of(link.tier)]),
            costs_.match_saving);
        sale.delivered += terms.delivered;
        sale.invoiced += terms.invoice;
        sale.collected += terms.due;
        sale.receivables += terms.owed;
    }
    sale.sold = sale.delivered + sale.final_sold;
    sale.output = stores ? firms.output[firm] : sale.sold;
    sale.unserved =
        sale.ordered > 0.0 ? static_cast<float>(1.0 - sale.sold / sale.ordered) : 0.0F;
    return sale;
}

void Delivery::apply(Decision& decision, World& world) const {
    auto const totals =
        sum_rows<FirmId>(world.firms.rows(), Totals{}, [&](Totals& sum, FirmId firm) {
            if (!world.firms.alive(firm)) return;
            close_sales(world, firm, decision.sales[firm], sum);
            receive(world, firm, decision, sum);
        });
    world.ledger += totals.ledger;
    world.outside.receivables += totals.outside_credit;
    auto& counts = world.counts;
    counts.made += totals.made;
    counts.sold += totals.sold;
    counts.output_scrapped += totals.scrapped;
    counts.inputs_bought += totals.bought;
    counts.inputs_used += totals.used;
    counts.local_delivered += totals.delivered;
    counts.local_received += totals.received;
    counts.freight += totals.freight;
    counts.logistics += totals.freight + totals.transport;
    counts.purchases = totals.purchases;
    counts.purchased_in = totals.purchased_in;
    decision.bonus_claims = totals.bonus_claims;
    if (decision.bonus_claims > 0) pay_bonus(decision, world);
}

void Delivery::close_sales(
    World& world, FirmId firm, Sale const& sale, Totals& totals) const {
    auto& firms = world.firms;
    auto const sector = firms.sector[firm].row();
    auto const price = static_cast<double>(firms.price[firm]);
    auto const household_part =
        firms.leader[firm] != 0 ? 0.0 : world.outside.household_part[sector];
    auto const to_households = fen(sale.final_sold * price * household_part);
    auto const to_outside = fen(sale.final_sold * price * (1.0 - household_part));
    firms.revenue[firm] = sale.invoiced + to_households + to_outside;
    firms.revenue_of_month[firm][static_cast<std::size_t>(world.month.of_year() - 1)] =
        static_cast<float>(yuan(firms.revenue[firm]));
    firms.cash[firm] += sale.collected + to_households + to_outside;
    firms.receivables[firm] = sale.receivables;
    firms.orders[firm] = sale.ordered;
    firms.output[firm] = sale.output;
    if (firms.leader[firm] == 0) {
        firms.market_share[firm] *=
            1.0 - params_.unserved_loss * static_cast<double>(sale.unserved);
    }
    auto stock = firms.output_stock[firm] + sale.output - sale.sold;
    auto const most = on_grid(params_.most_stock * firms.expected_demand[firm]);
    auto const scrapped = std::max(0.0, stock - most);
    firms.output_stock[firm] = stock - scrapped;

    totals.made += sale.output;
    totals.sold += sale.sold;
    totals.scrapped += scrapped;
    totals.delivered += sale.delivered;
    totals.ledger.receive(Flow::trade_payments, Account::enterprises, sale.collected);
    totals.ledger.receive(
        Flow::household_consumption, Account::enterprises, to_households);
    totals.ledger.pay(Flow::household_consumption, Account::households, to_households);
    totals.ledger.receive(Flow::final_sales, Account::enterprises, to_outside);
    totals.ledger.pay(Flow::final_sales, Account::outside, to_outside);
}

void Delivery::receive(
    World& world, FirmId firm, Decision& decision, Totals& totals) const {
    auto& firms = world.firms;
    auto const kind = firms.kind[firm];
    auto const sector = firms.sector[firm];
    auto const place = firms.place[firm];
    auto const& recipe = world.technology.recipe(kind, sector);
    auto const& freight_from = world.places.freight[place.row()];
    auto const bonus = world.policy.local_bonus(kind, sector, place);
    std::array<double, max_inputs> got{};
    Fen paid = 0;
    Fen paid_outside = 0;
    Fen payables = 0;
    Fen invoiced = 0;
    Fen bonus_base = 0;
    double freight = 0.0;
    double local = 0.0;
    double kin = 0.0;
    double total = 0.0;
    for (auto& link : world.links.of(firm)) {
        prefetch(decision.counters[world.links.seller_after(link)]);
        auto const& input = recipe.linked[link.input];
        auto const in_zone = link.seller.in_zone();
        double filled = 1.0;
        auto list_price = world.outside.import_price[input.good.row()];
        auto from = link.seller.outside_place();
        if (in_zone) {
            auto const& counter = decision.counters[link.seller.firm()];
            filled = static_cast<double>(counter.filled[index_of(link.tier)]);
            list_price = static_cast<double>(counter.price);
            from = counter.place;
        }
        auto const terms =
            contract_terms(link, list_price, filled, costs_.match_saving);
        link.set(Link::short_bit, filled < filled_well);
        totals.outside_credit += in_zone ? 0 : terms.owed - link.owed;
        totals.received += in_zone ? terms.delivered : 0.0;
        link.flow = terms.delivered;
        link.owed = terms.owed;
        paid += terms.due;
        paid_outside += in_zone ? 0 : terms.due;
        payables += terms.owed;
        invoiced += terms.invoice;
        got[link.input] += terms.delivered;
        auto const value = yuan(terms.invoice);
        if (input.freight) freight += value * costs_.freight * freight_from[from.row()];
        if (link.tier == Tier::stranger) freight += value * costs_.stranger_inspection;
        if (input.term == CostTerm::logistics) totals.transport += value;
        total += value;
        totals.purchases[input.good.row()] += value;
        totals.purchased_in[input.good.row()]
                           [static_cast<std::size_t>(world.places[from].ring)] += value;
        if (!in_zone) continue;
        local += value;
        if (link.tier == Tier::kin) kin += value;
        if (bonus > 0.0 && link.age < params_.new_contract_months)
            bonus_base += terms.invoice;
    }

    auto& stock = firms.input_stock[firm];
    InputNeeds const needs{world, firm};
    double spot_cost = 0.0;
    for (std::size_t input = 0; input < recipe.linked.size(); ++input) {
        auto const& needed = recipe.linked[input];
        auto const wanted =
            Production::wanted(needs, needed, stock[input], production_);
        auto const spot = std::max(0.0, on_grid(wanted - got[input]));
        auto const price =
            (1.0 + costs_.spot_markup) * world.outside.import_price[needed.good.row()];
        spot_cost += spot * price;
        if (needed.term == CostTerm::logistics) totals.transport += spot * price;
        if (needed.freight)
            freight += spot * price * costs_.freight * costs_.spot_freight;
        totals.purchases[needed.good.row()] += spot * price;
        totals
            .purchased_in[needed.good.row()][static_cast<std::size_t>(Ring::beyond)] +=
            spot * price;
        auto const used = std::min(
            stock[input],
            on_grid(needs.per_unit(needed) * firms.output[firm]));
        stock[input] += got[input] + spot - used;
        totals.bought += got[input] + spot;
        totals.used += used;
    }
    if (firms.done(firm, Action::pooled_logistics)) {
        freight *= 1.0 - world.around.pooling_gain[place.row()];
    }
    auto const spot_paid = fen(spot_cost);
    auto const freight_paid = fen(freight);
    total += spot_cost;
    firms.cash[firm] -= paid + spot_paid + freight_paid;
    firms.payables[firm] = payables;
    firms.purchases[firm] = invoiced + spot_paid + freight_paid;
    firms.local_share[firm] = total > 0.0 ? static_cast<float>(local / total) : 0.0F;
    firms.kin_share[firm] = total > 0.0 ? static_cast<float>(kin / total) : 0.0F;
    if (bonus_base > 0) {
        decision.bonus_claim[firm] = fen(yuan(bonus_base) * bonus);
        totals.bonus_claims += decision.bonus_claim[firm];
    }

    totals.freight += yuan(freight_paid);
    totals.ledger.pay(Flow::trade_payments, Account::enterprises, paid);
    totals.ledger.receive(Flow::trade_payments, Account::outside, paid_outside);
    totals.ledger.pay(Flow::spot_purchases, Account::enterprises, spot_paid);
    totals.ledger.receive(Flow::spot_purchases, Account::outside, spot_paid);
    totals.ledger.pay(Flow::freight, Account::enterprises, freight_paid);
    totals.ledger.receive(Flow::freight, Account::outside, freight_paid);
}

void Delivery::pay_bonus(Decision const& decision, World& world) const {
    auto const lever = static_cast<std::size_t>(LeverKind::local_purchase_bonus);
    auto const share = paid_share(decision.bonus_claims, world.policy.allowance[lever]);
    auto& firms = world.firms;
    Fen paid = 0;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (decision.bonus_claim[firm] == 0) continue;
        auto const amount =
            static_cast<Fen>(static_cast<double>(decision.bonus_claim[firm]) * share);
        firms.cash[firm] += amount;
        world.ledger.receive(Flow::subsidies, Account::enterprises, amount);
        world.use.units[lever] +=
            yuan(amount)
            / world.policy.local_bonus(
                firms.kind[firm], firms.sector[firm], firms.place[firm]);
        paid += amount;
    }
    world.ledger.pay(Flow::subsidies, Account::government, paid);
    world.use.spent[lever] += paid;
}

} // namespace canopy
