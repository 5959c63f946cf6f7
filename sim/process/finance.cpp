#include "sim/process/finance.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/matching/two_sided.hpp"
#include "sim/process/labour_output.hpp"

#include <algorithm>

namespace canopy {

namespace {

struct Books {
    Ledger ledger;
    Fen bank_loans = 0;
    Fen guaranteed = 0;

    Books& operator+=(Books const& other) {
        ledger += other.ledger;
        bank_loans += other.bank_loans;
        guaranteed += other.guaranteed;
        return *this;
    }
};

/// Of a unit of monthly capacity [yuan]. The table's depreciation wears out all the
/// plant that stands for a normal output, its reserve included.
double price_of_plant(World const& now, FirmId firm) {
    return now.technology.capital_per_capacity(now.firms.sector[firm])
           / plant_over_normal;
}

/// What the bank books for one firm's loan, from its own side.
void book_bank(Books& books, Account lender, Fen granted, Fen repaid) {
    books.ledger.pay(Flow::loans_granted, lender, granted);
    books.ledger.receive(Flow::loans_repaid, lender, repaid);
    if (lender == Account::bank) books.bank_loans += granted - repaid;
}

/// Share of a new loan that the guarantee fund covers; leaders borrow outside.
double guaranteed_share(World const& world, FirmId firm) {
    auto const& firms = world.firms;
    if (firms.leader[firm] != 0) return 0.0;
    return world.policy.guarantee(
        firms.kind[firm], firms.sector[firm], firms.place[firm]);
}

/// What is still covered of a loan once a part is repaid: covered and other parts
/// shrink alike.
Fen still_guaranteed(Firms const& firms, FirmId firm, Fen repaid) {
    auto const covered = firms.guaranteed[firm];
    if (covered == 0) return 0;
    auto const loan = firms.loan[firm];
    return static_cast<Fen>(
        static_cast<double>(covered) * static_cast<double>(loan - repaid)
        / static_cast<double>(std::max<Fen>(1, loan)));
}

} // namespace

double Finance::plant_value(World const& now, FirmId firm) {
    return now.firms.capacity[firm] * price_of_plant(now, firm);
}

double Finance::assets(World const& now, FirmId firm) {
    auto const& firms = now.firms;
    return std::max(0.0, yuan(firms.cash[firm])) + 0.8 * plant_value(now, firm)
           + 0.5 * firms.output_stock[firm] * static_cast<double>(firms.price[firm])
           + yuan(firms.receivables[firm]);
}

void Finance::decide(World const& now, Decision& into) const {
    auto const rows = now.firms.rows();
    into.investment.resize(rows);
    into.cost.resize(rows);
    into.request.resize(rows);
    into.granted.resize(rows);
    into.leverage.resize(rows);
    for_each_row<FirmId>(rows, [&](FirmId firm) {
        into.investment[firm] = 0.0F;
        into.cost[firm] = 0;
        into.request[firm] = 0;
        into.granted[firm] = 0;
        if (now.firms.alive(firm)) plan(now, firm, into);
    });
    lend(now, into);
}

void Finance::plan(World const& now, FirmId firm, Decision& into) const {
    auto const& firms = now.firms;
    auto const capacity = firms.capacity[firm];
    auto const worn = capacity * params_.depreciation / 12.0;
    auto const target = params_.capacity_target * firms.expected_demand[firm];
    auto const added = std::clamp(
        target - (capacity - worn), 0.0, params_.fastest_growth * capacity + worn);
    auto const price = price_of_plant(now, firm);
    auto const cost = added * price;
    into.investment[firm] = static_cast<float>(added);
    into.cost[firm] = fen(cost);

    auto const wealth = assets(now, firm);
    auto const debt = yuan(firms.loan[firm] + firms.payables[firm]);
    auto const cash = yuan(firms.cash[firm]);
    double wanted = 0.0;
    // A leader's plant is its group's affair; here it borrows only when short.
    auto const borrows =
        firms.kind[firm] == FirmKind::company && firms.leader[firm] == 0;
    auto const for_investment = params_.debt_share * cost;
    auto const cell_guarantee =
        now.policy.guarantee(firms.kind[firm], firms.sector[firm], firms.place[firm]);
    // A guarantee of the whole loan would let the bank look at half the debt only.
    auto const counted_debt = debt * (1.0 - 0.5 * cell_guarantee);
    auto const most_for_investment =
        std::max(0.0, params_.most_debt_investing * wealth - counted_debt);
    if (borrows && for_investment < most_for_investment) wanted += for_investment;
    // What neither cash nor this limit covers is not built.
    auto const short_of = cost - wanted - std::max(0.0, cash);
    if (short_of > 0.0)
        wanted += std::clamp(most_for_investment - wanted, 0.0, short_of);
    if (cash < 0.0) wanted += -cash + 0.25 * firms.expected_demand[firm];
    if (wanted < params_.smallest_loan) return;
    into.leverage[firm] =
        static_cast<float>((counted_debt + wanted) / std::max(1.0, wealth));
    if (firms.leader[firm] != 0) {
        into.granted[firm] = fen(wanted);
        return;
    }
    auto const passes =
        now.luck(firms.id[firm], now.month, Purpose::credit)
        < params_.acceptance + (1.0 - params_.acceptance) * cell_guarantee;
    if (passes && static_cast<double>(into.leverage[firm]) < params_.most_debt) {
        into.request[firm] = fen(wanted);
    }
}

void Finance::lend(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    auto const applicants = select_rows<FirmId>(
        firms.rows(), [&](FirmId firm) { return into.request[firm] > 0; });
    std::vector<matching::Proposal> proposals;
    proposals.reserve(applicants.size());
    double requested = 0.0;
    for (auto const firm : applicants) {
        requested += static_cast<double>(into.request[firm]);
        proposals.push_back(
            {.seller = 0,
             .request = static_cast<std::uint32_t>(firm.row()),
             .tier = 0,
             .score = -into.leverage[firm],
             .hash =
                 combine(firms.id[firm], static_cast<std::uint64_t>(now.month.index())),
             .quantity = static_cast<double>(into.request[firm])});
    }
    double deposits = std::max<double>(
        0.0, static_cast<double>(now.balances.of(Account::enterprises)));
    // A squeeze is felt even where the bank could lend more than anybody asks for.
    std::array<double, 1> capacity{
        std::min(params_.lending_share * deposits, requested)
        * (1.0 - now.outside.credit_squeeze)};
    for (auto const& answer : matching::share_out(proposals, capacity, 1.0)) {
        FirmId const firm{answer.request};
        if (answer.accepted) into.granted[firm] = into.request[firm];
    }
}

void Finance::apply(Decision const& decision, World& world) const {
    auto& firms = world.firms;
    auto const books =
        sum_rows<FirmId>(firms.rows(), Books{}, [&](Books& sum, FirmId firm) {
            if (!firms.alive(firm)) return;
            auto const granted = decision.granted[firm];
            auto const repaid = std::min(
                firms.loan[firm],
                static_cast<Fen>(
                    static_cast<double>(firms.loan[firm]) / params_.repayment_months));
            auto cash = firms.cash[firm] + granted - repaid;
            auto const share = guaranteed_share(world, firm);
            auto const covered = fen(yuan(granted) * share);
            firms.guaranteed[firm] = still_guaranteed(firms, firm, repaid) + covered;
            firms.loan[firm] += granted - repaid;
            auto cost = decision.cost[firm];
            auto added = static_cast<double>(decision.investment[firm]);
            if (cost > cash && cost > 0) {
                auto const affordable = std::max<Fen>(0, cash);
                added *= static_cast<double>(affordable) / static_cast<double>(cost);
                cost = affordable;
            }
            firms.capacity[firm] =
                firms.capacity[firm] * (1.0 - params_.depreciation / 12.0) + added;
            firms.cash[firm] = cash - cost;

            sum.ledger.receive(Flow::loans_granted, Account::enterprises, granted);
            sum.ledger.pay(Flow::loans_repaid, Account::enterprises, repaid);
            sum.ledger.pay(Flow::investment, Account::enterprises, cost);
            sum.ledger.receive(Flow::investment, Account::outside, cost);
            auto const leader = firms.leader[firm] != 0;
            book_bank(sum, leader ? Account::outside : Account::bank, granted, repaid);
            sum.guaranteed += covered;
        });
    world.ledger += books.ledger;
    world.balances.bank_loans += books.bank_loans;
    if (books.guaranteed > 0) {
        auto const lever = static_cast<std::size_t>(LeverKind::loan_guarantee);
        auto const cost = std::min(
            fen(yuan(books.guaranteed) * params_.guarantee_cost),
            world.policy.allowance[lever]);
        world.ledger.pay(Flow::guarantees, Account::government, cost);
        world.ledger.receive(Flow::guarantees, Account::zone_fund, cost);
        world.fund.guarantee_pot += cost;
        world.use.units[lever] += yuan(books.guaranteed);
        world.use.spent[lever] += cost;
    }
}

} // namespace canopy
