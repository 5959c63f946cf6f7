#include "sim/model/first_residents.hpp"

#include "sim/model/first_jobs.hpp"

namespace canopy {

void open_residents(World& world, Parameters const& parameters) {
    auto const& costs = parameters.common.costs;
    open_people(world, parameters.people);
    Development{parameters.developer}.open(world);
    Ladder{parameters.ladder}.open(world);
    ParkServing{parameters.park_services}.open(world);
    Counterparts{parameters.counterparts}.open(world);
    PublicServices{parameters.public_services}.open(world);
    JobPosting const posting{parameters.job_posting};
    posting.open(world);
    open_jobs(
        world,
        parameters.people,
        JobLoss{parameters.job_loss},
        posting,
        {parameters.job_search, parameters.registration});
    Feelings{parameters.senses}.open(world);
    Relocation{parameters.relocation, costs}.open(world);
    Invitation{
        parameters.invitation,
        parameters.demography,
        costs,
        parameters.premises.land_per_space,
        parameters.common.demand.growth}
        .open(world);
}

} // namespace canopy
