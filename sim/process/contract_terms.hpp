#pragma once

#include "sim/rules/tiers.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// What the terms of a contract make of a delivery: buyer and seller both compute it.
struct ContractTerms {
    double delivered = 0.0; ///< [units]
    Fen invoice = 0;
    Fen due = 0;  ///< of older credit, and the invoice itself without credit
    Fen owed = 0; ///< left open after this month
};

/// Terms of one link in a month in which the seller fills `filled` of its order.
/// Source: MODEL.md S3: tier discounts and credit days; older credit is paid at
/// 1/months.
[[nodiscard]] inline ContractTerms contract_terms(
    Link const& link, double list_price, double filled, double match_saving) {
    auto const& tier = rules::tier_terms[index_of(link.tier)];
    auto const price = list_price * (1.0 - tier.discount)
                       * (1.0 - match_saving * (link.fit_value() - 0.75));
    ContractTerms terms;
    terms.delivered = on_grid(link.flow * filled);
    terms.invoice = fen(terms.delivered * price);
    auto const on_credit = tier.credit_months > 0 && !link.dead();
    auto const older = on_credit ? link.owed / tier.credit_months : link.owed;
    terms.due = older + (on_credit ? 0 : terms.invoice);
    terms.owed = link.owed + terms.invoice - terms.due;
    return terms;
}

} // namespace canopy
