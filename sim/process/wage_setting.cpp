#include "sim/process/wage_setting.hpp"

#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"

namespace canopy {

namespace {

struct Heads {
    std::array<std::array<std::int64_t, n_skills>, n_activities> doing{};

    Heads& operator+=(Heads const& other) {
        for (std::size_t activity = 0; activity < n_activities; ++activity)
            for (std::size_t skill = 0; skill < n_skills; ++skill)
                doing[activity][skill] += other.doing[activity][skill];
        return *this;
    }
};

} // namespace

void count_labour(People const& people, LabourMarket& labour) {
    auto const heads =
        sum_rows<PersonId>(people.rows(), Heads{}, [&](Heads& sum, PersonId person) {
            ++sum.doing[index_of(people.activity[person])][people.skill[person]];
        });
    for (std::size_t skill = 0; skill < n_skills; ++skill) {
        auto const doing = [&](Activity activity) {
            return static_cast<double>(heads.doing[index_of(activity)][skill]);
        };
        labour.unemployed[skill] =
            doing(Activity::unemployed) + doing(Activity::training);
        labour.labour_force[skill] =
            doing(Activity::employed) + labour.unemployed[skill];
    }
}

void WageSetting::decide(World const& now, Decision& into) const {
    into.market = now.labour;
    count_labour(now.people, into.market);
    for (std::size_t skill = 0; skill < n_skills; ++skill) {
        auto& wage = into.market.wage_index[skill];
        auto const gap =
            params_.normal_unemployment - into.market.unemployment(skill);
        wage *= exp(
            params_.response * gap / params_.normal_unemployment
            - params_.outside_pull * log(wage));
    }
}

void WageSetting::apply(Decision const& decision, World& world) const {
    world.labour = decision.market;
}

} // namespace canopy
