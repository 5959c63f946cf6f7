#pragma once

#include "sim/world/world.hpp"

#include <utility>

namespace canopy {

/// A firm pays an account that is not the enterprises'; each side is booked.
inline void transfer(World& world, Flow flow, FirmId payer, Account payee, Fen amount) {
    world.firms.cash[payer] -= amount;
    world.ledger.pay(flow, Account::enterprises, amount);
    world.ledger.receive(flow, payee, amount);
}

/// An account that is not the enterprises' pays a firm; each side is booked.
inline void transfer(World& world, Flow flow, Account payer, FirmId payee, Fen amount) {
    world.ledger.pay(flow, payer, amount);
    world.firms.cash[payee] += amount;
    world.ledger.receive(flow, Account::enterprises, amount);
}

/// A firm pays a firm; each side is booked.
inline void transfer(World& world, Flow flow, FirmId payer, FirmId payee, Fen amount) {
    world.firms.cash[payer] -= amount;
    world.ledger.pay(flow, Account::enterprises, amount);
    world.firms.cash[payee] += amount;
    world.ledger.receive(flow, Account::enterprises, amount);
}

/// Clears what a buyer owes on a link: it pays `paid`, the seller bears the rest.
inline void settle(World& world, FirmId buyer, Link& link, Fen paid) {
    auto const owed = std::exchange(link.owed, 0);
    if (owed == 0) return;
    world.firms.payables[buyer] -= owed;
    if (link.seller.in_zone()) {
        world.firms.receivables[link.seller.firm()] -= owed;
        transfer(world, Flow::trade_payments, buyer, link.seller.firm(), paid);
    } else {
        world.outside.receivables -= owed;
        transfer(world, Flow::trade_payments, buyer, Account::outside, paid);
    }
    world.counts.written_off_by_suppliers += owed - paid;
}

/// Ends a live link and counts its death.
inline void end_link(World& world, Link& link) {
    if (link.dead()) return;
    link.end();
    if (link.seller.in_zone()) ++world.counts.link_deaths;
}

} // namespace canopy
