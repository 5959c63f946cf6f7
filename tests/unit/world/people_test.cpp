#include "sim/world/people.hpp"

#include <catch2/catch.hpp>

using namespace canopy;

namespace {

/// Forty people: every third is out of work, some work outside, the rest in three firms.
People forty() {
    People people;
    for (std::uint32_t number = 0; number < 40; ++number) {
        auto const person = people.add();
        people.id[person] = 1000 + number;
        people.employer[person] = number % 3 == 0    ? nobody
                                  : number % 10 == 1 ? outside_employers
                                                     : number % 4;
    }
    return people;
}

} // namespace

TEST_CASE("staff are those whom a firm employs, in the order of their rows", "[unit]") {
    auto const people = forty();
    Staff staff;
    staff.rebuild(people, 4);
    for (std::uint32_t firm = 0; firm < 4; ++firm) {
        std::vector<PersonId> members;
        for (std::size_t row = 0; row < people.rows(); ++row)
            if (people.employer[PersonId{row}] == firm) members.push_back(PersonId{row});
        auto const found = staff.of(FirmId{firm});
        CHECK(std::vector<PersonId>(found.begin(), found.end()) == members);
    }
    CHECK(staff.of(FirmId{4}).empty());
}

TEST_CASE("a person is in the band that its age has reached", "[unit]") {
    for (std::size_t band = 0; band < n_age_bands; ++band) {
        CHECK(index_of(age_band(12 * age_band_from[band])) == band);
        CHECK(index_of(age_band(12 * age_band_from[band + 1] - 1)) == band);
    }
}
