#include "sim/policy/enterprise_events.hpp"
#include "sim/policy/local_purchase_bonus.hpp"
#include "sim/policy/resource_sharing.hpp"
#include "sim/policy/spin_off_support.hpp"
#include "sim/policy/supply_platform.hpp"

#include "tests/support/lever_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::test;

TEST_CASE("a platform for 200 users reaches a fifth of 1,000 firms", "[unit]") {
    auto const world = lever_world();
    SupplyPlatform const platform{{.candidates = 3.0, .users = 200.0}};
    PolicyBook book;
    platform.write(everywhere(*world), *world, book);
    CHECK(book.platform_reach(company, metals, tianxin) == Approx(0.2));
    CHECK(book.platform_candidates(company, metals, tianxin) == Approx(3.0));
    CHECK(book.platform_yield(company, metals, tianxin) == Approx(0.17));
}

TEST_CASE("a ramp lets fewer firms use the platform, not worse ones", "[unit]") {
    auto const world = lever_world();
    SupplyPlatform const platform{{.candidates = 3.0, .users = 200.0}};
    PolicyBook book;
    platform.write(everywhere(*world, 0.5), *world, book);
    CHECK(book.platform_reach(company, metals, hexi) == Approx(0.1));
    CHECK(book.platform_candidates(company, metals, hexi) == Approx(3.0));
}

TEST_CASE("two platforms add their users and mix what these are shown", "[unit]") {
    auto const world = lever_world();
    PolicyBook book;
    SupplyPlatform const large{{.candidates = 3.0, .users = 300.0}};
    SupplyPlatform const small{{.candidates = 1.0, .users = 100.0}};
    large.write(everywhere(*world), *world, book);
    small.write(everywhere(*world), *world, book);
    CHECK(book.platform_reach(company, shops, hexi) == Approx(0.4));
    // (3 · .3 + 1 · .1) / .4
    CHECK(book.platform_candidates(company, shops, hexi) == Approx(2.5));
}

TEST_CASE(
    "a platform costs its users and a twelfth of its fixed cost a month", "[unit]") {
    auto const world = lever_world();
    SupplyPlatform const platform{
        {.candidates = 3.0, .users = 200.0, .user_month = 120.0, .fixed = 6e6}};
    auto const reach = everywhere(*world);
    CHECK(platform.offered(reach, *world) == Approx(200.0));
    // 150 · 120 + 6,000,000 / 12
    CHECK(platform.operation(150.0, reach, *world) == Approx(518e3));
}

TEST_CASE("a zone at a tenth of its size has a platform of a tenth", "[unit]") {
    auto const world = lever_world();
    world->scale = 0.1;
    SupplyPlatform const platform{{.candidates = 3.0, .users = 200.0, .fixed = 6e6}};
    auto const reach = everywhere(*world);
    CHECK(platform.offered(reach, *world) == Approx(20.0));
    CHECK(platform.operation(0.0, reach, *world) == Approx(50e3));
}

TEST_CASE("the congress fills March, the friend circle every month", "[unit]") {
    EnterpriseEvents const events{
        {.meetings = 12.0,
         .firms_per_meeting = 40.0,
         .congress_firms = 500.0,
         .meeting_cost = 40e3,
         .congress_cost = 2e6}};
    auto const january = lever_world(Month{13});
    auto const march = lever_world(Month{15});
    PolicyBook in_january;
    PolicyBook in_march;
    events.write(everywhere(*january), *january, in_january);
    events.write(everywhere(*march), *march, in_march);
    // 1 meeting of 40 among 1,000; with the congress 540
    CHECK(in_january.event_reach(individual, shops, hexi) == Approx(0.04));
    CHECK(in_march.event_reach(individual, shops, hexi) == Approx(0.54));
    CHECK(in_march.event_trust(individual, shops, hexi) == Approx(0.15));
    CHECK(in_march.event_barrier_cut(individual, shops, hexi) == Approx(0.5));

    auto const reach = everywhere(*march);
    CHECK(events.offered(everywhere(*january), *january) == Approx(1.0));
    CHECK(events.offered(reach, *march) == Approx(2.0));
    CHECK(events.operation(1.0, everywhere(*january), *january) == Approx(40e3));
    CHECK(events.operation(2.0, reach, *march) == Approx(2.04e6));
}

TEST_CASE("invitations never go to more than all firms", "[unit]") {
    auto const world = lever_world(Month{15});
    EnterpriseEvents const events{{.meetings = 0.0, .congress_firms = 5000.0}};
    PolicyBook book;
    events.write(everywhere(*world), *world, book);
    CHECK(book.event_reach(company, vehicles, hexi) == Approx(1.0));
}

TEST_CASE("a local bonus is a share of the invoice, and two of them add up", "[unit]") {
    auto const world = lever_world();
    PolicyBook book;
    LocalPurchaseBonus const bonus{{.share = 0.01}};
    bonus.write(everywhere(*world), *world, book);
    bonus.write(everywhere(*world, 0.5), *world, book);
    CHECK(book.local_bonus(company, vehicles, hexi) == Approx(0.015));
}

TEST_CASE("sharing centres stand where the firms are", "[unit]") {
    auto const world = lever_world();
    ResourceSharing const sharing{
        {.units = 10.0, .users_per_unit = 10.0, .unit_year = 300e3}};
    PolicyBook book;
    auto const reach = everywhere(*world);
    sharing.write(reach, *world, book);
    CHECK(
        book.shared_equipment_users[hexi.row()] == Approx(60.0)); // 600 of 1,000 firms
    CHECK(book.shared_equipment_users[tianxin.row()] == Approx(40.0));
    // ten units for a month
    CHECK(
        sharing.operation(sharing.offered(reach, *world), reach, *world)
        == Approx(250e3));
}

TEST_CASE("spin-off support costs the firms that came because of it", "[unit]") {
    auto const world = lever_world();
    SpinOffSupport const support{{.boost = 1.5, .firm_cost = 150e3}};
    PolicyBook book;
    support.write(everywhere(*world), *world, book);
    CHECK(book.spin_off_boost(company, vehicles, tianxin) == Approx(1.5));
    CHECK(support.operation(2.0, everywhere(*world), *world) == Approx(300e3));
    CHECK(support.operation(0.0, everywhere(*world), *world) == 0.0);
}
