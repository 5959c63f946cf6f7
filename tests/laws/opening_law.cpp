#include "sim/process/finance.hpp"
#include "sim/process/labour_output.hpp"

#include <cmath>

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

/// Enterprises and people of December 2022, the leaders apart.
struct Counts {
    double district[2] = {0.0, 0.0}; ///< by kind
    double tianxin = 0.0;
    double dongjiaduan = 0.0;
    double district_jobs = 0.0; ///< leaders included
    double leaders = 0.0;
    double leaders_jobs = 0.0;
    double young = 0.0;
    double middle = 0.0;
    double all = 0.0;
};

Counts count(World const& world) {
    Counts counts;
    auto const& firms = world.firms;
    for (auto const firm : living(world)) {
        auto const& place = world.places[firms.place[firm]];
        auto const workers = static_cast<double>(firms.workers[firm]);
        if (place.in_district) counts.district_jobs += workers;
        if (firms.leader[firm] != 0) {
            counts.leaders += 1.0;
            counts.leaders_jobs += workers;
            continue;
        }
        if (place.in_district) counts.district[index_of(firms.kind[firm])] += 1.0;
        if (place.name == "tianxin") counts.tianxin += 1.0;
        if (place.name == "dongjiaduan") counts.dongjiaduan += 1.0;
        auto const age = -firms.birth[firm];
        counts.young += age < 60 ? 1.0 : 0.0;
        counts.middle += age >= 60 && age < 120 ? 1.0 : 0.0;
        counts.all += 1.0;
    }
    return counts;
}

} // namespace

TEST_CASE("the zone opens with the scenario's enterprises, jobs and ages", "[law]") {
    for (auto const scale : {0.01, 0.1}) {
        auto const scenario = shrunk({}, scale);
        auto const& wanted = scenario.parameters.population;
        auto const found = count(opening_of(scenario));
        CAPTURE(scale);
        auto const entities = std::floor(wanted.district_entities * scale + 0.5);
        auto const individuals = std::floor(entities * wanted.individual_share + 0.5);
        CHECK(found.district[0] == individuals);
        CHECK(found.district[1] == entities - individuals);
        CHECK(found.tianxin == std::floor(wanted.tianxin_companies * scale + 0.5));
        CHECK(
            found.dongjiaduan
            == std::floor(wanted.dongjiaduan_companies * scale + 0.5));
        CHECK(found.leaders == static_cast<double>(scenario.leaders.size()));
        double leaders_jobs = 0.0;
        for (auto const& leader : scenario.leaders)
            leaders_jobs += std::floor(leader.workers * scale + 0.5);
        CHECK(found.leaders_jobs == leaders_jobs);
        // Whole people: half a person of rounding for the few companies that share a
        // size.
        CHECK(
            found.district_jobs == Approx(wanted.district_jobs * scale).epsilon(0.01));
        // Ages are drawn one by one: three standard deviations of a share.
        auto const share = [&](double number, double expected) {
            auto const spread = std::sqrt(expected * (1.0 - expected) / found.all);
            CHECK(std::abs(number / found.all - expected) < 3.0 * spread);
        };
        share(found.young, wanted.age_shares.at(0));
        share(found.middle, wanted.age_shares.at(1));
    }
}

TEST_CASE(
    "the zone opens at its unemployment rate and with books that balance", "[law]") {
    auto const scenario = shrunk({}, 0.1);
    auto const& world = opening_of(scenario);
    double force = 0.0;
    double out_of_work = 0.0;
    double workers = 0.0;
    for (std::size_t skill = 0; skill < n_skills; ++skill) {
        force += world.labour.labour_force[skill];
        out_of_work += world.labour.unemployed[skill];
    }
    Fen money = 0;
    for (auto const amount : world.balances.money)
        money += amount;
    Fen cash = 0;
    for (auto const firm : living(world)) {
        workers += world.firms.workers[firm];
        cash += world.firms.cash[firm];
    }
    CHECK(
        out_of_work / force
        == Approx(scenario.parameters.people.unemployment).epsilon(0.001));
    std::int64_t at_work = 0;
    for (auto const firm : living(world)) {
        CHECK(
            static_cast<std::size_t>(world.firms.workers[firm])
            == world.staff.of(firm).size());
        at_work += static_cast<std::int64_t>(world.staff.of(firm).size());
    }
    CHECK(static_cast<double>(at_work) == workers);
    CHECK(money == 0);
    CHECK(world.balances.of(Account::enterprises) == cash);
    CHECK(world.month == Month{0});
}

TEST_CASE("what began before the start is under way when the zone opens", "[law]") {
    auto const world =
        opening_of(shrunk("[invitation]\ncontacts = 8000\n", 0.05)); // 400 a year here
    CHECK(!world.invited.empty());
    for (auto const& project : world.invited) {
        CHECK(project.opens > 0);
        CHECK(project.opens <= 18);
        CHECK(world.in_zone(project.place));
    }
    double firms = 0.0;
    double know_better = 0.0;
    for (auto const firm : living(world)) {
        firms += 1.0;
        know_better += world.firms.best_gain[firm] > 0.0F ? 1.0 : 0.0;
    }
    CHECK(know_better > 0.2 * firms);
    CHECK(know_better < firms);
}

TEST_CASE("small firms open with more people than work, large ones do not", "[law]") {
    auto const& world = opening_of(shrunk({}, 0.1));
    auto const use_of = [&](int least, int most) {
        double made = 0.0;
        double could = 0.0;
        for (auto const firm : living(world)) {
            auto const workers = world.firms.workers[firm];
            if (world.firms.leader[firm] != 0 || workers < least || workers > most)
                continue;
            made += world.firms.expected_demand[firm];
            could += output_per_worker(world, firm) * workers;
        }
        return made / could;
    };
    auto const alone = use_of(1, 1);
    auto const few = use_of(2, 7);
    auto const many = use_of(20, 1000);
    CHECK(alone < few);
    CHECK(few < many);
    CHECK(alone > 0.6);
    CHECK(many < 1.1);
}

TEST_CASE("some open short of cash and in debt, more where plant is dear", "[law]") {
    auto const scenario = shrunk({}, 0.1);
    auto const& start = scenario.parameters.start;
    auto const& world = opening_of(scenario);
    auto const& firms = world.firms;
    double light[2] = {0.0, 0.0}; ///< all, and those short of cash
    double dear[2] = {0.0, 0.0};
    for (auto const firm : living(world)) {
        auto const sales =
            firms.expected_demand[firm] * static_cast<double>(firms.price[firm]);
        auto const plant = Finance::plant_value(world, firm);
        auto const is_short =
            yuan(firms.cash[firm]) < 1.01 * start.cash_months_short * sales;
        if (firms.leader[firm] != 0) {
            CHECK(!is_short);
            CHECK(firms.loan[firm] == 0);
            continue;
        }
        if (is_short)
            CHECK(
                yuan(firms.loan[firm])
                == Approx(start.loan_share_short * plant).margin(0.01));
        auto& among = plant > 12.0 * sales ? dear : light;
        among[0] += 1.0;
        among[1] += is_short ? 1.0 : 0.0;
    }
    REQUIRE(dear[0] > 100.0);
    CHECK(light[1] / light[0] > start.short_share);
    CHECK(dear[1] / dear[0] > 2.0 * light[1] / light[0]);
    CHECK(dear[1] / dear[0] < 0.7);
}
