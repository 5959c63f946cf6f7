#include "sim/process/founding.hpp"

#include "sim/process/demography.hpp"
#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

TEST_CASE("a founded firm is an ordinary one of its size", "[unit]") {
    auto world = tiny_zone();
    Newborn const newborn{
        .id = 777,
        .kind = FirmKind::company,
        .sector = machines,
        .place = west,
        .workers = 4,
        .productivity = 1.5,
        .quality = 0.6,
        .birth = 15};
    auto const firm = found_firm(world, newborn);
    auto const& firms = world.firms;
    // 1.5 × 10,000 × 4 = 60,000 units a month; metal .3, machines .1, shops .05 of it.
    CHECK(firms.expected_demand[firm] == 60'000.0);
    CHECK(firms.capacity[firm] == 72'000.0);
    CHECK(firms.output_stock[firm] == 18'000.0);
    CHECK(firms.input_stock[firm][0] == 18'000.0);
    CHECK(firms.input_stock[firm][1] == 6'000.0);
    CHECK(firms.input_stock[firm][2] == 3'000.0);
    CHECK(firms.space[firm] == 160.0F);
    CHECK(firms.revenue_12m(firm) == Approx(720'000.0));
    CHECK(firms.high_tech[firm] == 1);
    CHECK(firms.cash[firm] == 0);
    CHECK(static_cast<double>(firms.interest_rate[firm]) ==
          Approx(0.0395 + 0.025 * 0.92311635)); // e^(−4/50)
    CHECK(world.counts.workers_entered == 4);
    CHECK(world.counts.inputs_entered == 27'000.0);
    CHECK(world.links.of(firm).empty());
    CHECK(world.links.sold_by(firm).empty());
    CHECK(world.directory.sellers(machines, west).size() == 2);
}

TEST_CASE("a founder pays in from the households", "[unit]") {
    auto world = tiny_zone();
    auto const firm = found_firm(world, {.id = 9, .sector = shops, .place = east});
    endow(world, firm, Account::households, fen(1'234.56));
    record_entry(world, firm, EventKind::entry, fen(1'234.56));
    CHECK(world.firms.cash[firm] == fen(1'234.56));
    CHECK(world.counts.entries[0] == 1);
    CHECK(open_identity(world).empty());
}

TEST_CASE("opening companies follow the bounded tail", "[unit]") {
    Demography const demography;
    Sector service;
    CHECK(opening_workers(demography, FirmKind::individual, service, 0.44) == 1);
    CHECK(opening_workers(demography, FirmKind::individual, service, 0.79) == 2);
    CHECK(opening_workers(demography, FirmKind::individual, service, 0.81) == 3);
    CHECK(opening_workers(demography, FirmKind::company, service, 1e-9) == 2);
    CHECK(opening_workers(demography, FirmKind::company, service, 1.0 - 1e-9) == 500);
    // Median: 1.9 · (1 − .5 (1 − (1.9/500)^1.06))^(−1/1.06) = 3.65
    CHECK(opening_workers(demography, FirmKind::company, service, 0.5) == 3);
}

TEST_CASE("the size premium ends at its cap", "[unit]") {
    Demography const demography;
    auto const median = productivity_of(demography, FirmKind::individual, 1, 0.5);
    CHECK(median == Approx(0.940588)); // e^(−.35²/2)
    CHECK(productivity_of(demography, FirmKind::company, 20, 0.5) == Approx(median));
    CHECK(productivity_of(demography, FirmKind::company, 100'000, 0.5) ==
          Approx(1.35 * median));
}

TEST_CASE("the same newborn has the same ability in every world", "[unit]") {
    auto const here = tiny_zone();
    auto there = tiny_zone();
    there.month = Month{40};
    Newborn one{.id = 4242, .kind = FirmKind::company, .sector = metal, .place = east};
    auto other = one;
    draw_entrant(here, {}, one);
    draw_entrant(there, {}, other);
    CHECK(one.workers == other.workers);
    CHECK(one.productivity == other.productivity);
    CHECK(one.quality == other.quality);
}
