#include "sim/process/public_services.hpp"

#include "sim/base/vector_math.hpp"
#include "sim/rules/service_level.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr auto elder_care = index_of(Service::elder_care);
constexpr auto clinic = index_of(Service::clinic);
constexpr auto housing = index_of(Service::housing);
constexpr auto environment = index_of(Service::environment);

double of_age(Community const& community, AgeBand band) {
    return community.people[index_of(band)];
}

/// People weighted by how often they see a doctor. Source: judgement.
double patients(Community const& community) {
    constexpr double child = 1.5;
    constexpr double elder = 3.0;
    return community.population()
           + (child - 1.0)
                 * (of_age(community, AgeBand::infant)
                    + of_age(community, AgeBand::preschool))
           + (elder - 1.0) * of_age(community, AgeBand::elder);
}

} // namespace

std::array<double, n_services> PublicServices::need(Community const& community) const {
    auto const people = community.population();
    return {
        of_age(community, AgeBand::pupil),
        of_age(community, AgeBand::preschool)
            + params_.nursery_demand * of_age(community, AgeBand::infant),
        params_.elder_places * of_age(community, AgeBand::elder),
        patients(community),
        people / params_.flat_size,
        community.labour_force / params_.riders_a_bus,
        params_.events_wanted * people / 1e4,
        params_.officers_wanted * people / 1e3,
        1.0};
}

void PublicServices::open(World& world) const {
    auto& communities = world.communities;
    std::array<double, n_services> capacity{};
    std::array<double, n_services> all{};
    for (std::size_t row = 0; row < communities.n_district; ++row) {
        auto& community = communities.rows[row];
        auto const wanted = need(community);
        for (std::size_t service = 0; service < n_services; ++service) {
            community.capacity[service] = community.coverage[service] * wanted[service];
            capacity[service] += community.capacity[service];
            all[service] += wanted[service];
        }
    }
    for (std::size_t service = 0; service < n_services; ++service)
        communities.opening_ratio[service] =
            all[service] > 0.0 ? capacity[service] / all[service] : 1.0;
    communities.good_air = params_.good_air;
    Decision first;
    decide(world, first);
    apply(first, world);
    for (auto& community : communities.rows)
        community.usual_livability = log(community.livability);
}

/// What policy opens at each place goes to its communities: up to the floor first, the
/// rest in proportion to what each is missing, or to its need where nothing is.
void PublicServices::share_out(
    World const& now, Service service, Decision& into) const {
    auto const at = index_of(service);
    auto const& communities = now.communities;
    for (std::size_t place = 0; place < now.n_zone_places(); ++place) {
        auto left = now.policy.service_capacity[place][at];
        if (left <= 0.0) continue;
        auto const give = [&](auto const& missing) {
            double all = 0.0;
            for (std::size_t row = 0; row < communities.n_district; ++row)
                if (communities.rows[row].place.row() == place) all += missing(row);
            if (all <= 0.0) return;
            auto const given = std::min(left, all);
            for (std::size_t row = 0; row < communities.n_district; ++row)
                if (communities.rows[row].place.row() == place)
                    into.capacity[row][at] += given * missing(row) / all;
            left -= given;
        };
        auto const ratio = communities.opening_ratio[at];
        auto const short_of = [&](double share) {
            return [&, share](std::size_t row) {
                return std::max(
                    0.0,
                    share * ratio * need(communities.rows[row])[at]
                        - into.capacity[row][at]);
            };
        };
        give(short_of(params_.floor));
        give(short_of(1.0));
        auto const rest = left;
        give([&](std::size_t row) { return rest * need(communities.rows[row])[at]; });
    }
}

