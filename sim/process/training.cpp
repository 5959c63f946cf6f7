#include "sim/process/training.hpp"

#include "sim/base/parallel.hpp"
#include "sim/process/employment.hpp"
#include "sim/process/job_rings.hpp"

#include <algorithm>

namespace canopy {

namespace {

/// The first `count` of those who wait, in their order.
void seat(
    World const& now,
    std::vector<PersonId>& waiting,
    std::size_t count,
    std::vector<PersonId>& into) {
    auto const& people = now.people;
    auto const seated = std::min(count, waiting.size());
    std::partial_sort(
        waiting.begin(),
        waiting.begin() + static_cast<std::ptrdiff_t>(seated),
        waiting.end(),
        [&](PersonId a, PersonId b) {
            return people.since[a] != people.since[b] ? people.since[a] < people.since[b]
                                                      : people.id[a] < people.id[b];
        });
    into.insert(
        into.end(), waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(seated));
    waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(seated));
}

} // namespace

void Training::decide(World const& now, Decision& into) const {
    auto const& people = now.people;
    into.ending.clear();
    into.beginning.clear();
    std::vector<PersonId> waiting;
    std::vector<PersonId> laid_off;
    std::size_t in_courses = 0;
    auto const concerned = select_rows<PersonId>(people.rows(), [&](PersonId person) {
        auto const activity = people.activity[person];
        return activity == Activity::training || activity == Activity::unemployed;
    });
    for (auto const person : concerned) {
        auto const months = now.month.index() - people.since[person];
        if (people.activity[person] == Activity::training) {
            if (months >= params_.months) {
                into.ending.push_back(person);
            } else {
                ++in_courses;
            }
        } else if (
            months > 0 && now.communities[people.community[person]].in_district
            && !people.has(person, Mark::trained)) {
            auto const kept = people.has(person, Mark::laid_off) && months < rapid_months;
            (kept ? laid_off : waiting).push_back(person);
        }
    }
    auto const seats = static_cast<std::size_t>(
        params_.seats * now.scale + now.policy.training_seats);
    if (seats <= in_courses) return;
    auto const free = seats - in_courses;
    auto const reserved = static_cast<std::size_t>(
        now.policy.rapid_response * static_cast<double>(free));
    seat(now, laid_off, reserved, into.beginning);
    waiting.insert(waiting.end(), laid_off.begin(), laid_off.end());
    seat(now, waiting, free - into.beginning.size(), into.beginning);
}

/// A course leads to a higher skill, or to the work of a sector that offers jobs.
void Training::finish(World& world, PersonId person, HashRing const& jobs) const {
    auto& people = world.people;
    auto const draws =
        world.luck.block(people.id[person], world.month, Purpose::training);
    people.activity[person] = Activity::unemployed;
    people.since[person] = static_cast<std::int16_t>(world.month.index());
    people.set(person, Mark::trained);
    if (uniform(draws[0]) >= params_.success) {
        ++world.counts.courses_failed;
        return;
    }
    ++world.counts.courses_passed;
    if (uniform(draws[1]) < params_.upgrade && people.skill[person] + 1U < n_skills) {
        ++people.skill[person];
    } else if (auto const offer = jobs.at(draws[2]); offer != HashRing::nothing) {
        people.sector[person] = world.job_offers[offer].sector;
    }
}

void Training::apply(Decision const& decision, World& world) const {
    auto& people = world.people;
    HashRing jobs;
    for (std::size_t row = 0; row < world.job_offers.size(); ++row)
        jobs.add(
            hash_of_month(world.job_offers[row].id, world.month),
            static_cast<std::uint32_t>(row));
    jobs.close();
    for (auto const person : decision.ending)
        finish(world, person, jobs);
    for (auto const person : decision.beginning) {
        people.activity[person] = Activity::training;
        people.since[person] = static_cast<std::int16_t>(world.month.index());
        ++world.counts.courses_begun;
    }
}

} // namespace canopy
