#include "sim/process/public_services.hpp"

#include "sim/base/vector_math.hpp"
#include "sim/rules/service_level.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr auto clinic = index_of(Service::clinic);
constexpr auto housing = index_of(Service::housing);
constexpr auto environment = index_of(Service::environment);
constexpr double everything = 1e12;

/// Visits the rows of the district's communities at a place.
template<class Visit>
void at_place(Communities const& communities, std::size_t place, Visit const& visit) {
    for (std::size_t row = 0; row < communities.n_district; ++row)
        if (communities.rows[row].place.row() == place) visit(row);
}

/// Gives a place's communities up to `amount` in proportion to `weight(row)`, none more
/// than `most` of its weight; says what is left.
template<class Weight, class Give>
double split(
    Communities const& communities,
    std::size_t place,
    double amount,
    double most,
    Weight const& weight,
    Give const& give) {
    std::array<double, max_communities> weights{};
    double all = 0.0;
    at_place(communities, place, [&](std::size_t row) {
        weights[row] = weight(row);
        all += weights[row];
    });
    if (all <= 0.0 || amount <= 0.0) return amount;
    auto const given = std::min(amount, most * all);
    at_place(communities, place, [&](std::size_t row) {
        give(row, given * weights[row] / all);
    });
    return amount - given;
}

/// What policy and the projects that open this month build at a place [flats].
double flats_built(World const& now, PlaceId place) {
    auto flats = now.policy.flats_built[place.row()];
    for (auto const& project : now.projects)
        if (project.place == place) flats += project.delivers(now.month) * now.scale;
    return flats;
}

/// What a community lacks to reach `share` of the district's opening mean.
double lacks(
    Communities const& communities,
    PublicServices::Decision const& now,
    std::size_t row,
    std::size_t service,
    double share) {
    return std::max(
        0.0,
        share * communities.opening_ratio[service] * now.need[row][service]
            - now.open[row][service]);
}

} // namespace

void PublicServices::open(World& world) const {
    auto& communities = world.communities;
    ByService capacity{};
    ByService all{};
    for (std::size_t row = 0; row < communities.n_district; ++row) {
        auto& community = communities.rows[row];
        auto const need = params_.need(community);
        for (std::size_t service = 0; service < n_services; ++service) {
            community.capacity[service] = community.coverage[service] * need[service];
            capacity[service] += community.capacity[service];
            all[service] += need[service];
        }
    }
    for (std::size_t service = 0; service < n_services; ++service)
        communities.opening_ratio[service] =
            all[service] > 0.0 ? capacity[service] / all[service] : 1.0;
    communities.good_air = params_.good_air;
    communities.good_water = params_.good_water;
    Decision first;
    decide(world, first);
    apply(first, world);
    for (auto& community : communities.rows)
        community.usual_livability = log(community.livability);
}

/// Needs, and what is open before policy adds to it.
void PublicServices::take_stock(World const& now, Decision& into) const {
    auto const years = now.month.index() / 12.0;
    for (std::size_t service = 0; service < n_services; ++service)
        into.grown[service] = pow(1.0 + params_.growth[service], years);
    for (std::size_t row = 0; row < now.communities.n_district; ++row) {
        auto const& community = now.communities.rows[row];
        into.need[row] = params_.need(community);
        into.built[row].fill(0.0);
        for (std::size_t service = 0; service < n_services; ++service)
            into.open[row][service] = community.capacity[service] * into.grown[service];
    }
}

/// Flats and mains stay: they go to where homes and surroundings are poorest.
void PublicServices::build(World const& now, Decision& into) const {
    constexpr double well_above = 1.3; ///< nobody lacks more
    auto const& communities = now.communities;
    for (std::size_t place = 0; place < now.n_zone_places(); ++place) {
        split(
            communities,
            place,
            flats_built(now, PlaceId{place}),
            everything,
            [&](std::size_t row) {
                return lacks(communities, into, row, housing, well_above);
            },
            [&](std::size_t row, double flats) {
                into.built[row][housing] = flats / into.grown[housing];
            });
        split(
            communities,
            place,
            now.policy.mains_laid[place],
            1.0,
            [&](std::size_t row) {
                auto const poor =
                    lacks(communities, into, row, environment, well_above) > 0.0;
                return poor ? communities.rows[row].population() : 0.0;
            },
            [&](std::size_t row, double people) {
                into.built[row][environment] =
                    params_.mains_gain * people
                    / std::max(1.0, communities.rows[row].population());
            });
    }
}

