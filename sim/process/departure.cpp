#include "sim/process/departure.hpp"

#include "sim/process/employment.hpp"
#include "sim/process/firm_event.hpp"
#include "sim/process/payments.hpp"

#include <algorithm>
#include <limits>

namespace canopy {

namespace {

__extension__ using Wide = __int128; // a product of two amounts of money

constexpr double forced_sale = 0.5; ///< of the price

void collect_from_customers(World& world, FirmId firm) {
    for (auto const position : world.links.sold_by(firm)) {
        auto& link = world.links[position];
        settle(world, world.links.buyer(position), link, link.owed);
    }
}

/// Pays suppliers what `available` covers, each the same share to the fen; returns the
/// rest.
Fen pay_suppliers(World& world, FirmId firm, Fen available) {
    auto const links = world.links.of(firm);
    Fen claims = 0;
    for (auto const& link : links)
        claims += link.owed;
    auto const payable = std::min(std::max<Fen>(0, available), claims);
    Fen reached = 0;
    Fen paid = 0;
    for (auto& link : links) {
        if (link.owed == 0) continue;
        reached += link.owed;
        auto const up_to_here =
            static_cast<Fen>(Wide{payable} * Wide{reached} / Wide{claims});
        settle(world, firm, link, up_to_here - paid);
        paid = up_to_here;
    }
    return claims - payable;
}

void take_stocks(World& world, FirmId firm, double& output_goes_to) {
    auto& firms = world.firms;
    output_goes_to += firms.output_stock[firm];
    firms.output_stock[firm] = 0.0;
    for (auto& stock : firms.input_stock[firm]) {
        world.counts.inputs_scrapped += stock;
        stock = 0.0;
    }
}

void sell_stock(World& world, FirmId firm) {
    auto const& firms = world.firms;
    auto const amount =
        fen(forced_sale * firms.output_stock[firm]
            * static_cast<double>(firms.price[firm]));
    transfer(world, Flow::liquidation, Account::outside, firm, amount);
    take_stocks(world, firm, world.counts.sold);
}

/// A leader's loans are outside: only the others are in the bank's books.
class Lender {
  public:
    Lender(World& world, FirmId firm)
        : world_{world}
        , firm_{firm}
        , is_bank_{world.firms.leader[firm] == 0} {}

    void lend(Fen amount) {
        world_.firms.loan[firm_] += amount;
        if (is_bank_) world_.balances.bank_loans += amount;
        transfer(world_, Flow::loans_granted, account(), firm_, amount);
    }

    void collect(Fen amount) {
        world_.firms.loan[firm_] -= amount;
        if (is_bank_) world_.balances.bank_loans -= amount;
        transfer(world_, Flow::loans_repaid, firm_, account(), amount);
    }

    /// The bank bears what guarantees do not carry.
    void write_off(Fen amount) {
        world_.firms.loan[firm_] -= amount;
        if (!is_bank_) return;
        auto const carried = carry_guarantee(amount);
        world_.balances.bank_loans -= amount;
        world_.balances.bank_equity -= amount - carried;
        world_.balances.bank_written_off += amount - carried;
    }

  private:
    [[nodiscard]] Account account() const {
        return is_bank_ ? Account::bank : Account::outside;
    }

    Fen carry_guarantee(Fen lost) {
        auto& pot = world_.fund.guarantee_pot;
        auto const carried = std::min({lost, world_.firms.guaranteed[firm_], pot});
        pot -= carried;
        world_.ledger.pay(Flow::guarantees, Account::zone_fund, carried);
        world_.ledger.receive(Flow::guarantees, Account::bank, carried);
        world_.counts.guarantee_losses += carried;
        return carried;
    }

