#include "sim/process/feelings.hpp"

#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/rules/service_level.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr double green_emissions = 0.4; ///< of a firm on green power, judgement
constexpr double saving_emissions = 0.9;

/// Energy used, less what is green, in yuan of December 2022.
double emissions_of(World const& now, FirmId firm) {
    auto const& firms = now.firms;
    auto const& recipe = now.technology.recipe(firms.kind[firm], firms.sector[firm]);
    auto energy = recipe.pooled_cost[index_of(CostTerm::energy)] * firms.output[firm];
    if (firms.done(firm, Action::green_power)) energy *= green_emissions;
    if (firms.done(firm, Action::energy_saving)) energy *= saving_emissions;
    return energy;
}

/// What keeps people who fall: assistance for those in need, posts of the unions;
/// 1 where neither is added. Source: judgement.
double safety_net(World const& now) {
    double out_of_work = 0.0;
    double labour_force = 0.0;
    for (std::size_t row = 0; row < now.communities.n_district; ++row) {
        auto const& community = now.communities.rows[row];
        out_of_work += community.labour_force - community.employed;
        labour_force += community.labour_force;
    }
    constexpr double need_of_one = 800.0;      ///< [yuan/month]
    constexpr double workers_a_post = 2000.0;
    auto const assistance =
        now.policy.assistance / (need_of_one * std::max(1.0, out_of_work));
    auto const posts = now.policy.union_posts * workers_a_post / std::max(1.0, labour_force);
    return rules::service_level(1.0 + 0.5 * assistance + 0.1 * posts);
}

} // namespace

void Feelings::feel(World const& now, FirmId firm, Decision& into, Sums& sums) const {
    auto const& firms = now.firms;
    auto const margin = static_cast<double>(firms.margin_12m[firm]);
    auto const usual = static_cast<double>(firms.usual_margin[firm]);
    auto const gain = margin - usual;
    double waiting = 0.0;
    for (auto const time : now.communities.waiting)
        waiting += time / static_cast<double>(n_counterparts);
    auto const happiness = 1.0 / std::max(0.1, waiting);
    // Credit that holds and partners who keep their word.
    auto const security = 1.0 - (firms.missed_payments[firm] > 0 ? 0.5 : 0.0)
                          - (firms.revenue[firm] <= 0 ? 0.2 : 0.0);
    into.usual_margin[firm] = static_cast<float>(usual + gain / params_.used_to);
    into.satisfaction[firm] =
        static_cast<float>(params_.satisfaction(gain, happiness, security));
    sums.gain += gain;
    sums.happiness += happiness;
    sums.security += security;
    sums.emissions += emissions_of(now, firm);
    sums.firms += 1.0;
}

void Feelings::decide(World const& now, Decision& into) const {
    auto const rows = now.firms.rows();
    into.usual_margin.resize(rows);
    into.satisfaction.resize(rows);
    into.sums = sum_rows<FirmId>(rows, Sums{}, [&](Sums& sum, FirmId firm) {
        into.usual_margin[firm] = now.firms.usual_margin[firm];
        into.satisfaction[firm] = now.firms.satisfaction[firm];
        if (now.firms.alive(firm)) feel(now, firm, into, sum);
    });
    into.safety_net = safety_net(now);
}

void Feelings::apply(Decision& decision, World& world) const {
    world.firms.usual_margin.swap(decision.usual_margin);
    world.firms.satisfaction.swap(decision.satisfaction);
    auto const& sums = decision.sums;
    auto const firms = std::max(1.0, sums.firms);
    world.counts.firm_gain = sums.gain / firms;
    world.counts.firm_happiness = sums.happiness / firms;
    world.counts.firm_security = sums.security / firms;
    world.communities.emissions = sums.emissions;
    for (auto& community : world.communities.rows) {
        auto const now = log(community.livability);
        community.gain = now - community.usual_livability;
        community.usual_livability += community.gain / params_.used_to;
        community.happiness = community.livability;
        constexpr double usual_employment = 0.948;
        auto const job = community.labour_force > 0.0
                             ? community.employed / community.labour_force
                                   / usual_employment
                             : 1.0;
        auto const governance = community.in_district
                                    ? community.level[index_of(Service::governance)]
                                    : 1.0;
        community.security = params_.security(job, decision.safety_net, governance);
    }
}

void Feelings::open(World& world) const {
    auto& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        firms.usual_margin[FirmId{row}] = firms.margin_12m[FirmId{row}];
        firms.satisfaction[FirmId{row}] = 0.5F;
    }
    Decision first;
    decide(world, first);
    world.communities.opening_emissions = first.sums.emissions;
    world.communities.emissions = first.sums.emissions;
}

} // namespace canopy
