#include "sim/process/livability_rules.hpp"

namespace canopy {

namespace {

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

LivabilityRules::ByService LivabilityRules::need(Community const& community) const {
    auto const people = community.population();
    return {
        of_age(community, AgeBand::pupil),
        of_age(community, AgeBand::preschool)
            + nursery_demand * of_age(community, AgeBand::infant),
        elder_places * of_age(community, AgeBand::elder),
        patients(community),
        people / flat_size,
        community.labour_force / riders_a_bus,
        events_wanted * people / 1e4,
        officers_wanted * people / 1e3,
        1.0};
}

} // namespace canopy
