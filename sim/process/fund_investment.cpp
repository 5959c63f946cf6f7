#include "sim/process/fund_investment.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/matching/two_sided.hpp"
#include "sim/process/departure.hpp"
#include "sim/process/finance.hpp"
#include "sim/process/payments.hpp"
#include "sim/rules/ticket_score.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr double plant_wanted = 1.2; ///< over expected demand; Source: MODEL.md S2
constexpr double least_age = 12.0;   ///< [months]

bool eligible(World const& now, FirmId firm) {
    auto const& firms = now.firms;
    return firms.alive(firm) && firms.kind[firm] == FirmKind::company
           && firms.leader[firm] == 0 && firms.fund_stake[firm] == 0
           && firms.missed_payments[firm] == 0
           && now.month.index() - firms.birth[firm] >= least_age
           && (firms.high_tech[firm] != 0
               || now.sectors[firms.sector[firm].row()].industry);
}

double score_of(World const& now, FirmId firm) {
    auto const& firms = now.firms;
    return rules::ticket_score(
        {.orders = firms.expected_demand[firm],
         .usual_orders = static_cast<double>(firms.usual_orders[firm]),
         .margin = static_cast<double>(firms.margin_12m[firm]),
         .quality = static_cast<double>(firms.quality[firm]),
         .leverage = yuan(firms.loan[firm] + firms.payables[firm])
                     / std::max(1.0, Finance::assets(now, firm))});
}

void take_back(World& world, Stake& stake, Fen amount) {
    stake.paid -= amount;
    world.firms.fund_stake[stake.firm] -= amount;
}

} // namespace

FundInvestment::Ticket
FundInvestment::application(World const& now, FirmId firm) const {
    auto const& firms = now.firms;
    auto const lacking =
        plant_wanted * firms.expected_demand[firm] - firms.capacity[firm];
    auto const cost = lacking * now.technology.capital_per_capacity(firms.sector[firm]);
    auto const amount =
        std::min(cost - std::max(0.0, yuan(firms.cash[firm])), params_.most_ticket);
    if (amount < params_.least_ticket) return {};
    auto const equity = std::max(amount, equity_of(now, firm));
    return {
        firm, fen(amount), std::min(params_.most_share, amount / (equity + amount))};
}

void FundInvestment::decide(World const& now, Decision& into) const {
    into.capital = fen(now.policy.fund_capital);
    into.tickets.clear();
    if (now.month.of_year() % 3 != 0) return;
    auto const free_money =
        now.balances.of(Account::zone_fund) - now.fund.guarantee_pot;
    auto const money = params_.free_share * static_cast<double>(free_money);
    if (money <= 0.0) return;
    auto const applicants = select_rows<FirmId>(now.firms.rows(), [&](FirmId firm) {
        return eligible(now, firm)
               && now.luck(now.firms.id[firm], now.month, Purpose::fund_application)
                      < params_.apply
               && application(now, firm).amount > 0;
    });
    std::vector<matching::Proposal> proposals;
    for (auto const firm : applicants)
        proposals.push_back(
            {.seller = 0,
             .request = static_cast<std::uint32_t>(firm.row()),
             .tier = 0,
             .score = static_cast<float>(score_of(now, firm)),
             .hash = combine(
                 now.firms.id[firm], static_cast<std::uint64_t>(now.month.index())),
             .quantity = static_cast<double>(application(now, firm).amount)});
    std::array<double, 1> capacity{money};
    for (auto const& answer : matching::share_out(proposals, capacity, 1.0))
        if (answer.accepted)
            into.tickets.push_back(application(now, FirmId{answer.request}));
    std::sort(
        into.tickets.begin(),
        into.tickets.end(),
        [&](Ticket const& a, Ticket const& b) {
            return now.firms.id[a.firm] < now.firms.id[b.firm];
        });
}

/// A ticket pays for plant at once.
void FundInvestment::invest(World& world, Ticket const& ticket) const {
    auto& firms = world.firms;
    auto const firm = ticket.firm;
    world.fund.stakes.push_back(
        {.firm = firm,
         .paid = ticket.amount,
         .share = ticket.share,
         .sales = firms.revenue_12m(firm),
         .since = world.month.index(),
         .kind = StakeKind::convertible});
    firms.fund_stake[firm] += ticket.amount;
    ++world.counts.tickets;
    transfer(world, Flow::fund_investment, Account::zone_fund, firm, ticket.amount);
    transfer(world, Flow::investment, firm, Account::outside, ticket.amount);
    firms.capacity[firm] +=
        yuan(ticket.amount) / world.technology.capital_per_capacity(firms.sector[firm]);
}

void FundInvestment::review(World& world, Stake& stake) const {
    auto& firms = world.firms;
    auto const months = world.month.index() - stake.since;
    if (stake.kind == StakeKind::convertible && months >= params_.trial_months) {
        auto const growth =
            pow(firms.revenue_12m(stake.firm) / std::max(1.0, stake.sales),
                12.0 / params_.trial_months);
        auto const grown = growth >= 1.0 + params_.growth_to_convert;
        stake.kind = grown ? StakeKind::equity : StakeKind::in_repayment;
        if (grown) ++world.counts.conversions;
        return;
    }
    if (stake.kind == StakeKind::in_repayment) {
        auto const rest = params_.trial_months + params_.repayment_months - months;
        auto const due = std::min(
            stake.paid,
            static_cast<Fen>(static_cast<double>(stake.paid) / std::max(1.0, rest))
                + 1);
        auto const amount = std::clamp<Fen>(firms.cash[stake.firm], 0, due);
        transfer(world, Flow::fund_returns, stake.firm, Account::zone_fund, amount);
        take_back(world, stake, amount);
        return;
    }
    if (stake.kind == StakeKind::equity && months >= params_.holding_months) {
        auto const value =
            fen(stake.share * std::max(0.0, equity_of(world, stake.firm)));
        world.ledger.pay(Flow::fund_returns, Account::outside, value);
        world.ledger.receive(Flow::fund_returns, Account::zone_fund, value);
        world.counts.fund_written_off += std::max<Fen>(0, stake.paid - value);
        take_back(world, stake, stake.paid);
    }
}

void FundInvestment::apply(Decision const& decision, World& world) const {
    auto& ledger = world.ledger;
    ledger.pay(Flow::fund_capital, Account::government, decision.capital);
    ledger.receive(Flow::fund_capital, Account::zone_fund, decision.capital);
    for (auto& stake : world.fund.stakes)
        review(world, stake);
    std::erase_if(
        world.fund.stakes, [](Stake const& stake) { return stake.paid == 0; });
    for (auto const& ticket : decision.tickets)
        invest(world, ticket);
}

} // namespace canopy
