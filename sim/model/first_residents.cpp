#include "sim/model/first_residents.hpp"

namespace canopy {

void open_residents(World& world, Parameters const& parameters) {
    open_people(world, parameters.people);
    Counterparts{parameters.counterparts}.open(world);
    PublicServices{parameters.public_services}.open(world);
    Feelings{parameters.senses}.open(world);
}

} // namespace canopy
