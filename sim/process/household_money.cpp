#include "sim/process/household_money.hpp"

namespace canopy {

void HouseholdMoney::decide(World const& now, Decision& into) const {
    into.change = {};
    auto const other = now.ledger.change(Account::households)
                       - now.ledger(Flow::wages, Account::households);
    double people = 0.0;
    for (auto const& community : now.communities.rows)
        people += community.population();
    double done = 0.0;
    Fen booked = 0;
    for (std::size_t row = 0; row < now.communities.size(); ++row) {
        done += now.communities.rows[row].population();
        auto const until =
            row + 1 == now.communities.size() || people <= 0.0
                ? other
                : static_cast<Fen>(static_cast<double>(other) * (done / people));
        into.change[row] = until - booked;
        booked = until;
    }
}

void HouseholdMoney::apply(Decision const& decision, World& world) const {
    for (std::size_t row = 0; row < world.communities.size(); ++row)
        world.communities.rows[row].money += decision.change[row];
}

} // namespace canopy
