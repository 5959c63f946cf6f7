#include "sim/process/payroll.hpp"

#include "sim/base/parallel.hpp"
#include "sim/process/employment.hpp"

namespace canopy {

namespace {

struct Pay {
    std::array<Fen, max_communities> to{};
    std::array<Fen, n_skills> of_skill{};
    std::array<std::int64_t, n_skills> heads{};
    std::array<Fen, max_sectors> of_sector{};
    std::array<double, max_sectors> weight{}; ///< heads in terms of the lowest skill

    Pay& operator+=(Pay const& other) {
        for (std::size_t row = 0; row < max_communities; ++row)
            to[row] += other.to[row];
        for (std::size_t skill = 0; skill < n_skills; ++skill) {
            of_skill[skill] += other.of_skill[skill];
            heads[skill] += other.heads[skill];
        }
        for (std::size_t sector = 0; sector < max_sectors; ++sector) {
            of_sector[sector] += other.of_sector[sector];
            weight[sector] += other.weight[sector];
        }
        return *this;
    }
};

/// Splits a firm's bill: everybody gets the difference of two rounded running sums, so
/// that nothing is lost.
void pay_staff(
    World const& now, FirmId firm, Column<PersonId, float>& wage, Pay& sum) {
    auto const& people = now.people;
    auto const bill = now.firms.wages[firm];
    auto const staff = now.staff.of(firm);
    auto const takes_profit = now.firms.kind[firm] == FirmKind::individual;
    auto const weight = [&](PersonId person) {
        return takes_profit && people.has(person, Mark::owner)
                   ? 0.0
                   : skill_wage[people.skill[person]];
    };
    double all = 0.0;
    for (auto const person : staff)
        all += weight(person);
    if (all <= 0.0) return;
    sum.of_sector[now.firms.sector[firm].row()] += bill;
    sum.weight[now.firms.sector[firm].row()] += all;
    double done = 0.0;
    Fen paid = 0;
    for (auto const person : staff) {
        auto const own = weight(person);
        if (own <= 0.0) continue;
        done += own;
        auto const until =
            done >= all ? bill
                        : static_cast<Fen>(static_cast<double>(bill) * (done / all));
        auto const amount = until - paid;
        paid = until;
        auto const skill = people.skill[person];
        wage[person] = static_cast<float>(yuan(amount));
        sum.to[people.community[person].row()] += amount;
        sum.of_skill[skill] += amount;
        ++sum.heads[skill];
    }
}

} // namespace

void Payroll::decide(World const& now, Decision& into) const {
    auto const& people = now.people;
    into.wage = people.wage;
    auto const pay =
        sum_rows<FirmId>(now.firms.rows(), Pay{}, [&](Pay& sum, FirmId firm) {
            if (now.firms.alive(firm)) pay_staff(now, firm, into.wage, sum);
        });
    for (std::size_t skill = 0; skill < n_skills; ++skill)
        into.mean_wage[skill] =
            pay.heads[skill] > 0
                ? yuan(pay.of_skill[skill]) / static_cast<double>(pay.heads[skill])
                : now.labour.mean_wage[skill];
    for (std::size_t sector = 0; sector < max_sectors; ++sector)
        into.sector_wage[sector] =
            pay.weight[sector] > 0.0 ? yuan(pay.of_sector[sector]) / pay.weight[sector]
                                     : now.labour.sector_wage[sector];
    into.from_firms = pay.to;

    // Public units and employers outside pay what a skill earns in the zone.
    auto const outside =
        sum_rows<PersonId>(people.rows(), Pay{}, [&](Pay& sum, PersonId person) {
            auto const employer = people.employer[person];
            if (employer != public_units && employer != outside_employers) return;
            auto const amount = fen(into.mean_wage[people.skill[person]]);
            into.wage[person] = static_cast<float>(yuan(amount));
            if (employer == outside_employers)
                sum.to[people.community[person].row()] += amount;
        });
    into.from_outside = outside.to;
}

void Payroll::apply(Decision& decision, World& world) const {
    world.people.wage.swap(decision.wage);
    world.labour.mean_wage = decision.mean_wage;
    world.labour.sector_wage = decision.sector_wage;
    for (std::size_t row = 0; row < world.communities.size(); ++row) {
        auto const earned = decision.from_firms[row] + decision.from_outside[row];
        world.communities.rows[row].money += earned;
        world.ledger.receive(Flow::wages, Account::households, earned);
        world.ledger.pay(Flow::wages, Account::outside, decision.from_outside[row]);
    }
}

} // namespace canopy