    World& world_;
    FirmId firm_;
    bool is_bank_;
};

Event departure(World const& world, FirmId firm, EventKind kind, Fen amount) {
    auto event = firm_event(world, firm, kind);
    event.amount = amount;
    return event;
}

/// Ends the firm's links, lets its people and space go and frees its row.
void vacate(World& world, FirmId firm) {
    auto& firms = world.firms;
    for (auto& link : world.links.of(firm))
        end_link(world, link);
    for (auto const position : world.links.sold_by(firm))
        end_link(world, world.links[position]);
    std::erase_if(world.pending_links, [&](NewLink const& pending) {
        auto const& seller = pending.link.seller;
        return pending.buyer == firm || (seller.in_zone() && seller.firm() == firm);
    });
    dismiss_staff(world, firm);
    world.counts.workers_left += firms.workers[firm];
    world.places[firms.place[firm]].occupied -= static_cast<double>(firms.space[firm]);
    world.directory.remove(firms, firm);
    firms.remove(firm);
}

Account owners_account(Owner owner) {
    return owner == Owner::private_owner ? Account::households : Account::outside;
}

/// The zone fund gives up its stake in a firm for `value`.
void release_stake(World& world, FirmId firm, Fen value) {
    auto const paid = world.firms.fund_stake[firm];
    if (paid == 0) return;
    std::erase_if(
        world.fund.stakes, [&](Stake const& stake) { return stake.firm == firm; });
    world.firms.fund_stake[firm] = 0;
    world.counts.fund_written_off += std::max<Fen>(0, paid - value);
}

/// What the zone fund may take of a firm's remaining cash: a ticket on trial or in
/// repayment comes before the owners, shares beside them.
Fen claim_of_fund(World const& world, FirmId firm, Fen cash) {
    auto const& stakes = world.fund.stakes;
    auto const stake =
        std::find_if(stakes.begin(), stakes.end(), [&](Stake const& candidate) {
            return candidate.firm == firm;
        });
    if (stake == stakes.end()) return 0;
    if (stake->kind != StakeKind::equity) return std::min(stake->paid, cash);
    return static_cast<Fen>(static_cast<double>(cash) * stake->share);
}

/// Settles the zone fund's stake from the cash that a leaving firm has left.
void settle_stake(World& world, FirmId firm) {
    if (world.firms.fund_stake[firm] == 0) return;
    auto const value =
        claim_of_fund(world, firm, std::max<Fen>(0, world.firms.cash[firm]));
    transfer(world, Flow::fund_returns, firm, Account::zone_fund, value);
    release_stake(world, firm, value);
}

} // namespace

void close_firm(World& world, FirmId firm, ExitReason reason) {
    auto& firms = world.firms;
    Lender lender{world, firm};
    collect_from_customers(world, firm);
    sell_stock(world, firm);
    if (firms.cash[firm] < 0) lender.lend(-firms.cash[firm]);
    lender.collect(std::min(firms.cash[firm], firms.loan[firm]));
    auto const unpaid_suppliers = pay_suppliers(world, firm, firms.cash[firm]);
    auto const unpaid_loan = firms.loan[firm];
    lender.write_off(unpaid_loan);
    settle_stake(world, firm);
    transfer(
        world,
        Flow::liquidation,
        firm,
        owners_account(firms.owner[firm]),
        firms.cash[firm]);

    auto const lost = unpaid_suppliers + unpaid_loan;
    if (lost > 0) {
        ++world.counts.defaults;
        world.events.push_back(departure(world, firm, EventKind::default_, lost));
    }
    ++world.counts.exits[index_of(firms.kind[firm])];
    if (reason == ExitReason::insolvent) ++world.counts.forced_exits;
    world.events.push_back(
        departure(world, firm, EventKind::exit, fen(firms.revenue_12m(firm))));
    vacate(world, firm);
}

void leave_zone(World& world, FirmId firm, PlaceId to) {
    auto& firms = world.firms;
    Lender lender{world, firm};
    collect_from_customers(world, firm);
    pay_suppliers(world, firm, std::numeric_limits<Fen>::max());
    lender.collect(firms.loan[firm]);
    settle_stake(world, firm);
    auto const cash = firms.cash[firm];
    if (cash < 0) {
        transfer(world, Flow::relocation, Account::outside, firm, -cash);
    } else {
        transfer(world, Flow::relocation, firm, Account::outside, cash);
    }
    take_stocks(world, firm, world.counts.output_scrapped);

    ++world.counts.moves_out;
    ++world.counts.moves_out_from[firms.place[firm].row()];
    auto event = departure(world, firm, EventKind::move, fen(firms.revenue_12m(firm)));
    event.place_to = static_cast<std::int8_t>(to.row());
    world.events.push_back(event);
    vacate(world, firm);
}

double equity_of(World const& world, FirmId firm) {
    auto const& firms = world.firms;
    double stocks = firms.output_stock[firm] * static_cast<double>(firms.price[firm]);
    for (auto const stock : firms.input_stock[firm])
        stocks += stock;
    return yuan(
               firms.cash[firm] + firms.receivables[firm] - firms.loan[firm]
               - firms.payables[firm])
           + 0.8 * firms.capacity[firm]
                 * world.technology.capital_per_capacity(firms.sector[firm])
           + stocks;
}

} // namespace canopy
