#pragma once

#include "sim/process/payments.hpp"

namespace canopy {

/// The government pays a firm its part of one voucher, when all of the month's claims
/// on the lever add up to `claimed`; the use is booked.
inline void
pay_voucher(World& world, LeverKind lever, FirmId firm, Fen claim, Fen claimed) {
    if (claim <= 0) return;
    auto const paid = paid_part(claim, claimed, world.policy.allowed(lever));
    transfer(world, Flow::subsidies, Account::government, firm, paid);
    world.use.claim(lever, 1.0, paid);
}

} // namespace canopy
