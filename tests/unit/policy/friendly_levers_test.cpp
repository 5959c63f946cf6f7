#include "sim/policy/care_places.hpp"
#include "sim/policy/clinic_capacity.hpp"
#include "sim/policy/counterpart_officers.hpp"
#include "sim/policy/culture_events.hpp"
#include "sim/policy/environment_care.hpp"
#include "sim/policy/housing_renewal.hpp"
#include "sim/policy/public_transport.hpp"
#include "sim/policy/school_places.hpp"
#include "sim/policy/social_assistance.hpp"
#include "sim/policy/union_posts.hpp"

#include "tests/support/service_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::test;

namespace {

/// Two communities of Hexi and a third of 2,000 people in Tianxin, so that each place
/// has half of the residents.
std::unique_ptr<World> two_towns() {
    auto world = service_world();
    auto third = world->communities.rows[poor];
    third.place = tianxin;
    for (auto& people : third.people)
        people *= 2.0;
    world->communities.rows.push_back(third);
    world->communities.n_district = 3;
    for (auto& community : world->communities.rows)
        community.capacity[index_of(Service::clinic)] = 1000.0;
    return world;
}

template<class Lever>
PolicyBook written(Lever const& lever, World const& world, double strength = 1.0) {
    PolicyBook book;
    lever.write(everywhere(world, strength), world, book);
    return book;
}

double in_hexi(PolicyBook const& book, Service service) {
    return book.service_capacity[hexi.row()][index_of(service)];
}

/// Yuan a month when everything that is offered is used.
template<class Lever>
double monthly_cost(Lever const& lever, World const& world, double strength = 1.0) {
    auto const reach = everywhere(world, strength);
    return lever.operation(lever.offered(reach, world), reach, world);
}

} // namespace

TEST_CASE(
    "school places go to places by their residents and cost each month", "[unit]") {
    auto const world = two_towns();
    SchoolPlaces const lever{{.seats = 1200.0, .place_cost = 20e3}};
    CHECK(in_hexi(written(lever, *world), Service::school) == Approx(600.0));
    CHECK(in_hexi(written(lever, *world, 0.5), Service::school) == Approx(300.0));
    CHECK(monthly_cost(lever, *world) == Approx(2e6)); // 1,200 · 20,000 / 12
}

TEST_CASE("a scope of one place opens all its school places there", "[unit]") {
    auto const world = two_towns();
    auto reach = everywhere(*world);
    reach.in_place[tianxin.row()] = 0.0;
    SchoolPlaces const lever{{.seats = 1200.0}};
    PolicyBook book;
    lever.write(reach, *world, book);
    CHECK(in_hexi(book, Service::school) == Approx(1200.0));
    CHECK(book.service_capacity[tianxin.row()][index_of(Service::school)] == 0.0);
}

TEST_CASE("care for children and for elders are counted and paid apart", "[unit]") {
    auto const world = two_towns();
    CarePlaces const lever{
        {.child = 600.0, .elder = 240.0, .child_cost = 14e3, .elder_cost = 10e3}};
    auto const book = written(lever, *world);
    CHECK(in_hexi(book, Service::child_care) == Approx(300.0));
    CHECK(in_hexi(book, Service::elder_care) == Approx(120.0));
    CHECK(monthly_cost(lever, *world) == Approx(900e3)); // 700,000 + 200,000
    CHECK(monthly_cost(lever, *world, 0.5) == Approx(450e3));
}

TEST_CASE("idle buildings and volunteers care for less", "[unit]") {
    auto const world = two_towns();
    CarePlaces const lever{
        {.child = 600.0,
         .elder = 240.0,
         .child_cost = 14e3,
         .elder_cost = 10e3,
         .in_idle_buildings = 0.5,
         .idle_saving = 0.4,
         .volunteers = 1200.0,
         .volunteer_cost = 500.0}};
    auto const book = written(lever, *world);
    CHECK(in_hexi(book, Service::child_care) == Approx(300.0));
    CHECK(in_hexi(book, Service::elder_care) == Approx(180.0)); // half of 240 + 1,200/10
    // (8.4 m + 2.4 m) · .8 + .6 m a year
    CHECK(monthly_cost(lever, *world) == Approx(770e3));
}

TEST_CASE("clinics grow by a part of what they are, and share beds", "[unit]") {
    auto const world = two_towns();
    ClinicCapacity const lever{
        {.percent = 6.0, .pooled = 0.2, .percent_cost = 3.3e6, .pool_cost = 2e6}};
    auto const book = written(lever, *world);
    CHECK(in_hexi(book, Service::clinic) == Approx(120.0)); // 6 % of 2,000
    CHECK(book.pooled_beds == Approx(0.2));
    CHECK(monthly_cost(lever, *world) == Approx(20.2e6 / 12.0)); // 6 · 3.3 + .2 · 2
}

TEST_CASE("a renewed flat counts half, a delivered one whole", "[unit]") {
    auto const world = two_towns();
    HousingRenewal const lever{
        {.renewed = 1200.0,
         .delivered = 400.0,
         .renewal_cost = 25e3,
         .delivery_cost = 60e3}};
    auto const book = written(lever, *world);
    CHECK(book.flats_built[hexi.row()] == Approx(1000.0 / 12.0 / 2.0));
    CHECK(monthly_cost(lever, *world) == Approx(4.5e6)); // (30 m + 24 m) / 12
}

