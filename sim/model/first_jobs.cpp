#include "sim/model/first_jobs.hpp"

#include "sim/base/hash.hpp"
#include "sim/process/arrivals.hpp"
#include "sim/process/employment.hpp"

#include <utility>

namespace canopy {

namespace {

constexpr int months_before = 8; ///< the start

/// Stations and agencies as they stood in 2022.
void stand_services(World& world, PeopleParams const& params) {
    auto& policy = world.policy;
    for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
        policy.hub_coverage[place] = params.job_stations;
        policy.street_coverage[place] = params.job_stations;
        policy.park_coverage[place] = params.job_stations;
        policy.outlet_coverage[place] = params.job_stations;
    }
    policy.agency_seats = params.agency_seats * world.scale;
}

/// Who leaves an enterprise this month: an order by who they are and the month.
PersonId leaver_of(World const& world, Employer employer) {
    auto const& people = world.people;
    auto const month = world.month.index();
    PersonId leaver;
    std::uint64_t first = ~std::uint64_t{0};
    for (auto const person : world.staff.of(FirmId{employer})) {
        auto const order =
            combine(people.id[person], static_cast<std::uint64_t>(month));
        if (people.employer[person] != employer || people.since[person] >= month
            || order >= first || !may_leave(world, person)) {
            continue;
        }
        leaver = person;
        first = order;
    }
    return leaver;
}

/// The finder works where the leaver did, the leaver where the finder did, or nowhere.
void change_places(World& world, PersonId finder, PersonId leaver) {
    auto& people = world.people;
    std::swap(people.employer[finder], people.employer[leaver]);
    std::swap(people.activity[finder], people.activity[leaver]);
    for (auto const person : {finder, leaver}) {
        people.since[person] = static_cast<std::int16_t>(world.month.index());
        if (is_firm(people.employer[person]))
            people.sector[person] = world.firms.sector[FirmId{people.employer[person]}];
    }
    people.set(finder, Mark::ever_worked);
}

void settle(World& world, JobSearch::Decision const& found) {
    auto& offers = world.job_offers;
    std::vector<std::uint8_t> filled(offers.size());
    std::int64_t months = 0;
    std::int64_t jobs = 0;
    for (auto const& [seeker, at, channel] : found.matches) {
        auto const finder = found.seekers[seeker];
        if (!may_leave(world, finder)) continue;
        filled[at] = 1;
        months += world.month.index() - offers[at].opened + 1;
        ++jobs;
        if (auto const leaver = leaver_of(world, offers[at].employer); leaver.valid())
            change_places(world, finder, leaver);
    }
    note_filling_time(world.labour, months, jobs);
    remove_filled(offers, filled);
    world.staff.rebuild(world.people, world.firms.rows());
}

} // namespace

void open_jobs(
    World& world,
    PeopleParams const& params,
    JobPosting const& posting,
    JobSearch const& search) {
    auto const opening = world.month;
    world.job_offers.clear();
    world.labour.offer_months = 0.0;
    stand_services(world, params);
    JobSearch::Decision found;
    for (int before = months_before; before > 0; --before) {
        world.month = Month{opening.index() - before + 1};
        posting.replace_leavers(world);
        search.decide(world, found);
        settle(world, found);
    }
    world.month = opening;
    world.policy = {};
    count_people(world);
}

} // namespace canopy