/// A medical consortium shares part of the clinics' capacity by need.
void PublicServices::pool_beds(World const& now, Decision& into) const {
    double capacity = 0.0;
    double wanted = 0.0;
    auto const& communities = now.communities;
    for (std::size_t row = 0; row < communities.n_district; ++row) {
        capacity += into.capacity[row][clinic];
        wanted += need(communities.rows[row])[clinic];
    }
    if (wanted <= 0.0) return;
    for (std::size_t row = 0; row < communities.n_district; ++row) {
        auto& own = into.capacity[row][clinic];
        own += now.policy.pooled_beds
               * (capacity * need(communities.rows[row])[clinic] / wanted - own);
    }
}

/// Good days answer what the zone's enterprises emit.
double PublicServices::air(World const& now) const {
    auto const& communities = now.communities;
    if (communities.opening_emissions <= 0.0) return params_.good_air;
    auto const more = communities.emissions / communities.opening_emissions - 1.0;
    return std::clamp(params_.good_air - params_.air_of_emissions * more, 0.0, 1.0);
}

void PublicServices::decide(World const& now, Decision& into) const {
    auto const& communities = now.communities;
    auto const years = now.month.index() / 12.0;
    for (std::size_t row = 0; row < communities.n_district; ++row) {
        auto const& community = communities.rows[row];
        into.capacity[row] = community.capacity;
        into.capacity[row][elder_care] *= pow(1.0 + params_.elder_growth, years);
        into.flats[row] = 0.0;
    }
    for (std::size_t service = 0; service < n_services; ++service)
        share_out(now, static_cast<Service>(service), into);
    pool_beds(now, into);

    // Flats stay: they go to where homes are poorest.
    for (std::size_t place = 0; place < now.n_zone_places(); ++place) {
        double missing = 0.0;
        auto const short_of = [&](std::size_t row) {
            return std::max(
                0.0, 1.3 * need(communities.rows[row])[housing] - into.capacity[row][housing]);
        };
        for (std::size_t row = 0; row < communities.n_district; ++row)
            if (communities.rows[row].place.row() == place) missing += short_of(row);
        for (std::size_t row = 0; missing > 0.0 && row < communities.n_district; ++row)
            if (communities.rows[row].place.row() == place)
                into.flats[row] =
                    now.policy.flats_built[place] * short_of(row) / missing;
    }

    double care = 0.0;
    for (std::size_t place = 0; place < now.n_zone_places(); ++place)
        care += now.policy.service_capacity[place][environment];
    into.good_air = std::min(1.0, air(now) + care);
    std::array<double, max_places> people{};
    std::array<double, max_places> sum{};
    for (std::size_t row = 0; row < communities.n_district; ++row) {
        auto const& community = communities.rows[row];
        auto const wanted = need(community);
        double log_livability = 0.0;
        for (std::size_t service = 0; service < n_services; ++service) {
            auto const capacity = service == environment
                                      ? community.capacity[environment] * into.good_air
                                            / params_.good_air
                                      : into.capacity[row][service];
            auto const ratio = wanted[service] > 0.0
                                   ? capacity / wanted[service]
                                         / communities.opening_ratio[service]
                                   : 1.0;
            into.level[row][service] = rules::service_level(ratio);
            log_livability += params_.weight[service] * log(into.level[row][service]);
        }
        into.livability[row] = exp(log_livability);
        people[community.place.row()] += community.population();
        sum[community.place.row()] += community.population() * into.livability[row];
    }
    for (std::size_t place = 0; place < max_places; ++place)
        into.of_place[place] = people[place] > 0.0 ? sum[place] / people[place] : 1.0;
}

void PublicServices::apply(Decision const& decision, World& world) const {
    auto& communities = world.communities;
    for (std::size_t row = 0; row < communities.n_district; ++row) {
        auto& community = communities.rows[row];
        community.capacity[housing] += decision.flats[row];
        community.level = decision.level[row];
        community.livability = decision.livability[row];
    }
    communities.good_air = decision.good_air;
    for (std::size_t place = 0; place < world.places.size(); ++place)
        world.places.rows[place].livability = decision.of_place[place];
    constexpr double spent_a_visitor = 60.0; ///< [yuan] judgement
    world.outside.visitor_spending = world.policy.visitors * spent_a_visitor;
}

} // namespace canopy