TEST_CASE("buses run where people live", "[unit]") {
    auto const world = two_towns();
    PublicTransport const lever{{.buses = 10.0, .bus_cost = 0.6e6}};
    CHECK(in_hexi(written(lever, *world), Service::commute) == Approx(5.0));
    CHECK(monthly_cost(lever, *world) == Approx(0.5e6));
}

TEST_CASE("events please residents, and their visitors spend", "[unit]") {
    auto const world = two_towns();
    CultureEvents const lever{
        {.events = 24.0, .visitors = 3000.0, .visitor_spending = 150.0}};
    auto const book = written(lever, *world);
    CHECK(in_hexi(book, Service::culture) == Approx(12.0)); // a year
    CHECK(book.visitor_spending == Approx(900e3));          // 2 · 3,000 · 150
    CHECK(monthly_cost(lever, *world) == Approx(0.4e6));
}

TEST_CASE(
    "air is cleaned by points of a per cent, mains are laid to people", "[unit]") {
    auto const world = two_towns();
    EnvironmentCare const lever{
        {.points = 0.5, .mains = 1200.0, .tenth_cost = 1.5e6, .mains_cost = 800.0}};
    auto const book = written(lever, *world);
    CHECK(in_hexi(book, Service::environment) == Approx(0.0025));
    CHECK(book.mains_laid[hexi.row()] == Approx(50.0));
    CHECK(monthly_cost(lever, *world) == Approx(705e3)); // 625,000 + 80,000
    CHECK_FALSE(EnvironmentCare{{.points = 0.0, .mains = 10.0}}.idle());
}

TEST_CASE("officers sit where the firms are, or visit where people live", "[unit]") {
    auto const world = two_towns();
    CounterpartOfficers const lever{
        {.officers = 60.0, .to_communities = 0.25, .officer_cost = 168e3}};
    auto const book = written(lever, *world);
    CHECK(book.officers[hexi.row()] == Approx(27.0)); // 45, 600 of 1,000 firms
    CHECK(book.officers[tianxin.row()] == Approx(18.0));
    CHECK(in_hexi(book, Service::governance) == Approx(7.5));
    CHECK(monthly_cost(lever, *world) == Approx(840e3)); // 60 · 14,000
}

TEST_CASE("posts of the unions cost what they are", "[unit]") {
    auto const world = two_towns();
    UnionPosts const lever{{.posts = 39.0, .post_cost = 60e3}};
    CHECK(written(lever, *world, 0.5).union_posts == Approx(19.5));
    CHECK(monthly_cost(lever, *world) == Approx(195e3));
}

TEST_CASE("assistance reaches its tiers and is paid to households", "[unit]") {
    auto const world = two_towns();
    SocialAssistance const lever{
        {.heads = 1200.0, .basic = 1400.0, .special = 600.0, .urgent = 400.0}};
    auto const book = written(lever, *world);
    CHECK(book.assistance[index_of(Assistance::basic)] == Approx(140e3));
    CHECK(book.assistance[index_of(Assistance::special)] == Approx(60e3));
    CHECK(book.assistance[index_of(Assistance::urgent)] == Approx(40e3));
    CHECK(monthly_cost(lever, *world) == Approx(240e3));
    CHECK(SocialAssistance::payee == Account::households);
}

TEST_CASE("a zone at a tenth of its size gets a tenth of each dose", "[unit]") {
    auto const world = two_towns();
    auto const whole =
        written(EnvironmentCare{{.points = 0.5, .mains = 1200.0}}, *world);
    auto const posts = written(UnionPosts{{.posts = 39.0}}, *world);
    world->scale = 0.1;
    auto const tenth =
        written(EnvironmentCare{{.points = 0.5, .mains = 1200.0}}, *world);
    CHECK(tenth.mains_laid[hexi.row()] == Approx(whole.mains_laid[hexi.row()] / 10.0));
    CHECK( // a share of days, not a number of people
        in_hexi(tenth, Service::environment) == in_hexi(whole, Service::environment));
    CHECK(
        written(UnionPosts{{.posts = 39.0}}, *world).union_posts
        == Approx(posts.union_posts / 10.0));
}

TEST_CASE("a friendly lever without a dose is idle", "[unit]") {
    CHECK(SchoolPlaces{{.seats = 0.0}}.idle());
    CHECK(CarePlaces{{.child = 0.0, .elder = 0.0}}.idle());
    CHECK(ClinicCapacity{{.percent = 0.0, .pooled = 0.0}}.idle());
    CHECK(HousingRenewal{{.renewed = 0.0, .delivered = 0.0}}.idle());
    CHECK(PublicTransport{{.buses = 0.0}}.idle());
    CHECK(CultureEvents{{.events = 0.0}}.idle());
    CHECK(EnvironmentCare{{.points = 0.0, .mains = 0.0}}.idle());
    CHECK(CounterpartOfficers{{.officers = 0.0}}.idle());
    CHECK(UnionPosts{{.posts = 0.0}}.idle());
    CHECK(SocialAssistance{{.heads = 0.0}}.idle());
}
