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
    std::array<std::array<std::int32_t, n_activities>, max_communities> doing{};

    Heads& operator+=(Heads const& other) {
        for (std::size_t row = 0; row < max_communities; ++row) {
            for (std::size_t band = 0; band < n_age_bands; ++band)
                people[row][band] += other.people[row][band];
            for (std::size_t activity = 0; activity < n_activities; ++activity)
                doing[row][activity] += other.doing[row][activity];
        }
        return *this;
    }
};

constexpr auto bands = [] {
    std::array<AgeBand, age_band_from.back()> of_years{};
    for (std::size_t years = 0; years < of_years.size(); ++years)
        of_years[years] = age_band(static_cast<int>(years) * 12);
    return of_years;
}();

} // namespace

void count_people(World& world) {
    auto const& people = world.people;
    auto const heads =
        sum_rows<PersonId>(people.rows(), Heads{}, [&](Heads& sum, PersonId person) {
            if (!people.alive(person)) return;
            auto const home = people.community[person].row();
            auto const years = static_cast<std::size_t>(
                std::max(0, people.age_in_months(person, world.month)) / 12);
            auto const band = bands[std::min(years, bands.size() - 1)];
            ++sum.people[home][index_of(band)];
            ++sum.doing[home][index_of(people.activity[person])];
        });
    for (std::size_t row = 0; row < world.communities.size(); ++row) {
        auto& community = world.communities.rows[row];
        for (std::size_t band = 0; band < n_age_bands; ++band)
            community.people[band] = heads.people[row][band];
        auto const doing = [&](Activity activity) {
            return heads.doing[row][index_of(activity)];
        };
        community.employed = doing(Activity::employed);
        community.labour_force = doing(Activity::employed)
                                 + doing(Activity::unemployed)
                                 + doing(Activity::training);
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
