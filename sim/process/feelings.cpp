#include "sim/process/feelings.hpp"

#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr double green_emissions = 0.4;  ///< of a firm on green power, judgement
constexpr double saving_emissions = 0.9; ///< after energy saving, judgement

/// Energy used, less what is green, in yuan of December 2022.
double emissions_of(World const& now, FirmId firm) {
    auto const& firms = now.firms;
    auto const& recipe = now.technology.recipe(firms.kind[firm], firms.sector[firm]);
    auto energy = recipe.pooled_cost[index_of(CostTerm::energy)] * firms.output[firm];
    if (firms.done(firm, Action::green_power)) energy *= green_emissions;
    if (firms.done(firm, Action::energy_saving)) energy *= saving_emissions;
    return energy;
}

/// Mean time at the counterparts of a place.
double mean_waiting(World const& now, std::size_t place) {
    double mean = 0.0;
    for (auto const time : now.communities.waiting[place])
        mean += time / static_cast<double>(n_counterparts);
    return mean;
}

/// Share of this month's orders that a firm served.
double kept(Firms const& firms, FirmId firm) {
    auto const ordered = firms.orders[firm] * static_cast<double>(firms.price[firm]);
    return ordered > 0.0 ? std::min(1.0, yuan(firms.revenue[firm]) / ordered) : 0.0;
}

} // namespace

double Feelings::safety_net(World const& now) const {
    double out_of_work = 0.0;
    double labour_force = 0.0;
    double residents = 0.0;
    for (std::size_t row = 0; row < now.communities.n_district; ++row) {
        auto const& community = now.communities.rows[row];
        out_of_work += community.labour_force - community.employed;
        labour_force += community.labour_force;
        residents += community.population();
    }
    std::array const base{out_of_work, residents, residents};
    std::array<double, n_assistance> added{};
    for (std::size_t tier = 0; tier < n_assistance; ++tier) {
        auto const need =
            params_.tier_need[tier] * params_.tier_heads[tier] * base[tier];
        added[tier] = now.policy.assistance[tier] / std::max(1.0, need);
    }
    auto const posts =
        now.policy.union_posts * params_.workers_a_post / std::max(1.0, labour_force);
    return params_.safety_net(added, posts);
}

/// Who has just begun is used to nothing else.
void Feelings::feel(World const& now, FirmId firm, Decision& into, Sums& sums) const {
    constexpr int first_year = 12;
    auto const& firms = now.firms;
    auto const place = firms.place[firm];
    auto const margin = static_cast<double>(firms.margin_12m[firm]);
    auto const orders = firms.expected_demand[firm];
    auto const new_here = now.month.index() - firms.birth[firm] < first_year;
    auto const usual_margin =
        new_here ? margin : static_cast<double>(firms.usual_margin[firm]);
    auto const usual_orders =
        new_here ? orders : static_cast<double>(firms.usual_orders[firm]);
    auto const gain = params_.firm_gain(margin, usual_margin, orders, usual_orders);
    auto const happiness = into.firm_happiness[place.row()];
    auto const security = params_.firm_security(
        firms.missed_payments[firm], kept(firms, firm), into.safety_net);
    auto const satisfaction = params_.satisfaction(gain, happiness, security);
    into.usual_margin[firm] = static_cast<float>(params_.usual(usual_margin, margin));
    into.usual_orders[firm] = static_cast<float>(params_.usual(usual_orders, orders));
    into.satisfaction[firm] = static_cast<float>(satisfaction);
    sums.gain += gain;
    sums.happiness += happiness;
    sums.security += security;
    sums.satisfaction += satisfaction;
    sums.emissions += emissions_of(now, firm);
    sums.wastewater +=
        firms.output[firm] * now.sectors[firms.sector[firm].row()].wastewater;
    sums.firms += 1.0;
}

void Feelings::decide(World const& now, Decision& into) const {
    auto const rows = now.firms.rows();
    into.usual_margin.resize(rows);
    into.usual_orders.resize(rows);
    into.satisfaction.resize(rows);
    for (std::size_t place = 0; place < now.places.size(); ++place)
        into.firm_happiness[place] = params_.firm_happiness(
            mean_waiting(now, place), now.places[PlaceId{place}].livability);
    into.safety_net = safety_net(now);
    into.sums = sum_rows<FirmId>(rows, Sums{}, [&](Sums& sum, FirmId firm) {
        into.usual_margin[firm] = now.firms.usual_margin[firm];
        into.usual_orders[firm] = now.firms.usual_orders[firm];
        into.satisfaction[firm] = now.firms.satisfaction[firm];
        if (now.firms.alive(firm)) feel(now, firm, into, sum);
    });
}

void Feelings::apply(Decision& decision, World& world) const {
    world.firms.usual_margin.swap(decision.usual_margin);
    world.firms.usual_orders.swap(decision.usual_orders);
    world.firms.satisfaction.swap(decision.satisfaction);
    auto const& sums = decision.sums;
    auto const firms = std::max(1.0, sums.firms);
    world.counts.firm_gain = sums.gain / firms;
    world.counts.firm_happiness = sums.happiness / firms;
    world.counts.firm_security = sums.security / firms;
    world.counts.firm_satisfaction = sums.satisfaction / firms;
    auto& communities = world.communities;
    communities.emissions = sums.emissions;
    communities.wastewater = sums.wastewater;
    for (auto& community : communities.rows) {
        auto const now = log(community.livability);
        community.gain = now - community.usual_livability;
        community.usual_livability = params_.usual(community.usual_livability, now);
        community.happiness = community.livability;
        auto const job = community.labour_force > 0.0
                             ? community.employed / community.labour_force
                                   / communities.opening_employment
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
        FirmId const firm{row};
        firms.usual_margin[firm] = firms.margin_12m[firm];
        firms.usual_orders[firm] = static_cast<float>(firms.expected_demand[firm]);
        firms.satisfaction[firm] = 0.5F;
    }
    auto& communities = world.communities;
    double employed = 0.0;
    double labour_force = 0.0;
    for (std::size_t row = 0; row < communities.n_district; ++row) {
        employed += communities.rows[row].employed;
        labour_force += communities.rows[row].labour_force;
    }
    if (employed > 0.0) communities.opening_employment = employed / labour_force;
    Decision first;
    decide(world, first);
    communities.opening_emissions = first.sums.emissions;
    communities.emissions = first.sums.emissions;
    communities.opening_wastewater = first.sums.wastewater;
    communities.wastewater = first.sums.wastewater;
}

} // namespace canopy
