#include "sim/model/first_jobs.hpp"

#include "sim/base/hash.hpp"
#include "sim/process/arrivals.hpp"
#include "sim/process/employment.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace canopy {

namespace {

constexpr int months_before = 12; ///< the start

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

/// Who leaves an enterprise this month: an order by who they are and the month. It is
/// made once for an enterprise, because whoever cannot leave now cannot later either.
class Leavers {
  public:
    /// The next one to leave an enterprise; none if nobody there may.
    PersonId next(World const& world, Employer employer) {
        auto const [entry, is_new] = in_turn_.try_emplace(employer);
        auto& turns = entry->second;
        if (is_new) turns = order_staff(world, FirmId{employer});
        while (!turns.empty()) {
            std::pop_heap(turns.begin(), turns.end(), std::greater<>{});
            auto const person = turns.back().second;
            turns.pop_back();
            if (world.people.employer[person] == employer
                && world.people.since[person] < world.month.index()
                && may_leave(world, person)) {
                return person;
            }
        }
        return {};
    }

  private:
    using Turns =
        std::vector<std::pair<std::uint64_t, PersonId>>; ///< a heap, least on top

    static Turns order_staff(World const& world, FirmId firm) {
        Turns turns;
        auto const staff = world.staff.of(firm);
        turns.reserve(staff.size());
        auto const month = static_cast<std::uint64_t>(world.month.index());
        for (auto const person : staff)
            turns.emplace_back(combine(world.people.id[person], month), person);
        std::make_heap(turns.begin(), turns.end(), std::greater<>{});
        return turns;
    }

    std::unordered_map<Employer, Turns> in_turn_;
};

/// The finder works where the leaver did, the leaver where the finder did, or nowhere.
void change_places(World& world, PersonId finder, PersonId leaver) {
    auto& people = world.people;
    std::swap(people.employer[finder], people.employer[leaver]);
    std::swap(people.activity[finder], people.activity[leaver]);
    for (auto const person : {finder, leaver}) {
        people.since[person] = static_cast<std::int16_t>(world.month.index());
        if (is_firm(people.employer[person]))
            people.sector[person] = world.firms.sector[FirmId{people.employer[person]}];
        for (auto const mark : {Mark::laid_off, Mark::trained})
            people.clear(person, mark);
    }
    people.set(finder, Mark::ever_worked);
}

/// Who found a job takes somebody's place, who goes where somebody lost work, so that
/// heads stay: what is left of a month in which work moves is who is out of work.
class Moves {
  public:
    explicit Moves(JobLoss::Decision const& lost)
        : next_{lost.all().begin()}
        , end_{lost.all().end()} {}

    void settle(World& world, PersonId finder, Employer employer) {
        auto const leaver = leavers_.next(world, employer);
        if (!leaver.valid()) return;
        change_places(world, finder, leaver);
        auto const month = world.month.index();
        while (next_ != end_ && world.people.activity[leaver] != Activity::employed) {
            auto const [loser, laid_off] = *next_++;
            if (world.people.since[loser] >= month || !may_leave(world, loser))
                continue;
            change_places(world, leaver, loser);
            if (laid_off) world.people.set(loser, Mark::laid_off);
            return;
        }
    }

  private:
    std::vector<JobLoss::Loss>::const_iterator next_;
    std::vector<JobLoss::Loss>::const_iterator end_;
    Leavers leavers_;
};

void settle(
    World& world, JobSearch::Decision const& found, JobLoss::Decision const& lost) {
    auto& offers = world.job_offers;
    std::vector<std::uint8_t> filled(offers.size());
    std::int64_t months = 0;
    std::int64_t jobs = 0;
    Moves moves{lost};
    for (auto const& [seeker, at, channel] : found.matches) {
        auto const finder = found.seekers[seeker];
        if (!may_leave(world, finder)) continue;
        filled[at] = 1;
        months += world.month.index() - offers[at].opened + 1;
        ++jobs;
        moves.settle(world, finder, offers[at].employer);
    }
    note_filling_time(world.labour, months, jobs);
    remove_filled(offers, filled);
    world.staff.rebuild(world.people, world.firms.rows());
}

} // namespace

void open_jobs(
    World& world,
    PeopleParams const& params,
    JobLoss const& loss,
    JobPosting const& posting,
    JobSearch const& search) {
    auto const opening = world.month;
    world.job_offers.clear();
    world.labour.offer_months = 0.0;
    stand_services(world, params);
    JobLoss::Decision lost;
    JobPosting::Decision posted;
    JobSearch::Decision found;
    for (int before = months_before; before > 0; --before) {
        world.month = Month{opening.index() - before + 1};
        loss.decide(world, lost);
        posting.decide(world, posted);
        posting.post_at_firms(posted, world);
        search.decide(world, found);
        settle(world, found, lost);
    }
    world.month = opening;
    world.policy = {};
    count_people(world);
}

} // namespace canopy
