#include "sim/process/feelings.hpp"

#include <cmath>

#include "tests/support/tiny_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

/// The tiny zone with one community of 1,000 people in the east, 100 of whom are 65 or
/// older; 500 want to work, 475 do. Every firm serves its orders.
World with_people() {
    auto world = tiny_zone();
    Community community;
    community.place = east;
    community.in_district = true;
    community.people = {100.0, 100.0, 100.0, 200.0, 200.0, 200.0, 100.0};
    community.labour_force = 500.0;
    community.employed = 475.0;
    community.level.fill(1.0);
    world.communities.rows.push_back(community);
    world.communities.n_district = 1;
    auto& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        firms.revenue[firm] =
            fen(firms.orders[firm] * static_cast<double>(firms.price[firm]) + 0.01);
    }
    Feelings{{}}.open(world);
    return world;
}

void pass_month(World& world) {
    Feelings const process{{}};
    Feelings::Decision decision;
    process.decide(world, decision);
    process.apply(decision, world);
}

Community& home(World& world) {
    return world.communities.rows.front();
}

} // namespace

TEST_CASE("a month like December 2022 leaves everybody as usual", "[unit]") {
    auto world = with_people();
    pass_month(world);
    CHECK(home(world).gain == Approx(0.0));
    CHECK(home(world).happiness == Approx(1.0));
    CHECK(home(world).security == Approx(1.0));
    CHECK(world.counts.firm_gain == Approx(0.0).margin(1e-6));
    CHECK(world.counts.firm_happiness == Approx(1.0));
    CHECK(world.counts.firm_security == Approx(1.0));
    CHECK(world.firms.satisfaction[builder] == Approx(0.5F));
}

TEST_CASE(
    "gain fades as people get used to better services, happiness stays", "[unit]") {
    auto world = with_people();
    home(world).livability = std::exp(0.05);
    pass_month(world);
    CHECK(home(world).gain == Approx(0.05));
    for (int month = 0; month < 24; ++month)
        pass_month(world);
    // .05 · (23/24)^24
    CHECK(home(world).gain == Approx(0.018004).epsilon(1e-3));
    CHECK(home(world).happiness == Approx(1.05127));
}

TEST_CASE("people out of work make a community less secure", "[unit]") {
    auto world = with_people();
    home(world).employed = 427.5; // a tenth fewer
    pass_month(world);
    CHECK(home(world).security == Approx(0.94868).epsilon(1e-4)); // .9^.5
}

TEST_CASE("each tier of assistance helps those in need of it", "[unit]") {
    auto world = with_people();
    // Basic: .25 of 25 out of work need 600 yuan: 3,750. Half of it: net level of
    // 1 + .5 · .5.
    world.policy.assistance = {1875.0, 0.0, 0.0};
    pass_month(world);
    auto const basic = rules::service_level(1.25);
    CHECK(home(world).security == Approx(std::exp(0.3 * std::log(basic))));

    // Special: .02 of 1,000 people, 300 yuan: 6,000. Urgent: .002, 1,000 yuan: 2,000.
    world.policy.assistance = {0.0, 6000.0, 1000.0};
    pass_month(world);
    auto const other = rules::service_level(1.0 + 0.3 + 0.2 * 0.5);
    CHECK(home(world).security == Approx(std::exp(0.3 * std::log(other))));
}

TEST_CASE("posts of the unions are part of the safety net", "[unit]") {
    auto world = with_people();
    world.policy.union_posts = 0.25; // one for 2,000 of the labour force: what 500 need
    pass_month(world);
    CHECK(
        home(world).security
        == Approx(std::exp(0.3 * std::log(rules::service_level(1.1)))));
}

