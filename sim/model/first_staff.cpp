#include "sim/model/first_staff.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/skill_mix.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace canopy {

namespace {

/// People of the labour force by home place, in an order by hash.
class Waiting {
  public:
    explicit Waiting(World const& world)
        : world_{world} {
        auto const& people = world.people;
        for (std::size_t row = 0; row < people.rows(); ++row)
            if (people.activity[PersonId{row}] == Activity::unemployed)
                at_[home(PersonId{row})].push_back(PersonId{row});
        auto const sort = [&](std::size_t place) {
            std::sort(at_[place].begin(), at_[place].end(), [&](auto a, auto b) {
                return people.id[a] < people.id[b];
            });
        };
        run_blocks(at_.size(), BlockBody{sort});
        for (auto const& people_here : at_)
            left_ += people_here.size();
    }

    [[nodiscard]] std::size_t left() const { return left_; }

    /// Somebody of `place`, or of anywhere in proportion to who is left.
    PersonId take(std::size_t place, double u) {
        if (at_[place].empty()) place = anywhere(u);
        --left_;
        auto const person = at_[place].back();
        at_[place].pop_back();
        return person;
    }

    [[nodiscard]] std::size_t anywhere(double u) const {
        auto rank = static_cast<std::size_t>(u * static_cast<double>(left_));
        std::size_t place = 0;
        while (rank >= at_[place].size())
            rank -= at_[place++].size();
        return place;
    }

  private:
    [[nodiscard]] std::size_t home(PersonId person) const {
        return world_.communities[world_.people.community[person]].place.row();
    }

    World const& world_;
    std::array<std::vector<PersonId>, max_places> at_;
    std::size_t left_ = 0;
};

constexpr auto no_job = std::numeric_limits<std::uint32_t>::max();

/// Which job everybody gets.
std::vector<std::uint32_t> share_out(
    World const& world, PeopleParams const& params, std::vector<FirstJob> const& jobs) {
    std::vector<std::uint32_t> job_of(world.people.rows(), no_job);
    Waiting waiting{world};
    for (std::uint32_t number = 0; number < jobs.size(); ++number) {
        auto const& job = jobs[number];
        auto const u = world.luck.block(job.hash, Month{0}, Purpose::opening_person, 1);
        auto const place =
            is_firm(job.employer)          ? world.firms.place[FirmId{job.employer}]
            : job.employer == public_units ? world.communities.rows.front().place
                                           : world.communities.rows.back().place;
        auto const at = uniform(u[0]) < params.work_near_home
                            ? place.row()
                            : waiting.anywhere(uniform(u[1]));
        job_of[waiting.take(at, uniform(u[1])).row()] = number;
    }
    return job_of;
}

void start_job(
    World& world, PeopleParams const& params, FirstJob const& job, PersonId person) {
    auto& people = world.people;
    auto const u = world.luck.block(job.hash, Month{0}, Purpose::opening_person, 1);
    people.activity[person] = Activity::employed;
    people.employer[person] = job.employer;
    people.skill[person] = job.skill;
    people.set(person, Mark::ever_worked);
    auto const age = people.age_in_months(person, Month{0});
    auto months = std::min(
        static_cast<double>(age - 18 * 12), -params.tenure * log(uniform(u[2])));
    if (is_firm(job.employer)) {
        FirmId const firm{job.employer};
        people.sector[person] = world.firms.sector[firm];
        months = std::min(months, -static_cast<double>(world.firms.birth[firm]));
    } else {
        people.sector[person] = SectorId{static_cast<std::size_t>(
            uniform(u[3]) * static_cast<double>(world.sectors.size()))};
    }
    people.since[person] =
        static_cast<std::int16_t>(-static_cast<int>(std::max(0.0, months)));
}

} // namespace

std::vector<FirstJob>
jobs_to_fill(World const& world, PeopleParams const& params, std::size_t labour_force) {
    std::vector<FirstJob> jobs;
    std::vector<SkillMix const*> mixes;
    auto const add = [&](std::uint64_t cause, Employer employer, auto const& mix) {
        jobs.push_back({cause, employer, 0});
        mixes.push_back(&mix);
    };
    auto const& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (!firms.alive(firm)) continue;
        for (int ordinal = 0; ordinal < firms.workers[firm]; ++ordinal)
            add(combine(firms.id[firm], static_cast<std::uint64_t>(ordinal)),
                static_cast<Employer>(row),
                world.sectors[firms.sector[firm].row()].skill_mix);
    }
    double residents = 0.0;
    for (std::size_t row = 0; row < world.communities.n_district; ++row)
        residents += world.communities.rows[row].opening_people * world.scale;
    auto const in_public = static_cast<std::size_t>(params.public_jobs * residents);
    for (std::size_t ordinal = 0; ordinal < in_public; ++ordinal)
        add(combine(public_units, ordinal), public_units, public_skills);
    auto const employed = static_cast<std::size_t>(
        (1.0 - params.unemployment) * static_cast<double>(labour_force));
    for (std::size_t ordinal = 0; jobs.size() < employed; ++ordinal)
        add(combine(outside_employers, ordinal), outside_employers, outside_skills);
    for_each_block(jobs.size(), [&](std::size_t, std::size_t first, std::size_t last) {
        for (auto at = first; at < last; ++at) {
            auto& job = jobs[at];
            auto const u = world.luck(job.hash, Month{0}, Purpose::opening_person);
            job.skill = draw_skill(*mixes[at], u);
        }
    });
    std::sort(jobs.begin(), jobs.end(), [](FirstJob const& a, FirstJob const& b) {
        return a.hash < b.hash;
    });
    return jobs;
}

void fill_jobs(
    World& world, PeopleParams const& params, std::vector<FirstJob> const& jobs) {
    auto const job_of = share_out(world, params, jobs);
    for_each_row<PersonId>(world.people.rows(), [&](PersonId person) {
        auto const job = job_of[person.row()];
        if (job != no_job) start_job(world, params, jobs[job], person);
    });
}

} // namespace canopy
