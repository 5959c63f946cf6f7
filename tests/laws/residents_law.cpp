#include "sim/model/kpis.hpp"

#include <algorithm>

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

/// Everybody at work in an enterprise, by the people's own word.
std::int64_t at_work(World const& world) {
    std::int64_t count = 0;
    for (std::size_t row = 0; row < world.people.rows(); ++row)
        count += is_firm(world.people.employer[PersonId{row}]) ? 1 : 0;
    return count;
}

double mean_level(World const& world, Service service) {
    double sum = 0.0;
    for (std::size_t row = 0; row < world.communities.n_district; ++row)
        sum += world.communities.rows[row].level[index_of(service)];
    return sum / static_cast<double>(world.communities.n_district);
}

double level_with(std::string const& kind, std::string const& settings, Service service) {
    LawRun run{shrunk(lever(kind, settings))};
    run.months(6);
    return mean_level(run.world, service);
}

} // namespace

TEST_CASE("everybody has one employer, and enterprises have the people they say", "[law]") {
    LawRun run{shrunk({}, 0.02)};
    for (int month = 0; month < 18; ++month) {
        run.month();
        std::int64_t workers = 0;
        for (auto const firm : living(run.world)) {
            CHECK(run.world.firms.workers[firm] >= 1);
            workers += run.world.firms.workers[firm];
        }
        CHECK(workers == at_work(run.world));
    }
    auto const& people = run.world.people;
    for (std::size_t row = 0; row < people.rows(); ++row) {
        PersonId const person{row};
        if (!people.alive(person)) continue;
        CHECK(
            (people.employer[person] == nobody)
            == (people.activity[person] != Activity::employed));
        if (people.has(person, Mark::owner)) CHECK(is_firm(people.employer[person]));
    }
}

TEST_CASE("the year before the start changes who works, not how many", "[law]") {
    auto const scenario = shrunk({}, 0.02);
    auto const& world = opening_of(scenario);
    for (auto const firm : living(world))
        CHECK(world.staff.of(firm).size() == static_cast<std::size_t>(world.firms.workers[firm]));
    std::int64_t lately = 0;
    for (std::size_t row = 0; row < world.people.rows(); ++row) {
        PersonId const person{row};
        CHECK(world.people.since[person] <= 0);
        lately += is_firm(world.people.employer[person]) && world.people.since[person] > -12;
    }
    CHECK(lately > at_work(world) / 20);
    CHECK(world.labour.unemployment() == Approx(scenario.parameters.people.unemployment).margin(0.001));
    auto const& offers = world.job_offers;
    CHECK(!offers.empty());
    CHECK(std::is_sorted(offers.begin(), offers.end(), [](auto const& a, auto const& b) {
        return a.employer < b.employer;
    }));
    CHECK(std::any_of(offers.begin(), offers.end(), [](auto const& offer) {
        return offer.opened < -2;
    }));
    for (auto const coverage : world.policy.hub_coverage)
        CHECK(coverage == 0.0);
}

TEST_CASE("employed by residence, jobs by workplace and commuters add up", "[law]") {
    LawRun run{shrunk({}, 0.02)};
    run.months(12);
    auto const& world = run.world;
    double residents = 0.0;
    double jobs = 0.0;
    double in = 0.0;
    double out = 0.0;
    for (std::size_t row = 0; row < world.people.rows(); ++row) {
        PersonId const person{row};
        auto const employer = world.people.employer[person];
        if (employer == nobody) continue;
        auto const lives = world.communities[world.people.community[person]].in_district;
        auto const works =
            employer == public_units
            || (is_firm(employer)
                && world.places[world.firms.place[FirmId{employer}]].in_district);
        residents += lives ? 1.0 : 0.0;
        jobs += works ? 1.0 : 0.0;
        in += works && !lives ? 1.0 : 0.0;
        out += lives && !works ? 1.0 : 0.0;
    }
    CHECK(residents - out + in == jobs);
    double counted = 0.0;
    for (std::size_t row = 0; row < world.communities.n_district; ++row)
        counted += world.communities.rows[row].employed;
    CHECK(counted == residents);
}

TEST_CASE("the second thousand school places does less than the first", "[law]") {
    auto const none = level_with("school_places", "seats = 0", Service::school);
    auto const one = level_with("school_places", "seats = 4000", Service::school);
    auto const two = level_with("school_places", "seats = 8000", Service::school);
    CHECK(one > none);
    CHECK(two > one);
    CHECK(two - one < one - none);
}

TEST_CASE("gain is a pulse, happiness a level", "[law]") {
    auto const settings = "percent = 20\nfrom = \"2023-04\"";
    LawRun run{shrunk(lever("clinic_capacity", settings), 0.01)};
    LawRun base{shrunk({}, 0.01)};
    auto const difference = [&](auto const& part) {
        double sum = 0.0;
        for (std::size_t row = 0; row < run.world.communities.n_district; ++row)
            sum += part(run.world.communities.rows[row])
                   - part(base.world.communities.rows[row]);
        return sum;
    };
    auto const gain = [](Community const& community) { return community.gain; };
    auto const happiness = [](Community const& community) { return community.happiness; };
    run.months(4);
    base.months(4);
    auto const first_gain = difference(gain);
    auto const first_happiness = difference(happiness);
    CHECK(first_gain > 0.0);
    CHECK(first_happiness > 0.0);
    run.months(36);
    base.months(36);
    CHECK(difference(gain) < 0.4 * first_gain);
    CHECK(difference(happiness) > 0.7 * first_happiness);
}
