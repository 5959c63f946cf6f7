#include "sim/process/newcomers.hpp"

#include "sim/base/hash.hpp"
#include "sim/process/employment.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr double children = 0.15;     ///< of arrivals
constexpr double elders = 0.05;       ///< of arrivals
constexpr double young = 0.62;        ///< of adult arrivals aged 19–34
constexpr double participation = 0.9; ///< of adult arrivals
constexpr std::array<double, n_skills> skills{0.3, 0.4, 0.3}; ///< of those new to work

PersonId add_person(World& world, std::uint64_t cause, CommunityId community) {
    auto& people = world.people;
    auto const person = people.add();
    people.id[person] = cause | 1U;
    people.community[person] = community;
    people.since[person] = static_cast<std::int16_t>(world.month.index());
    return person;
}

void set_age(World& world, PersonId person, double years) {
    world.people.birth[person] =
        static_cast<std::int16_t>(world.month.index() - static_cast<int>(12.0 * years));
}

} // namespace

void draw_abilities(World& world, PersonId person, std::uint32_t draw) {
    auto& people = world.people;
    auto const bits =
        world.luck.block(people.id[person], world.month, Purpose::arrival, draw);
    auto const u = uniform(bits[0]);
    people.skill[person] = u < skills[0] ? 0 : u < skills[0] + skills[1] ? 1 : 2;
    people.sector[person] = SectorId{static_cast<std::size_t>(
        uniform(bits[1]) * static_cast<double>(world.sectors.size()))};
    people.wage[person] = static_cast<float>(
        skill_wage[people.skill[person]]
        * world.labour.sector_wage[people.sector[person].row()]);
}

PersonId arrive_in(World& world, std::uint64_t cause, CommunityId community) {
    auto& people = world.people;
    auto const person = add_person(world, cause, community);
    auto const draws = world.luck.block(people.id[person], world.month, Purpose::arrival);
    auto const u = uniform(draws[0]);
    auto const within = uniform(draws[1]);
    auto const sides = !world.communities[community].in_district;
    if (!sides && u < children) {
        set_age(world, person, 18.0 * within);
        people.activity[person] = Activity::child;
    } else if (!sides && u < children + elders) {
        set_age(world, person, 62.0 + 15.0 * within);
        people.activity[person] = Activity::retired;
    } else {
        set_age(
            world,
            person,
            uniform(draws[2]) < young ? 19.0 + 16.0 * within : 35.0 + 18.0 * within);
        people.activity[person] = sides || uniform(draws[3]) < participation
                                      ? Activity::unemployed
                                      : Activity::inactive;
        draw_abilities(world, person, 1);
    }
    ++world.counts.arrivals;
    return person;
}

PersonId settle_in(World& world, std::uint64_t cause, PlaceId place) {
    auto const key = combine(cause, 0x5e77);
    auto const& rows = world.communities.rows;
    std::vector<std::size_t> near;
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows[row].place == place) near.push_back(row);
    auto const at = near.empty() ? rows.size() - 1 : near[key % near.size()];
    auto const person = add_person(world, key, CommunityId{at});
    set_age(world, person, 35.0);
    world.people.activity[person] = Activity::inactive;
    draw_abilities(world, person, 1);
    ++world.counts.arrivals;
    return person;
}

PersonId be_born(World& world, PersonId parent) {
    auto const cause = combine(
        world.people.id[parent], static_cast<std::uint64_t>(world.month.index()) << 8U);
    auto const child = add_person(world, cause, world.people.community[parent]);
    world.people.birth[child] = static_cast<std::int16_t>(world.month.index());
    world.people.activity[child] = Activity::child;
    auto& dependants = world.people.dependants[parent];
    dependants = static_cast<std::uint8_t>(std::min(dependants + 1, 9));
    ++world.counts.births;
    return child;
}

} // namespace canopy
