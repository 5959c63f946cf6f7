#include "sim/process/counterparts.hpp"

#include "sim/base/vector_math.hpp"
#include "sim/rules/service_level.hpp"

namespace canopy {

/// Users an officer: enterprises and residents, each relative to a thousand.
std::array<double, n_counterparts> Counterparts::load(World const& now) const {
    double firms = 0.0;
    for (std::size_t place = 0; place < now.n_zone_places(); ++place)
        firms += now.around.firms_in[place];
    double people = 0.0;
    for (std::size_t row = 0; row < now.communities.n_district; ++row)
        people += now.communities.rows[row].population();
    constexpr double residents_a_firm = 7.0; // brings both to the same size
    double all = 0.0;
    for (auto const officers : params_.officers)
        all += officers;
    auto const staff = pow(1.0 + params_.growth, now.month.index() / 12.0);
    std::array<double, n_counterparts> users{};
    for (std::size_t at = 0; at < n_counterparts; ++at) {
        auto const officers =
            params_.officers[at] * now.scale * staff
            + now.policy.officers * params_.officers[at] / all;
        users[at] = (params_.from_firms[at] * firms
                     + (1.0 - params_.from_firms[at]) * people / residents_a_firm)
                    / officers;
    }
    return users;
}

void Counterparts::open(World& world) const {
    world.communities.opening_load = load(world);
    Decision first;
    decide(world, first);
    apply(first, world);
}

void Counterparts::decide(World const& now, Decision& into) const {
    auto const users = load(now);
    double log_ease = 0.0;
    for (std::size_t at = 0; at < n_counterparts; ++at) {
        into.waiting[at] = rules::waiting_time(
            users[at] / now.communities.opening_load[at], params_.opening_use);
        log_ease -= params_.ease_of_waiting * log(into.waiting[at])
                    / static_cast<double>(n_counterparts);
    }
    into.ease = exp(log_ease);
}

void Counterparts::apply(Decision const& decision, World& world) const {
    world.communities.waiting = decision.waiting;
    for (std::size_t place = 0; place < world.n_zone_places(); ++place)
        world.places[PlaceId{place}].ease = decision.ease;
}

} // namespace canopy
