#include "sim/model/first_residents.hpp"

namespace canopy {

void open_residents(World& world, Parameters const& parameters) {
    open_people(world, parameters.people);
    JobPosting{parameters.job_posting}.open(world);
    Development{parameters.developer}.open(world);
    Ladder{parameters.ladder}.open(world);
    ParkServing{parameters.park_services}.open(world);
    Counterparts{parameters.counterparts}.open(world);
    PublicServices{parameters.public_services}.open(world);
    Feelings{parameters.senses}.open(world);
}

} // namespace canopy
