#include "sim/model/first_people.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/model/first_staff.hpp"
#include "sim/process/arrivals.hpp"
#include "sim/process/payroll.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace canopy {

namespace {

constexpr std::uint64_t opening_cause = 0xbeef;

/// Shares of the people of a community by age, and of each age in the labour force:
/// an age pyramid of judgement (11.1 % under 10, 10.2 % over 65; prototype).
struct AgeGroup {
    int from; ///< [years]
    int until;
    double share;
    double participation;
};

constexpr std::array<AgeGroup, 9> pyramid{{
    {0, 10, 0.111, 0.0},
    {10, 19, 0.105, 0.0},
    {19, 25, 0.075, 0.72},
    {25, 35, 0.180, 0.92},
    {35, 50, 0.257, 0.92},
    {50, 55, 0.075, 0.80},
    {55, 60, 0.060, 0.62},
    {60, 65, 0.035, 0.0},
    {65, 90, 0.102, 0.0},
}};

/// Ages of a person of the district and of a side, by two even draws.
void draw_age(World& world, PersonId person, bool district, double u, double within) {
    auto& people = world.people;
    auto left = district ? u : 0.216 + 0.647 * u; // the sides: 19 to 60 only
    auto group = pyramid.front();
    for (auto const& candidate : pyramid) {
        group = candidate;
        left -= candidate.share;
        if (left < 0.0) break;
    }
    auto const years = group.from + (group.until - group.from) * within;
    people.birth[person] =
        static_cast<std::int16_t>(-static_cast<int>(12.0 * years) - 1);
    auto const luck =
        world.luck.block(people.id[person], Month{0}, Purpose::opening_person, 1);
    people.activity[person] = group.until <= 19  ? Activity::child
                              : group.from >= 60 ? Activity::retired
                              : !district || uniform(luck[0]) < group.participation
                                  ? Activity::unemployed
                                  : Activity::inactive;
}

/// Rows for `count` more people, who work for nobody yet.
PersonId add_rows(People& people, std::size_t count) {
    PersonId const first{people.rows()};
    auto const rows = first.row() + count;
    People::columns(people, [&](char const*, auto& column) { column.resize(rows); });
    auto const employers = people.employer.values().subspan(first.row());
    std::fill(employers.begin(), employers.end(), nobody);
    return first;
}

/// `count` people come to a community; `cause` and their numbers tell them apart.
void settle(
    World& world,
    CommunityId home,
    std::uint64_t cause,
    std::size_t first_number,
    std::size_t count) {
    auto& people = world.people;
    auto const district = world.communities[home].in_district;
    auto const first = add_rows(people, count);
    for_each_row<PersonId>(count, [&](PersonId place) {
        PersonId const person{first.row() + place.row()};
        people.id[person] = combine(cause, first_number + place.row()) | 1U;
        people.community[person] = home;
        auto const luck =
            world.luck.block(people.id[person], Month{0}, Purpose::opening_person);
        draw_age(world, person, district, uniform(luck[0]), uniform(luck[1]));
    });
}

void people_communities(World& world) {
    for (std::size_t row = 0; row < world.communities.size(); ++row) {
        auto const& community = world.communities.rows[row];
        auto const count = static_cast<std::size_t>(
            std::floor(community.opening_people * world.scale + 0.5));
        auto const cause = combine(opening_cause, hash_text(community.name));
        settle(world, CommunityId{row}, cause, 0, count);
    }
}

std::size_t labour_force_of(People const& people) {
    auto const activity = people.activity.values();
    return static_cast<std::size_t>(
        std::count(activity.begin(), activity.end(), Activity::unemployed));
}

/// People of the last side make up what the labour force lacks to fill the jobs.
void complete_labour_force(World& world, PeopleParams const& params, std::size_t jobs) {
    CommunityId const side{world.communities.size() - 1};
    auto& community = world.communities[side];
    auto const cause = combine(opening_cause, hash_text(community.name) + 1);
    auto const there = labour_force_of(world.people);
    auto const wanted = static_cast<std::size_t>(
        static_cast<double>(jobs) / (1.0 - params.unemployment));
    if (there >= wanted) return;
    settle(world, side, cause, there, wanted - there);
    for (auto number = there; number < wanted; ++number)
        community.opening_people += 1.0 / world.scale;
}

/// Those who found no job: what they can do, and for how long they have been out.
void describe_unemployed(World& world, std::vector<FirstJob> const& jobs) {
    constexpr double mean_months = 3.0;
    auto& people = world.people;
    for_each_row<PersonId>(people.rows(), [&](PersonId person) {
        auto const u =
            world.luck.block(people.id[person], Month{0}, Purpose::opening_person, 2);
        if (people.activity[person] == Activity::unemployed
            || people.activity[person] == Activity::inactive) {
            auto const& like = jobs[static_cast<std::size_t>(
                uniform(u[0]) * static_cast<double>(jobs.size()))];
            people.skill[person] = like.skill;
            people.sector[person] =
                is_firm(like.employer)
                    ? world.firms.sector[FirmId{like.employer}]
                    : SectorId{static_cast<std::size_t>(
                        uniform(u[1]) * static_cast<double>(world.sectors.size()))};
            people.since[person] = static_cast<std::int16_t>(
                -static_cast<int>(-mean_months * log(uniform(u[2]))));
        }
        auto const years = people.age_in_months(person, Month{0}) / 12;
        if (years >= 25 && years < 50)
            people.dependants[person] = uniform(u[3]) < 0.6 ? 1 : 0;
    });
}

void appoint_owners(World& world) {
    for (std::size_t row = 0; row < world.firms.rows(); ++row) {
        FirmId const firm{row};
        if (world.firms.kind[firm] != FirmKind::individual) continue;
        if (auto const staff = world.staff.of(firm); !staff.empty())
            world.people.set(staff.front(), Mark::owner);
    }
}

void open_household_money(World& world) {
    double all = 0.0;
    for (auto const& community : world.communities.rows)
        all += community.population();
    auto const total = world.balances.of(Account::households);
    double done = 0.0;
    Fen given = 0;
    for (auto& community : world.communities.rows) {
        done += community.population();
        auto const until =
            &community == &world.communities.rows.back()
                ? total
                : static_cast<Fen>(static_cast<double>(total) * (done / all));
        community.money = until - given;
        given = until;
    }
}

} // namespace

void open_people(World& world, PeopleParams const& params) {
    world.people = {};
    world.job_offers.clear();
    people_communities(world);
    auto const jobs = jobs_to_fill(world, params, labour_force_of(world.people));
    complete_labour_force(world, params, jobs.size());
    fill_jobs(world, params, jobs);
    describe_unemployed(world, jobs);
    count_people(world);
    appoint_owners(world);
    Payroll const payroll;
    Payroll::Decision pay;
    payroll.decide(world, pay);
    world.people.wage.swap(pay.wage);
    world.labour.mean_wage = pay.mean_wage;
    world.labour.sector_wage = pay.sector_wage;
    open_household_money(world);
}

} // namespace canopy
