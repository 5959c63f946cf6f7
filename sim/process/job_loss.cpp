#include "sim/process/job_loss.hpp"

#include "sim/base/chance.hpp"
#include "sim/base/hash.hpp"
#include "sim/process/employment.hpp"
#include "sim/process/labour_demand.hpp"

#include <algorithm>

namespace canopy {

namespace {

/// Who of a firm goes: an order that depends on who they are and on the month only.
std::uint64_t order_of(World const& now, PersonId person) {
    return combine(
        now.people.id[person], static_cast<std::uint64_t>(now.month.index()));
}

} // namespace

double JobLoss::rate(World const& now, PersonId person) const {
    auto const employer = now.people.employer[person];
    if (employer == public_units) return params_.separation * params_.public_factor;
    if (is_firm(employer) && now.firms.kind[FirmId{employer}] == FirmKind::individual)
        return params_.separation * params_.individual_factor;
    return params_.separation;
}

int JobLoss::layoffs(World const& now, FirmId firm) const {
    auto const workers = static_cast<double>(now.firms.workers[firm]);
    auto const wanted = workers_wanted(now, firm);
    if (!has_idle_people(workers, wanted, params_.layoff_slack)) return 0;
    return round_by_luck(
        (workers - wanted) * params_.layoff_speed,
        now.luck(now.firms.id[firm], now.month, Purpose::separation));
}

void JobLoss::decide(World const& now, Decision& into) const {
    auto const& people = now.people;
    std::vector<std::uint8_t> leaves(people.rows());
    Chance const most{
        params_.separation
        * std::max({1.0, params_.public_factor, params_.individual_factor})};
    into.collect_drawn<PersonId>(
        now.luck,
        now.month,
        Purpose::job_loss,
        people.id.values(),
        [&](PersonId person) {
            auto const employed = people.activity[person] == Activity::employed;
            auto const owner = people.has(person, Mark::owner); // read first: no branch
            return employed && !owner;
        },
        [&](std::vector<Loss>& found, PersonId person, DrawBlock const& draws) {
            if (!most.takes(draws[0]) || uniform(draws[0]) >= rate(now, person)) return;
            leaves[person.row()] = 1;
            found.push_back({person, false});
        });
    Gathered<Loss> of_firms;
    of_firms.collect<FirmId>(
        now.firms.rows(), [&](std::vector<Loss>& found, FirmId firm) {
            if (!now.firms.alive(firm)) return;
            auto const count = layoffs(now, firm);
            if (count <= 0) return;
            std::vector<PersonId> staying;
            for (auto const person : now.staff.of(firm))
                if (leaves[person.row()] == 0 && !people.has(person, Mark::owner))
                    staying.push_back(person);
            auto const going =
                std::min(static_cast<std::size_t>(count), staying.size());
            std::partial_sort(
                staying.begin(),
                staying.begin() + static_cast<std::ptrdiff_t>(going),
                staying.end(),
                [&](PersonId a, PersonId b) {
                    return order_of(now, a) < order_of(now, b);
                });
            for (std::size_t at = 0; at < going; ++at)
                found.push_back({staying[at], true});
        });
    into.all().insert(into.all().end(), of_firms.all().begin(), of_firms.all().end());
}

void JobLoss::apply(Decision const& decision, World& world) const {
    for (auto const& [person, laid_off] : decision.all()) {
        if (!may_leave(world, person)) continue;
        leave_job(world, person, Activity::unemployed);
        if (!laid_off) continue;
        world.people.set(person, Mark::laid_off);
        ++world.counts.layoffs;
    }
}

} // namespace canopy
