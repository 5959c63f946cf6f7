#pragma once

#include "sim/rules/tiers.hpp"
#include "sim/world/world.hpp"

#include <array>

namespace canopy {

/// What the terms of a contract make of a delivery: buyer and seller both compute it.
struct ContractTerms {
    double delivered = 0.0; ///< [units]
    Fen invoice = 0;
    Fen due = 0;  ///< of older credit, and the invoice itself without credit
    Fen owed = 0; ///< left open after this month
};

/// What falls due of a debt and of a new invoice: with credit of so many months
/// 1/months of the debt, rounded down; without credit all of both. From a table and not
/// by branches and divisions, because every link asks; exact for debts from 0 to 2^50
/// fen.
[[nodiscard]] inline Fen falls_due(std::size_t credit_tier, Fen owed, Fen invoice) {
    struct Credit {
        double share = 1.0; ///< of older debts that is paid this month
        Fen at_once = -1;   ///< all bits of a new invoice, or none
    };

    static constexpr auto credits = [] {
        std::array<Credit, rules::tier_terms.size()> of_tier{};
        for (std::size_t tier = 0; tier < of_tier.size(); ++tier)
            if (auto const months = rules::tier_terms[tier].credit_months; months > 0)
                of_tier[tier] = {1.0 / months, 0};
        return of_tier;
    }();
    auto const& credit = credits[credit_tier];
    return static_cast<Fen>((static_cast<double>(owed) + 0.5) * credit.share)
           + (invoice & credit.at_once);
}

/// Terms of one link in a month in which the seller fills `filled` of its order.
/// Source: MODEL.md S3: tier discounts and credit days; older credit is paid at
/// 1/months.
[[nodiscard]] inline ContractTerms contract_terms(
    Link const& link, double list_price, double filled, double match_saving) {
    auto const& tier = rules::tier_terms[index_of(link.tier)];
    auto const price = list_price * (1.0 - tier.discount)
                       * (1.0 - match_saving * (link.fit_value() - 0.75));
    ContractTerms terms;
    terms.delivered = positive_on_grid(link.flow * filled);
    terms.invoice = positive_fen(terms.delivered * price);
    // An ended relation pays like a stranger's.
    auto const credit_tier =
        static_cast<std::size_t>(!link.dead()) * index_of(link.tier);
    terms.due = falls_due(credit_tier, link.owed, terms.invoice);
    terms.owed = link.owed + terms.invoice - terms.due;
    return terms;
}

} // namespace canopy
