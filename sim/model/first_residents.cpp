#include "sim/model/first_residents.hpp"

#include "sim/model/first_jobs.hpp"

namespace canopy {

void open_residents(World& world, Parameters const& parameters) {
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
        posting,
        {parameters.job_search, parameters.registration});
    Feelings{parameters.senses}.open(world);
}

} // namespace canopy
