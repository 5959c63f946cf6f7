#include "sim/process/building.hpp"

#include "sim/base/hash.hpp"
#include "sim/rules/project_luck.hpp"

#include <algorithm>

namespace canopy {

namespace {

bool under_way(Project const& project, Month month) {
    return !project.open && !(month < project.start);
}

/// What is still due this calendar year, this month excluded, if all goes by plan.
Fen due_this_year(Project const& project, Month month) {
    auto const months_left = 12 - month.of_year();
    if (project.open) return project.running() * months_left;
    auto const before = std::max(0, project.start - month - 1);
    auto const months = std::max(0, months_left - before);
    return std::min(
        project.cost() - project.paid,
        (project.cost() / (project.build_months + project.delay) + 1) * months);
}

} // namespace

MilestoneCount milestones_at(Project const& project, Month month) {
    MilestoneCount count;
    auto const n = static_cast<double>(project.milestones.size());
    for (std::size_t k = 0; k < project.milestones.size(); ++k) {
        if (project.milestones[k] != month) continue;
        ++count.due;
        auto const wanted = static_cast<double>(k + 1) / n;
        count.met += project.built() >= wanted - 1e-9 ? 1 : 0;
    }
    return count;
}

void Building::draw(World& world) const {
    for (auto& project : world.projects) {
        auto const name = hash_text(project.name);
        project.overrun = rules::cost_overrun(
            params_.overrun,
            params_.overrun_spread,
            params_.least_cost,
            world.luck(name, Month{0}, Purpose::project));
        project.delay = rules::building_delay(
            project.build_months,
            params_.delay,
            world.luck(name, Month{1}, Purpose::project));
    }
}

void Building::decide(World const& now, Decision& into) const {
    into.works.assign(now.projects.size(), {});
    into.from_bonds = 0;
    // In the first month nothing is drawn yet: projects begin in February 2023 at the
    // earliest.
    if (now.month == Month{1}) return;
    auto cap = now.budget.left_for_projects();
    auto bonds = now.budget.bonds;
    for (std::size_t row = 0; row < now.projects.size(); ++row) {
        auto const& project = now.projects[row];
        auto& works = into.works[row];
        if (project.open) {
            works.running = std::min(project.running(), cap);
            cap -= works.running;
            continue;
        }
        if (!under_way(project, now.month)) continue;
        works.builds = true;
        works.building = std::min(project.instalment(), cap + bonds);
        auto const borrowed = std::min(bonds, works.building);
        bonds -= borrowed;
        cap -= works.building - borrowed;
        into.from_bonds += borrowed;
        works.opens = project.paid + works.building >= project.cost()
                      && project.months_built + 1
                             >= project.build_months + project.delay;
    }
}

void Building::apply(Decision const& decision, World& world) const {
    if (world.month == Month{1}) draw(world);
    auto& ledger = world.ledger;
    auto& budget = world.budget;
    Fen spent = 0;
    Fen committed = 0;
    for (std::size_t row = 0; row < world.projects.size(); ++row) {
        auto& project = world.projects[row];
        auto const& works = decision.works[row];
        project.paid += works.building;
        if (works.builds) ++project.months_built;
        if (works.opens) {
            project.open = true;
            project.opened = world.month;
        }
        auto const amount = works.building + works.running;
        ledger.pay(Flow::projects, Account::government, amount);
        ledger.receive(Flow::projects, Account::outside, amount);
        spent += amount;
        committed += due_this_year(project, world.month);
        auto const milestones = milestones_at(project, world.month);
        world.counts.milestones_due += milestones.due;
        world.counts.milestones_met += milestones.met;
    }
    ledger.pay(Flow::loans_granted, Account::outside, decision.from_bonds);
    ledger.receive(Flow::loans_granted, Account::government, decision.from_bonds);
    budget.bonds -= decision.from_bonds;
    budget.bond_debt += decision.from_bonds;
    budget.spent_on_projects += spent - decision.from_bonds;
    budget.committed = std::max<Fen>(0, committed - budget.bonds);
}

} // namespace canopy
