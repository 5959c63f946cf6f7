#include "sim/process/development.hpp"

#include "sim/rules/borrowing.hpp"

#include <algorithm>

namespace canopy {

namespace {

std::size_t calendar(Month month) {
    return static_cast<std::size_t>(month.of_year() - 1);
}

std::size_t ring(Month month, int ahead = 0) {
    return static_cast<std::size_t>(month.index() + ahead) % Developer::n_vintages;
}

Fen interest_of(Developer const& developer) {
    double sum = 0.0;
    for (auto const& vintage : developer.debt)
        sum += static_cast<double>(vintage.due) * vintage.rate / 12.0;
    return static_cast<Fen>(sum);
}

/// Adds principal to a vintage; its rate is the mean of what is in it.
void add(Vintage& vintage, Fen amount, double rate) {
    if (amount <= 0) return;
    auto const old = static_cast<double>(vintage.due);
    auto const more = static_cast<double>(amount);
    vintage.rate = (old * vintage.rate + more * rate) / (old + more);
    vintage.due += amount;
}

/// Takes what it can of `wanted` away from `amount`; returns what it took.
Fen cut(Fen& amount, Fen wanted) {
    auto const taken = std::clamp<Fen>(wanted, 0, amount);
    amount -= taken;
    return taken;
}

} // namespace

void Development::open(World& world) const {
    auto const& p = params_;
    auto const book = [&](double amount) { return fen(amount * world.scale); };
    Developer developer;
    developer.land = book(p.land);
    developer.works = book(p.works);
    developer.factories = book(p.factories);
    developer.stakes = book(p.stakes);
    developer.energy = book(p.energy);
    developer.receivables = book(p.receivables);
    developer.other = book(p.other);
    developer.payables = book(p.payables);
    for (auto& vintage : developer.debt)
        vintage = {
            book(p.debt) / static_cast<Fen>(Developer::n_vintages), p.opening_rate};
    developer.opening_companies = number_of_companies(world);
    developer.opening_population = district_population(world);
    developer.energy_mw = p.megawatts * world.scale;
    developer.generated = generated(p, developer.energy_mw);
    developer.equity = developer.assets(world.balances.of(Account::developer))
                       - developer.debt_total() - developer.payables;
    world.developer = developer;
    // A year at the opening rates: coverage has a past.
    auto const business = month_of_business(p, world);
    auto const interest = interest_of(developer);
    // No rent and no power is in the ledger yet.
    auto const paid = fen(p.usual_rent / 12.0 * world.scale + developer.generated);
    world.developer.operating.fill(
        business.operating_cash() + paid
        - tax_on(business.profit_before_interest() + paid, interest));
    world.developer.interest.fill(interest);
}

Fen Development::expensed(Fen interest) const {
    return static_cast<Fen>(
        static_cast<double>(interest) * (1.0 - params_.capitalised));
}

Fen Development::tax_on(Fen profit_before_interest, Fen interest) const {
    auto const profit = profit_before_interest - expensed(interest);
    return std::max<Fen>(
        0, static_cast<Fen>(static_cast<double>(profit) * params_.tax));
}

void Development::decide(World const& now, Decision& into) const {
    auto const& p = params_;
    auto const& developer = now.developer;
    into = {};
    into.business = month_of_business(p, now);
    into.population = district_population(now);
    into.interest = interest_of(developer);
    into.due = developer.debt[ring(now.month)].due;
    auto const cash = now.balances.of(Account::developer);
    auto const debt = developer.debt_total();
    auto const coverage = developer.coverage();
    auto const leverage = static_cast<double>(debt + developer.payables)
                          / std::max(1.0, static_cast<double>(developer.assets(cash)));
    into.rolled = static_cast<Fen>(
        static_cast<double>(into.due) * rules::rolled_over(leverage, coverage));
    into.tax = tax_on(into.business.profit_before_interest(), into.interest);
    auto const reform = reform_progress(p, now.month);
    into.quality = 1.0 + p.reform_quality * reform;

    auto const before = cash + into.business.operating_cash() - into.interest
                        - into.due + into.rolled - into.tax;
    auto const floor = fen(p.least_cash * now.scale);
    into.construction = fen(p.construction / 12.0 * now.scale);
    into.tickets = fen(p.tickets / 12.0 * now.scale);
    into.plants = fen(into.business.built_megawatts * p.megawatt_cost);
    auto const planned = into.construction + into.tickets + into.plants;
    auto const most = static_cast<Fen>(
        static_cast<double>(debt) * rules::new_debt_share(coverage) / 12.0);
    into.borrowed = std::clamp<Fen>(floor + planned - before, 0, most);
    auto const left = invest(now, before + into.borrowed, into);
    if (left < 0) sell_and_call(now, -left, into);
}

/// Investment within the money above the floor, else it is cut in the fixed order;
/// returns the money left.
Fen Development::invest(World const& now, Fen money, Decision& into) const {
    auto const& p = params_;
    auto const floor = fen(p.least_cash * now.scale);
    auto const planned = into.construction;
    auto lacking = std::max<Fen>(
        0, floor + into.construction + into.tickets + into.plants - money);
    lacking -= cut(into.construction, lacking);
    lacking -= cut(into.tickets, lacking);
    lacking -= cut(into.plants, lacking);
    into.construction_share =
        planned > 0 ? static_cast<double>(into.construction) / static_cast<double>(planned)
                    : 1.0;
    // Free services answer what is still lacking, with the delay of contracts.
    auto const full = std::max(1.0, yuan(into.business.full_services));
    auto const wanted =
        std::clamp(1.0 - yuan(lacking) / full, p.least_services, 1.0);
    auto const step = wanted - now.developer.services;
    into.services =
        now.developer.services + std::clamp(step, -p.service_speed, p.service_speed);
    return money - into.construction - into.tickets - into.plants;
}

/// Assets sold at a loss, then maturities put off, then the budget.
void Development::sell_and_call(World const& now, Fen lacking, Decision& into) const {
    auto const kept = 1.0 - params_.forced_sale_loss;
    auto const sell = [&](Fen book, Fen& sold) {
        sold = std::min(
            book,
            static_cast<Fen>(static_cast<double>(lacking) / std::max(0.01, kept)) + 1);
        auto const proceeds =
            static_cast<Fen>(static_cast<double>(sold) * kept);
        into.sale_proceeds += proceeds;
        lacking -= proceeds;
    };
    sell(now.developer.stakes, into.sold_stakes);
    if (lacking > 0) sell(now.developer.factories, into.sold_factories);
    if (lacking <= 0) return;
    into.postponed = std::min(lacking, into.due - into.rolled);
    lacking -= into.postponed;
    into.rescue = std::max<Fen>(0, lacking);
}

void Development::book_money(Decision const& decision, World& world) const {
    auto& ledger = world.ledger;
    auto const pays = [&](Flow flow, Account payee, Fen amount) {
        ledger.pay(flow, Account::developer, amount);
        ledger.receive(flow, payee, amount);
    };
    auto const receives = [&](Flow flow, Account payer, Fen amount) {
        ledger.pay(flow, payer, amount);
        ledger.receive(flow, Account::developer, amount);
    };
    auto const& business = decision.business;
    receives(Flow::land_sales, Account::outside, business.land_sold);
    receives(
        Flow::developer_income,
        Account::outside,
        business.from_outside + business.collected);
    pays(Flow::developer_operation, Account::outside, business.costs);
    pays(Flow::interest, Account::outside, decision.interest);
    pays(Flow::loans_repaid, Account::outside, decision.due - decision.postponed);
    receives(
        Flow::loans_granted, Account::outside, decision.rolled + decision.borrowed);
    auto const local = static_cast<Fen>(
        static_cast<double>(decision.tax) * params_.local_tax);
    pays(Flow::corporate_tax, Account::government, local);
    pays(Flow::corporate_tax, Account::outside, decision.tax - local);
    pays(
        Flow::developer_investment,
        Account::outside,
        decision.construction + decision.tickets + decision.plants);
    receives(Flow::developer_investment, Account::outside, decision.sale_proceeds);
    receives(Flow::developer_income, Account::government, decision.rescue);
}

void Development::book_stocks(Decision const& decision, World& world) const {
    auto& developer = world.developer;
    auto const& business = decision.business;
    auto const capitalised = decision.interest - expensed(decision.interest);
    developer.works += decision.construction + capitalised;
    developer.stakes += decision.tickets - decision.sold_stakes;
    developer.factories -= business.depreciation + decision.sold_factories;
    developer.energy += decision.plants;
    developer.energy_mw += yuan(decision.plants) / std::max(1.0, params_.megawatt_cost);
    developer.generated = generated(params_, developer.energy_mw);
    developer.receivables += business.billed - business.collected;

    developer.debt[ring(world.month)] = {};
    add(developer.debt[ring(world.month, Developer::n_vintages)],
        decision.rolled + decision.borrowed,
        params_.new_rate);
    add(developer.debt[ring(world.month, 12)], decision.postponed, params_.new_rate);
    if (decision.postponed > 0) ++developer.extensions;

    auto const sale_loss =
        decision.sold_stakes + decision.sold_factories - decision.sale_proceeds;
    developer.net_profit = business.profit_before_interest()
                           - (decision.interest - capitalised) - decision.tax
                           - sale_loss + decision.rescue;
    developer.equity += developer.net_profit;
    developer.revenue = business.revenue;
    developer.rescue = decision.rescue;
    developer.services = decision.services;
    developer.quality = decision.quality;
    developer.construction = decision.construction_share;
    auto const month = calendar(world.month);
    developer.operating[month] = business.operating_cash() - decision.tax;
    developer.interest[month] = decision.interest;
    developer.population[month] = decision.population;
}

void Development::apply(Decision const& decision, World& world) const {
    book_money(decision, world);
    book_stocks(decision, world);
}

} // namespace canopy
