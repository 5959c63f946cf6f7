#include "sim/process/job_posting.hpp"

#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace canopy;
using namespace canopy::tiny;

namespace {

/// Work for `people` of a firm's workers at normal use.
void needs(World& world, FirmId firm, double people) {
    world.firms.planned_output[firm] = people * 0.97 * 10'000.0;
}

/// The tiny zone; the giant misses ten people, nobody else misses or has too many.
World short_of_people() {
    auto world = tiny_zone();
    for (std::size_t row = 0; row < world.firms.rows(); ++row)
        needs(world, FirmId{row}, world.firms.workers[FirmId{row}]);
    needs(world, giant, 110.0);
    return world;
}

void post(World& world, JobPosting const& posting) {
    JobPosting::Decision decision;
    posting.decide(world, decision);
    posting.post_at_firms(decision, world);
}

std::int64_t offers_of(World const& world, Employer employer) {
    auto const& offers = world.job_offers;
    return std::count_if(offers.begin(), offers.end(), [&](JobOffer const& offer) {
        return offer.employer == employer;
    });
}

} // namespace

TEST_CASE("a firm posts its part of the people that it misses", "[unit]") {
    auto world = short_of_people();
    post(world, JobPosting{{.speed = 0.5}});
    CHECK(offers_of(world, giant.row()) == 5);
    CHECK(world.job_offers.size() == 5);
    for (auto const& offer : world.job_offers) {
        CHECK(offer.place == west);
        CHECK(offer.sector == metal);
        CHECK(offer.pay > 0.0F);
    }
    post(world, JobPosting{{.speed = 0.5}}); // of the five that no offer is open for
    CHECK(offers_of(world, giant.row()) >= 7);
    CHECK(offers_of(world, giant.row()) <= 8);
}

TEST_CASE("a firm takes back offers for which it has no work", "[unit]") {
    auto world = short_of_people();
    post(world, JobPosting{{.speed = 1.0}});
    REQUIRE(offers_of(world, giant.row()) == 10);
    needs(world, giant, 104.0);
    world.month = Month{world.month.index() + 1};
    post(world, JobPosting{{.speed = 1.0}});
    CHECK(offers_of(world, giant.row()) == 4);
    CHECK(world.counts.offers_withdrawn == 6);
}

TEST_CASE("who is not yet born posts nothing", "[unit]") {
    auto world = short_of_people();
    world.firms.birth[giant] = static_cast<std::int16_t>(world.month.index());
    post(world, JobPosting{{.speed = 1.0}});
    CHECK(world.job_offers.empty());
}

TEST_CASE("in a month of the model other employers post after the firms", "[unit]") {
    auto world = short_of_people();
    world.communities.rows.emplace_back();
    world.communities.rows.back().place = old_town;
    world.labour.outside_jobs = 3.0;
    JobPosting const posting{{.speed = 1.0, .outside_growth = 0.0}};
    JobPosting::Decision decision;
    posting.decide(world, decision);
    posting.apply(decision, world);
    CHECK(offers_of(world, giant.row()) == 10);
    CHECK(offers_of(world, outside_employers) == 3);
    CHECK(std::is_sorted(
        world.job_offers.begin(),
        world.job_offers.end(),
        [](auto const& a, auto const& b) { return a.employer < b.employer; }));
}
