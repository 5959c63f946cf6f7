#include "sim/process/accounts.hpp"

#include "sim/base/parallel.hpp"
#include "sim/process/labour_output.hpp"
#include "sim/process/power_sales.hpp"
#include "sim/process/subsidy_claims.hpp"

#include <algorithm>

namespace canopy {

/// What a firm owes this month before policy pays its part.
struct Accounts::Bills {
    Fen pooled = 0;
    double energy = 0.0; ///< of it [yuan]
    Fen wages = 0;
    Fen owner_wage = 0; ///< that an owner should earn, not paid
    Fen rent = 0;
    Fen interest = 0;
    double logistics = 0.0; ///< purchased transport [yuan]
};

struct Accounts::Totals {
    Ledger ledger;
    Fen bank_interest = 0;
    PolicyUse use;
    CellTable<double> output;
    std::array<double, max_sectors> value_added{};
    std::array<double, max_sectors> profit{};
    double wages = 0.0;
    double logistics = 0.0;

    Totals& operator+=(Totals const& other) {
        ledger += other.ledger;
        bank_interest += other.bank_interest;
        use += other.use;
        output += other.output;
        for (std::size_t sector = 0; sector < max_sectors; ++sector) {
            value_added[sector] += other.value_added[sector];
            profit[sector] += other.profit[sector];
        }
        wages += other.wages;
        logistics += other.logistics;
        return *this;
    }
};

Accounts::Bills Accounts::bills(World const& now, FirmId firm) const {
    auto const& firms = now.firms;
    auto const kind = firms.kind[firm];
    auto const sector = firms.sector[firm];
    auto const place = firms.place[firm];
    auto const& recipe = now.technology.recipe(kind, sector);
    auto const scale =
        firms.output[firm] * static_cast<double>(firms.process_cost[firm]);

    Bills bills;
    auto services = recipe.pooled_cost[index_of(CostTerm::services)];
    if (firms.done(firm, Action::shared_equipment)) {
        services *= 1.0 - costs_.equipment_services_saving;
    }
    bills.logistics = scale * recipe.pooled_cost[index_of(CostTerm::logistics)];
    if (firms.done(firm, Action::pooled_logistics)) {
        bills.logistics *= 1.0 - now.around.pooling_gain[place.row()];
    }
    auto const other = scale
                       * (recipe.pooled_cost[index_of(CostTerm::materials)] + services
                          + recipe.pooled_cost[index_of(CostTerm::finance)]);
    bills.energy = energy_bill(now, firm, costs_);
    bills.pooled = fen(bills.energy + bills.logistics + other);

    auto wages = wages_at(now, firm, place, costs_);
    if (kind == FirmKind::individual) {
        auto const each = wages / std::max(1, firms.workers[firm]);
        bills.owner_wage = fen(costs_.owner_wage * each);
        wages = each * std::max(0, firms.workers[firm] - 1);
    }
    bills.wages = fen(wages);
    bills.rent = fen(
        list_rent_at(now, firm, place, costs_)
        * static_cast<double>(firms.space[firm]));
    bills.interest = fen(
        yuan(firms.loan[firm]) * static_cast<double>(firms.interest_rate[firm]) / 12.0);
    return bills;
}

void Accounts::settle(
    World& world, FirmId firm, double from_plants, Totals& totals) const {
    auto& firms = world.firms;
    auto const kind = firms.kind[firm];
    auto const sector = firms.sector[firm];
    auto const place = firms.place[firm];
    auto const due = bills(world, firm);
    auto const revenue = firms.revenue[firm];
    auto& ledger = totals.ledger;

    // Bills are paid in full; what policy takes over comes back as a subsidy.
    Fen subsidies = 0;
    auto const claim = offers_on_bills(world.policy)
                           ? subsidy_claim(world, firm, costs_)
                           : SubsidyClaim{};
    for (auto const lever : bill_levers) {
        auto const amount = static_cast<Fen>(
            static_cast<double>(claim.on(lever))
            * world.policy.covered[index_of(lever)]);
        subsidies += amount;
        totals.use.claim(lever, yuan(amount), amount);
    }
    auto const production_tax = static_cast<Fen>(
        static_cast<double>(revenue)
        * world.technology.product_tax[static_cast<Eigen::Index>(sector.row())]);
    auto const wear =
        fen(world.technology.depreciation[static_cast<Eigen::Index>(sector.row())]
            * firms.capacity[firm] / plant_over_normal);
    auto const spent = firms.purchases[firm] + due.pooled;
    auto const before_tax = revenue + subsidies - spent - due.wages - due.rent
                            - due.interest - production_tax - wear;
    auto const tax_rate = kind == FirmKind::individual ? 0.0
                          : firms.high_tech[firm] != 0 ? params_.corporate_tax_high_tech
                                                       : params_.corporate_tax;
    auto const corporate_tax = fen(std::max(0.0, yuan(before_tax)) * tax_rate);
    auto const margin =
        yuan(before_tax - due.owner_wage) / std::max(1e3, yuan(revenue));
    firms.margin_12m[firm] = static_cast<float>(
        params_.margin_memory * static_cast<double>(firms.margin_12m[firm])
        + (1.0 - params_.margin_memory) * std::clamp(margin, -1.0, 0.5));

    auto cash = firms.cash[firm] + subsidies - due.pooled - due.wages - due.rent
                - due.interest - production_tax - corporate_tax;
    auto const idle = yuan(cash) - params_.payout_above * firms.expected_demand[firm];
    auto const payout = idle > 0.0 ? fen(params_.payout * idle) : 0;
    cash -= payout;
    firms.cash[firm] = cash;
    firms.wages[firm] = due.wages;
    firms.purchases[firm] = spent;
    firms.missed_payments[firm] =
        cash < 0
            ? static_cast<std::uint8_t>(std::min(firms.missed_payments[firm] + 1, 250))
            : std::uint8_t{0};

    ledger.receive(Flow::subsidies, Account::enterprises, subsidies);
    ledger.pay(Flow::subsidies, Account::government, subsidies);
    auto const power = fen(from_plants * due.energy);
    ledger.pay(Flow::power, Account::enterprises, power);
    ledger.receive(Flow::power, Account::developer, power);
    ledger.pay(Flow::pooled_purchases, Account::enterprises, due.pooled - power);
    ledger.receive(Flow::pooled_purchases, Account::outside, due.pooled - power);
    ledger.pay(Flow::wages, Account::enterprises, due.wages);
    ledger.pay(Flow::rent, Account::enterprises, due.rent);
    auto const landlord = firms.space_kind[firm] == SpaceKind::market_rent
                              ? Account::households
                              : Account::developer;
    ledger.receive(Flow::rent, landlord, due.rent);
    ledger.pay(Flow::interest, Account::enterprises, due.interest);
    auto const lender = firms.leader[firm] != 0 ? Account::outside : Account::bank;
    ledger.receive(Flow::interest, lender, due.interest);
    if (lender == Account::bank) totals.bank_interest += due.interest;
    auto const tax = [&](Flow flow, Fen amount, double local_share) {
        auto const local = static_cast<Fen>(static_cast<double>(amount) * local_share);
        ledger.pay(flow, Account::enterprises, amount);
        ledger.receive(flow, Account::government, local);
        ledger.receive(flow, Account::outside, amount - local);
    };
    tax(Flow::production_tax, production_tax, params_.local_production_tax);
    tax(Flow::corporate_tax, corporate_tax, params_.local_corporate_tax);
    ledger.pay(Flow::dividends, Account::enterprises, payout);
    ledger.receive(
        Flow::dividends,
        firms.owner[firm] == Owner::private_owner ? Account::households
                                                  : Account::outside,
        payout);

    totals.output(kind, sector, place) +=
        firms.output[firm] * static_cast<double>(firms.process_cost[firm]);
    totals.value_added[sector.row()] += yuan(revenue - spent);
    totals.profit[sector.row()] += yuan(before_tax - corporate_tax);
    totals.wages += yuan(due.wages);
    totals.logistics += due.logistics;
}

void Accounts::decide(World const& now, Decision& into) const {
    into.from_plants = share_from_plants(now, costs_);
}

void Accounts::apply(Decision const& decision, World& world) const {
    auto const totals =
        sum_rows<FirmId>(world.firms.rows(), Totals{}, [&](Totals& sum, FirmId firm) {
            if (world.firms.alive(firm)) settle(world, firm, decision.from_plants, sum);
        });
    world.ledger += totals.ledger;
    world.balances.bank_equity += totals.bank_interest;
    world.balances.bank_interest += totals.bank_interest;
    world.use += totals.use;
    world.counts.value_added = totals.value_added;
    world.counts.profit = totals.profit;
    world.counts.wages += totals.wages;
    world.counts.logistics += totals.logistics;

    auto& dealers = world.outside.dealer_sales;
    dealers = {};
    for (std::size_t user = 0; user < world.sectors.size(); ++user)
        for (auto const kind : {FirmKind::individual, FirmKind::company}) {
            double made = 0.0;
            for (std::size_t place = 0; place < world.n_zone_places(); ++place)
                made += totals.output(kind, SectorId{user}, PlaceId{place});
            auto const& pooled = world.technology.recipe(kind, SectorId{user}).pooled;
            for (std::size_t good = 0; good < world.sectors.size(); ++good)
                dealers[good] += made * pooled[good];
        }
}

} // namespace canopy
