#include "sim/process/arrivals.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/newcomers.hpp"
#include "sim/process/wage_setting.hpp"

#include <algorithm>

namespace canopy {

namespace {

struct Heads {
    std::array<std::array<std::int32_t, n_age_bands>, max_communities> people{};
    std::array<std::int32_t, max_communities> labour_force{};
    std::array<std::int32_t, max_communities> employed{};

    Heads& operator+=(Heads const& other) {
        for (std::size_t row = 0; row < max_communities; ++row) {
            for (std::size_t band = 0; band < n_age_bands; ++band)
                people[row][band] += other.people[row][band];
            labour_force[row] += other.labour_force[row];
            employed[row] += other.employed[row];
        }
        return *this;
    }
};

} // namespace

void count_people(World& world) {
    auto const& people = world.people;
    auto const heads =
        sum_rows<PersonId>(people.rows(), Heads{}, [&](Heads& sum, PersonId person) {
            if (!people.alive(person)) return;
            auto const home = people.community[person].row();
            auto const band = age_band(
                std::max(0, people.age_in_months(person, world.month)));
            ++sum.people[home][index_of(band)];
            sum.labour_force[home] += people.in_labour_force(person) ? 1 : 0;
            sum.employed[home] +=
                people.activity[person] == Activity::employed ? 1 : 0;
        });
    for (std::size_t row = 0; row < world.communities.size(); ++row) {
        auto& community = world.communities.rows[row];
        for (std::size_t band = 0; band < n_age_bands; ++band)
            community.people[band] = heads.people[row][band];
        community.labour_force = heads.labour_force[row];
        community.employed = heads.employed[row];
    }
    count_labour(people, world.labour);
    world.staff.rebuild(people, world.firms.rows());
}

void Arrivals::decide(World const& now, Decision& into) const {
    into.arrivals = {};
    auto const gap = params_.normal_unemployment - now.labour.unemployment();
    for (std::size_t row = 0; row < now.communities.size(); ++row) {
        auto const& community = now.communities.rows[row];
        double mean = 0.0;
        if (community.in_district) {
            mean = params_.rate * community.population()
                   * exp(params_.by_livability * (community.livability - 1.0)
                         + params_.by_unemployment * gap);
        } else {
            auto const meant =
                community.opening_people * now.scale
                * pow(1.0 + params_.growth_of_sides, now.month.index() / 12.0);
            mean = std::max(0.0, meant - community.labour_force);
        }
        into.arrivals[row] = poisson(
            mean,
            now.luck(hash_text(community.name), now.month, Purpose::arrival));
    }
}

void Arrivals::apply(Decision const& decision, World& world) const {
    for (std::size_t row = 0; row < world.communities.size(); ++row) {
        auto const cell = combine(
            hash_text(world.communities.rows[row].name),
            static_cast<std::uint64_t>(world.month.index()));
        for (int ordinal = 0; ordinal < decision.arrivals[row]; ++ordinal)
            arrive_in(
                world,
                combine(cell, static_cast<std::uint64_t>(ordinal)),
                CommunityId{row});
    }
    count_people(world);
}

} // namespace canopy