/// What policy opens at each place goes to its communities: up to the floor first, then
/// up to the opening mean, the rest by need.
void PublicServices::share_out(
    World const& now, std::size_t service, Decision& into) const {
    auto const& communities = now.communities;
    auto const give = [&](std::size_t row, double part) {
        into.open[row][service] += part;
    };
    for (std::size_t place = 0; place < now.n_zone_places(); ++place) {
        auto left = now.policy.service_capacity[place][service];
        for (auto const share : {params_.floor[service], 1.0}) {
            auto const missing = [&](std::size_t row) {
                return lacks(communities, into, row, service, share);
            };
            left = split(communities, place, left, 1.0, missing, give);
        }
        auto const need = [&](std::size_t row) { return into.need[row][service]; };
        split(communities, place, left, everything, need, give);
    }
}

/// A medical consortium shares part of the clinics' capacity by need.
void PublicServices::pool_beds(World const& now, Decision& into) const {
    double open = 0.0;
    double need = 0.0;
    auto const n_district = now.communities.n_district;
    for (std::size_t row = 0; row < n_district; ++row) {
        open += into.open[row][clinic];
        need += into.need[row][clinic];
    }
    if (need <= 0.0) return;
    for (std::size_t row = 0; row < n_district; ++row) {
        auto& own = into.open[row][clinic];
        own += now.policy.pooled_beds * (open * into.need[row][clinic] / need - own);
    }
}

void PublicServices::set_levels(World const& now, Decision& into) const {
    auto const& communities = now.communities;
    std::array<double, max_places> people{};
    std::array<double, max_places> sum{};
    for (std::size_t row = 0; row < communities.n_district; ++row) {
        auto const& community = communities.rows[row];
        double log_livability = 0.0;
        for (std::size_t service = 0; service < n_services; ++service) {
            auto const need = into.need[row][service];
            into.level[row][service] = rules::service_level(
                need > 0.0 ? into.open[row][service] / need
                                 / communities.opening_ratio[service]
                           : 1.0);
            log_livability += params_.weight[service] * log(into.level[row][service]);
        }
        into.livability[row] = exp(log_livability);
        auto const place = community.place.row();
        people[place] += community.population();
        sum[place] += community.population() * into.livability[row];
    }
    for (std::size_t place = 0; place < max_places; ++place)
        into.of_place[place] = people[place] > 0.0 ? sum[place] / people[place] : 1.0;
}

void PublicServices::decide(World const& now, Decision& into) const {
    take_stock(now, into);
    build(now, into);
    for (std::size_t service = 0; service < n_services; ++service)
        if (service != environment) share_out(now, service, into);
    pool_beds(now, into);
    into.quality = environment_quality(now, params_);
    for (std::size_t row = 0; row < now.communities.n_district; ++row)
        into.open[row][environment] *= into.quality.level;
    set_levels(now, into);
}

void PublicServices::apply(Decision const& decision, World& world) const {
    auto& communities = world.communities;
    for (std::size_t row = 0; row < communities.n_district; ++row) {
        auto& community = communities.rows[row];
        for (std::size_t service = 0; service < n_services; ++service)
            community.capacity[service] += decision.built[row][service];
        community.open = decision.open[row];
        community.need = decision.need[row];
        community.level = decision.level[row];
        community.livability = decision.livability[row];
    }
    communities.good_air = decision.quality.good_air;
    communities.good_water = decision.quality.good_water;
    for (std::size_t place = 0; place < world.places.size(); ++place)
        world.places.rows[place].livability = decision.of_place[place];
}

} // namespace canopy
