#include "sim/process/contract_terms.hpp"
#include "sim/process/delivery_totals.hpp"

#include <algorithm>

namespace canopy {

Delivery::Sale
Delivery::sell(World const& now, FirmId firm, DeliveryCounter& counter) const {
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

} // namespace canopy
