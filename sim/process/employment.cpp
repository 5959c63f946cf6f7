#include "sim/process/employment.hpp"

#include <algorithm>

namespace canopy {

namespace {

/// Counts somebody newly employed; the register counts a person once a calendar year.
void note_newly_employed(
    World& world, PersonId person, PlaceId place, double registration) {
    auto& people = world.people;
    auto& counts = world.counts;
    ++counts.hires_from_non_employment;
    auto const months = world.month.index() - people.since[person];
    if (people.activity[person] == Activity::unemployed) {
        counts.unemployed_months += months;
        if (people.has(person, Mark::laid_off)) {
            ++counts.laid_off_hired;
            counts.laid_off_months += months;
        }
    }
    auto const year = static_cast<std::uint8_t>(world.month.year() - 2000);
    if (!world.places[place].in_district || people.counted[person] == year) return;
    people.counted[person] = year;
    if (world.luck(people.id[person], world.month, Purpose::registration) < registration)
        ++counts.registered_hires;
}

} // namespace

PlaceId place_of_work(World const& world, Employer employer, CommunityId home) {
    if (is_firm(employer)) return world.firms.place[FirmId{employer}];
    if (employer == public_units) return world.communities[home].place;
    auto const sides = world.communities.rows.back().place;
    return sides;
}

bool may_leave(World const& world, PersonId person) {
    auto const employer = world.people.employer[person];
    return !is_firm(employer)
           || (world.firms.workers[FirmId{employer}] > 1
               && !world.people.has(person, Mark::owner));
}

void leave_job(World& world, PersonId person, Activity next) {
    auto& people = world.people;
    if (is_firm(people.employer[person])) {
        --world.firms.workers[FirmId{people.employer[person]}];
        ++world.counts.separations;
    }
    people.employer[person] = nobody;
    people.activity[person] = next;
    people.since[person] = static_cast<std::int16_t>(world.month.index());
    for (auto const mark : {Mark::owner, Mark::laid_off, Mark::trained})
        people.clear(person, mark);
}

void take_job(
    World& world,
    PersonId person,
    Employer employer,
    SectorId sector,
    Channel channel,
    Registration const& registration) {
    auto& people = world.people;
    auto const from_job = people.activity[person] == Activity::employed;
    if (from_job) {
        world.counts.quits += is_firm(people.employer[person]) ? 1 : 0;
        leave_job(world, person, Activity::unemployed);
    } else {
        note_newly_employed(
            world,
            person,
            place_of_work(world, employer, people.community[person]),
            registration.of(channel));
    }
    ++world.counts.hires_by_channel[index_of(channel)];
    if (is_firm(employer)) ++world.firms.workers[FirmId{employer}];
    people.employer[person] = employer;
    people.sector[person] = sector;
    people.activity[person] = Activity::employed;
    people.since[person] = static_cast<std::int16_t>(world.month.index());
    for (auto const mark : {Mark::owner, Mark::laid_off, Mark::trained})
        people.clear(person, mark);
    people.set(person, Mark::ever_worked);
}

void dismiss_staff(World& world, FirmId firm) {
    auto& people = world.people;
    for (auto const person : world.staff.of(firm)) {
        if (people.employer[person] != firm.row()) continue;
        people.employer[person] = nobody;
        people.activity[person] = Activity::unemployed;
        people.since[person] = static_cast<std::int16_t>(world.month.index());
        people.clear(person, Mark::owner);
        people.set(person, Mark::laid_off);
    }
}

} // namespace canopy
