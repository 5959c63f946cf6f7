#include "sim/process/public_accounts.hpp"

#include <algorithm>

namespace canopy {

namespace {

/// What an account may spend: what came in this month on balance, corrected by a share
/// of what it holds above (or below) its opening balance.
Fen spendable(World const& now, Account account, double adjustment) {
    auto const income = now.ledger.change(account);
    auto const excess = now.balances.of(account) - now.balances.opening_of(account);
    return std::max<Fen>(
        0, income + static_cast<Fen>(static_cast<double>(excess) * adjustment));
}

} // namespace

void PublicAccounts::decide(World const& now, Decision& into) const {
    auto const wages = now.ledger(Flow::wages, Account::households);
    into.income_tax = static_cast<Fen>(static_cast<double>(wages) * params_.income_tax);
    into.local_income_tax = static_cast<Fen>(
        static_cast<double>(into.income_tax) * params_.local_income_tax);
    auto const public_budget = spendable(now, Account::government, params_.adjustment);
    into.government_wages =
        static_cast<Fen>(static_cast<double>(public_budget) * params_.public_wages);
    into.government_purchases = public_budget - into.government_wages;
    into.bank_payout = std::max<Fen>(
        0,
        now.balances.bank_interest - now.balances.bank_written_off
            + static_cast<Fen>(
                static_cast<double>(
                    now.balances.bank_equity - now.balances.opening_bank_equity)
                * params_.adjustment));
    into.household_imports = std::max<Fen>(
        0, spendable(now, Account::households, params_.adjustment) - into.income_tax);
}

void PublicAccounts::apply(Decision const& decision, World& world) const {
    auto& ledger = world.ledger;
    world.budget.revenue += ledger(Flow::production_tax, Account::government)
                            + ledger(Flow::corporate_tax, Account::government)
                            + decision.local_income_tax;
    ledger.pay(Flow::income_tax, Account::households, decision.income_tax);
    ledger.receive(Flow::income_tax, Account::government, decision.local_income_tax);
    ledger.receive(
        Flow::income_tax,
        Account::outside,
        decision.income_tax - decision.local_income_tax);
    ledger.pay(
        Flow::public_spending,
        Account::government,
        decision.government_wages + decision.government_purchases);
    ledger.receive(
        Flow::public_spending, Account::households, decision.government_wages);
    ledger.receive(
        Flow::public_spending, Account::outside, decision.government_purchases);
    ledger.pay(
        Flow::household_imports, Account::households, decision.household_imports);
    ledger.receive(
        Flow::household_imports, Account::outside, decision.household_imports);
    ledger.pay(Flow::bank_payout, Account::bank, decision.bank_payout);
    ledger.receive(Flow::bank_payout, Account::households, decision.bank_payout);
    world.balances.bank_equity -= decision.bank_payout;
}

} // namespace canopy
