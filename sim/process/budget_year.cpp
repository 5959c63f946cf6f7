#include "sim/process/budget_year.hpp"

#include <algorithm>

namespace canopy {

Fen BudgetYear::cap_of(World const& now, Fen revenue_last_year) const {
    auto cap = params_.yearly_cap ? fen(*params_.yearly_cap * now.scale)
                                  : PublicBudget::unlimited;
    if (params_.revenue_share) {
        auto const share = static_cast<Fen>(
            static_cast<double>(revenue_last_year) * *params_.revenue_share);
        cap = std::min(cap, share + fen(params_.transfers * now.scale));
    }
    if (cap == PublicBudget::unlimited || now.month == Month{1}) return cap;
    auto const most = static_cast<Fen>(static_cast<double>(cap) * params_.carry_over);
    return cap + std::clamp<Fen>(now.budget.left_for_projects(), 0, most);
}

void BudgetYear::decide(World const& now, Decision& into) const {
    into.new_year = now.month.of_year() == 1;
    if (into.new_year) {
        into.revenue_last_year = now.month == Month{1}
                                     ? fen(params_.revenue_2022 * now.scale)
                                     : now.budget.revenue;
        into.cap = cap_of(now, into.revenue_last_year);
        into.bonds = fen(params_.special_bonds * now.scale);
    }
    auto const debt = static_cast<double>(now.budget.bond_debt);
    into.interest = static_cast<Fen>(debt * params_.bond_rate / 12.0);
    into.repaid = static_cast<Fen>(debt / (12.0 * params_.bond_years));
}

void BudgetYear::apply(Decision const& decision, World& world) const {
    auto& budget = world.budget;
    if (decision.new_year) {
        budget.revenue_last_year = decision.revenue_last_year;
        budget.revenue = 0;
        budget.cap = decision.cap;
        budget.bonds = decision.bonds;
        budget.spent_on_levers = 0;
        budget.spent_on_projects = 0;
    }
    auto& ledger = world.ledger;
    ledger.pay(Flow::interest, Account::government, decision.interest);
    ledger.receive(Flow::interest, Account::outside, decision.interest);
    ledger.pay(Flow::loans_repaid, Account::government, decision.repaid);
    ledger.receive(Flow::loans_repaid, Account::outside, decision.repaid);
    budget.bond_debt -= decision.repaid;
}

} // namespace canopy