TEST_CASE("firms are more secure where their staff falls less deep", "[unit]") {
    auto world = with_people();
    world.policy.union_posts = 0.25;
    world.policy.assistance = {1875.0, 0.0, 0.0};
    pass_month(world);
    auto const net = rules::service_level(1.0 + 0.1 + 0.25);
    CHECK(world.counts.firm_security == Approx(1.0 + 0.3 * (net - 1.0)));
    CHECK(
        world.firms.satisfaction[builder]
        == Approx(static_cast<float>(0.5 + 0.25 * 0.3 * (net - 1.0))));
}

TEST_CASE("governance is part of security", "[unit]") {
    auto world = with_people();
    home(world).level[index_of(Service::governance)] = 1.1;
    pass_month(world);
    CHECK(home(world).security == Approx(1.01925).epsilon(1e-4)); // 1.1^.2
}

TEST_CASE("lower cost and more orders are a firm's gain, and fade", "[unit]") {
    auto world = with_people();
    world.firms.margin_12m[builder] += 0.10F;
    pass_month(world);
    CHECK(world.firms.satisfaction[builder] == Approx(0.55F)); // .5 + .5 · .10
    CHECK(world.firms.satisfaction[rival] == Approx(0.5F));
    for (int month = 0; month < 48; ++month)
        pass_month(world);
    CHECK(world.firms.satisfaction[builder] < 0.507F);

    world.firms.expected_demand[rival] *= 2.0;
    pass_month(world);
    // .5 + .5 · .1 ln 2
    CHECK(world.firms.satisfaction[rival] == Approx(0.53466F).epsilon(1e-4));
}

TEST_CASE("a firm in its first year is used to nothing else", "[unit]") {
    auto world = with_people();
    world.firms.birth[builder] = static_cast<std::int16_t>(world.month.index() - 3);
    world.firms.margin_12m[builder] -= 0.20F;
    pass_month(world);
    CHECK(world.firms.satisfaction[builder] == Approx(0.5F));
    CHECK(world.firms.usual_margin[builder] == world.firms.margin_12m[builder]);
}

TEST_CASE(
    "firms are happier where they wait less and their people live well", "[unit]") {
    auto world = with_people();
    world.communities.waiting[east.row()].fill(0.8);
    world.places[west].livability = 1.1;
    pass_month(world);
    // .5 + .25 · .6 · (x(1.25) − 1)
    auto const level = rules::service_level(1.25);
    CHECK(
        world.firms.satisfaction[builder]
        == Approx(static_cast<float>(0.5 + 0.15 * (level - 1.0))));
    CHECK(world.firms.satisfaction[rival] == Approx(0.51F)); // .5 + .25 · .4 · .1
}

TEST_CASE("unpaid bills and unserved orders take a firm's security", "[unit]") {
    auto world = with_people();
    world.firms.missed_payments[builder] = 1;
    world.firms.revenue[rival] /= 2;
    world.firms.revenue[kiosk] = 0;
    pass_month(world);
    CHECK(world.firms.satisfaction[builder] == Approx(0.375F)); // .5 − .25 · .5
    CHECK(world.firms.satisfaction[rival] == Approx(0.475F));   // .5 − .25 · .1
    CHECK(world.firms.satisfaction[kiosk] == Approx(0.45F));    // .5 − .25 · .2
}

TEST_CASE("what enterprises emit is their energy, less what is green", "[unit]") {
    auto world = with_people();
    for (auto& recipes : world.technology.recipes)
        for (auto& recipe : recipes)
            recipe.pooled_cost[index_of(CostTerm::energy)] = 0.1;
    for (std::size_t row = 0; row < world.firms.rows(); ++row)
        world.firms.output[FirmId{row}] = 100.0;
    Feelings{{}}.open(world);
    CHECK(world.communities.opening_emissions == Approx(60.0)); // six firms, .1 · 100
    world.firms.set_done(builder, Action::green_power);
    world.firms.set_done(rival, Action::energy_saving);
    pass_month(world);
    CHECK(world.communities.emissions == Approx(53.0)); // 10 · (4 + .4 + .9)
}
