#include "sim/process/life_course.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/employment.hpp"
#include "sim/process/newcomers.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr int school_ends = 19; ///< [years]
constexpr int retires_at = 60;
constexpr int owners_retire_at = 68;

/// Readiness to move away by age. Source: MODEL.md S13.
double age_factor(int years) {
    if (years < 19) return 0.8; // with their parents
    if (years < 35) return 1.9;
    if (years < 50) return 0.8;
    return years < 65 ? 0.35 : 0.15;
}

bool in_district(World const& world, PersonId person) {
    return world.communities[world.people.community[person]].in_district;
}

/// Somebody who worked in the district ends for good; the official count knows.
void note_end_of_work(World& world, PersonId person) {
    auto const employer = world.people.employer[person];
    if (employer == nobody) return;
    auto const place =
        place_of_work(world, employer, world.people.community[person]);
    world.counts.employed_retired += world.places[place].in_district ? 1 : 0;
}

} // namespace

LifeCourse::Odds LifeCourse::odds(World const& now) const {
    Odds odds;
    for (std::size_t years = 0; years < odds.death.size(); ++years) {
        auto const from_thirty = std::max(-12, static_cast<int>(years) - 30);
        odds.death[years] = std::min(
            1.0, params_.mortality / 12.0 * exp(params_.mortality_growth * from_thirty));
    }
    for (std::size_t row = 0; row < now.communities.n_district; ++row) {
        auto const& community = now.communities.rows[row];
        for (auto const employed : {0U, 1U})
            odds.restless[row][employed] =
                exp(-params_.leaving_by_livability * (community.livability - 1.0)
                    - params_.leaving_by_security * (community.security - 1.0)
                    - params_.leaving_of_employed * employed);
    }
    double most_restless = 0.0;
    for (auto const& [without, with] : odds.restless)
        most_restless = std::max({most_restless, without, with});
    for (std::size_t years = 0; years < odds.anything.size(); ++years) {
        auto const leaving =
            params_.leaving * age_factor(static_cast<int>(years)) * most_restless;
        odds.anything[years] = {
            Chance{odds.death[years]},
            Chance{years < 50 ? 0.0 : params_.early_retirement},
            Chance{leaving},
            Chance{years < 20 || years >= 40 ? 0.0 : params_.births / 12.0}};
    }
    return odds;
}

int LifeCourse::years_of(World const& now, PersonId person) {
    return std::clamp(now.people.age_in_months(person, now.month) / 12, 0, oldest);
}

/// Rules out nearly everybody in a way that the processor foresees.
bool LifeCourse::may_turn(
    World const& now, PersonId person, Odds const& odds, DrawBlock const& draws) {
    auto const activity = now.people.activity[person];
    auto const years = years_of(now, person);
    auto const& anything = odds.anything[static_cast<std::size_t>(years)];
    unsigned drawn = 0;
    for (std::size_t draw = 0; draw < draws.size(); ++draw)
        drawn |= anything[draw].takes(draws[draw]) ? 1U : 0U;
    unsigned const of_age =
        (activity == Activity::child && years >= school_ends ? 1U : 0U)
        | (activity != Activity::retired && years >= retires_at ? 1U : 0U);
    return (drawn | of_age) != 0;
}

LifeCourse::Turn LifeCourse::turn_of(
    World const& now, PersonId person, Odds const& odds, DrawBlock const& draws) const {
    auto const& people = now.people;
    auto const years = years_of(now, person);
    auto const activity = people.activity[person];
    auto const owner = people.has(person, Mark::owner);
    auto const employed = activity == Activity::employed ? 1U : 0U;
    auto const leaves = [&] {
        auto const restless = odds.restless[people.community[person].row()][employed];
        return uniform(draws[2]) < params_.leaving * age_factor(years) * restless;
    };
    if (uniform(draws[0]) < odds.death[static_cast<std::size_t>(years)])
        return Turn::dies;
    if (activity == Activity::child) {
        if (years >= school_ends) return Turn::leaves_school;
        return leaves() ? Turn::moves_away : Turn::none;
    }
    auto const too_old = years >= (owner ? owners_retire_at : retires_at);
    auto const tired =
        years >= 50 && !owner && uniform(draws[1]) < params_.early_retirement;
    if (activity != Activity::retired && (too_old || tired)) return Turn::retires;
    if (!owner && leaves()) return Turn::moves_away;
    if (years >= 20 && years < 40 && in_district(now, person)
        && uniform(draws[3]) < params_.births / 12.0)
        return Turn::birth;
    return Turn::none;
}

void LifeCourse::decide(World const& now, Decision& into) const {
    auto const& people = now.people;
    auto const odds_of_month = odds(now);
    into.collect_drawn<PersonId>(
        now.luck,
        now.month,
        Purpose::life_course,
        people.id.values(),
        [&](PersonId person) { return people.alive(person); },
        [&](std::vector<Event>& found, PersonId person, DrawBlock const& draws) {
            if (!may_turn(now, person, odds_of_month, draws)) return;
            auto const turn = turn_of(now, person, odds_of_month, draws);
            if (turn != Turn::none) found.push_back({person, turn});
        });
}

void LifeCourse::leave_school(World& world, PersonId person) const {
    auto& people = world.people;
    auto const u = world.luck.block(
        people.id[person], world.month, Purpose::life_course, 1);
    people.activity[person] = uniform(u[0]) < params_.participation
                                  ? Activity::unemployed
                                  : Activity::inactive;
    people.since[person] = static_cast<std::int16_t>(world.month.index());
    draw_abilities(world, person, 2);
    ++world.counts.school_leavers;
}

/// The last one of an enterprise is followed by an heir who comes to take over.
void LifeCourse::die(World& world, PersonId person) const {
    auto& people = world.people;
    note_end_of_work(world, person);
    ++world.counts.deaths;
    auto const employer = people.employer[person];
    if (!may_leave(world, person) && is_firm(employer)) {
        people.id[person] = combine(people.id[person], 0x4e12) | 1U;
        people.birth[person] =
            static_cast<std::int16_t>(world.month.index() - 12 * 35);
        people.since[person] = static_cast<std::int16_t>(world.month.index());
        ++world.counts.arrivals;
        return;
    }
    leave_job(world, person, Activity::retired);
    people.remove(person);
}

void LifeCourse::apply(Decision const& decision, World& world) const {
    auto& people = world.people;
    for (auto const& [person, turn] : decision.all()) {
        switch (turn) {
        case Turn::none: break;
        case Turn::birth: be_born(world, person); break;
        case Turn::leaves_school: leave_school(world, person); break;
        case Turn::dies: die(world, person); break;
        case Turn::retires:
            if (is_firm(people.employer[person])
                && world.firms.workers[FirmId{people.employer[person]}] == 1) {
                break; // goes on until somebody else is there
            }
            note_end_of_work(world, person);
            leave_job(world, person, Activity::retired);
            ++world.counts.retirements;
            if (!in_district(world, person)) {
                people.remove(person);
                ++world.counts.departures;
            }
            break;
        case Turn::moves_away:
            if (!may_leave(world, person)) break;
            leave_job(world, person, Activity::inactive);
            people.remove(person);
            ++world.counts.departures;
            break;
        }
    }
}

} // namespace canopy
