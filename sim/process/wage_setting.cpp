#include "sim/process/wage_setting.hpp"

#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"

namespace canopy {

namespace {

struct Heads {
    std::array<std::int64_t, n_skills> labour_force{};
    std::array<std::int64_t, n_skills> unemployed{};

    Heads& operator+=(Heads const& other) {
        for (std::size_t skill = 0; skill < n_skills; ++skill) {
            labour_force[skill] += other.labour_force[skill];
            unemployed[skill] += other.unemployed[skill];
        }
        return *this;
    }
};

} // namespace

void count_labour(People const& people, LabourMarket& labour) {
    auto const heads =
        sum_rows<PersonId>(people.rows(), Heads{}, [&](Heads& sum, PersonId person) {
            if (!people.in_labour_force(person)) return;
            ++sum.labour_force[people.skill[person]];
            sum.unemployed[people.skill[person]] +=
                people.activity[person] != Activity::employed ? 1 : 0;
        });
    for (std::size_t skill = 0; skill < n_skills; ++skill) {
        labour.labour_force[skill] = static_cast<double>(heads.labour_force[skill]);
        labour.unemployed[skill] = static_cast<double>(heads.unemployed[skill]);
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
