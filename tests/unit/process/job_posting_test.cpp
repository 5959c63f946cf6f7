#include "sim/process/job_posting.hpp"

#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace canopy;
using namespace canopy::tiny;

TEST_CASE("before the start jobs fall vacant in proportion to people", "[unit]") {
    auto world = tiny_zone();
    world.month = Month{0};
    JobPosting{{.opening_jobs = 0.1}}.replace_leavers(world);
    auto const& offers = world.job_offers;
    auto const of = [&](FirmId firm) {
        return std::count_if(offers.begin(), offers.end(), [&](JobOffer const& offer) {
            return offer.employer == firm.row();
        });
    };
    CHECK(of(giant) == 10);
    CHECK(of(smelter) == 2);
    CHECK(std::is_sorted(offers.begin(), offers.end(), [](auto const& a, auto const& b) {
        return a.employer < b.employer;
    }));
    for (auto const& offer : offers)
        CHECK(offer.place == world.firms.place[FirmId{offer.employer}]);
}

TEST_CASE("without opening jobs the zone opens with none", "[unit]") {
    auto world = tiny_zone();
    JobPosting{{.opening_jobs = 0.0}}.replace_leavers(world);
    CHECK(world.job_offers.empty());
}
