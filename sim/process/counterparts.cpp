#include "sim/process/counterparts.hpp"

#include "sim/base/vector_math.hpp"
#include "sim/rules/service_level.hpp"

#include <algorithm>

namespace canopy {

namespace {

/// Sum over the zone's places.
double
in_zone(World const& now, Communities::AtCounterparts const& users, std::size_t at) {
    double sum = 0.0;
    for (std::size_t place = 0; place < now.n_zone_places(); ++place)
        sum += users[place][at];
    return sum;
}

} // namespace

/// Enterprises and residents of each place who come to each counterpart.
Counterparts::AtCounterparts Counterparts::users(World const& now) const {
    std::array<double, max_places> people{};
    for (std::size_t row = 0; row < now.communities.n_district; ++row) {
        auto const& community = now.communities.rows[row];
        people[community.place.row()] += community.population();
    }
    AtCounterparts users{};
    for (std::size_t place = 0; place < now.n_zone_places(); ++place)
        for (std::size_t at = 0; at < n_counterparts; ++at)
            users[place][at] = params_.from_firms[at] * now.around.firms_in[place]
                               + (1.0 - params_.from_firms[at]) * people[place]
                                     / params_.residents_a_firm;
    return users;
}

void Counterparts::open(World& world) const {
    world.communities.opening_users = users(world);
    Decision first;
    decide(world, first);
    apply(first, world);
}

/// Officers stand where the users were in December 2022; policy adds to each
/// counterpart in proportion to its officers.
void Counterparts::decide(World const& now, Decision& into) const {
    auto const& opening = now.communities.opening_users;
    auto const users_now = users(now);
    double all_officers = 0.0;
    for (auto const officers : params_.officers)
        all_officers += officers * now.scale;
    auto const staff = pow(1.0 + params_.growth, now.month.index() / 12.0);
    std::array<double, max_places> log_ease{};
    for (std::size_t at = 0; at < n_counterparts; ++at) {
        auto const opening_users = in_zone(now, opening, at);
        double waited = 0.0;
        for (std::size_t place = 0; place < now.n_zone_places(); ++place) {
            if (opening[place][at] <= 0.0) continue;
            auto const share = opening[place][at] / opening_users;
            auto const more = now.policy.officers[place] / (all_officers * share);
            auto& waiting = into.waiting[place][at];
            waiting = rules::waiting_time(
                users_now[place][at] / opening[place][at] / (staff + more),
                params_.opening_use);
            waited += users_now[place][at] * waiting;
            log_ease[place] -= params_.ease_of_waiting * log(std::max(0.01, waiting))
                               / static_cast<double>(n_counterparts);
        }
        auto const all = in_zone(now, users_now, at);
        into.mean_waiting[at] = all > 0.0 ? waited / all : 1.0;
    }
    for (std::size_t place = 0; place < max_places; ++place)
        into.ease[place] = exp(log_ease[place]);
}

void Counterparts::apply(Decision const& decision, World& world) const {
    world.communities.waiting = decision.waiting;
    world.communities.mean_waiting = decision.mean_waiting;
    for (std::size_t place = 0; place < world.n_zone_places(); ++place)
        world.places[PlaceId{place}].ease = decision.ease[place];
}

} // namespace canopy
