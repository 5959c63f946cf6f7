#include "sim/process/digital_adoption.hpp"

#include "tests/support/tiny_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

double rate(World& world, FirmId firm, int months) {
    DigitalAdoption const process{{}, {}};
    DigitalAdoption::Decision decision;
    int count = 0;
    for (int month = 1; month <= months; ++month) {
        world.month = Month{month};
        process.decide(world, decision);
        for (auto const& step : decision.all())
            count += step.firm == firm ? 1 : 0;
    }
    return static_cast<double>(count) / months;
}

} // namespace

TEST_CASE("digital steps follow adopters around, size and the voucher", "[unit]") {
    auto world = tiny_zone();
    give_cash(world, giant, 1e9);
    // .0025 · (100/5)^.2 = .0025 · 1.8206
    CHECK(rate(world, giant, 40'000) == Approx(0.00455).margin(0.001));
    world.around.digital_share[metal.row()][west.row()] = 0.5;
    // (.0025 + .016) · 1.8206
    CHECK(rate(world, giant, 20'000) == Approx(0.0337).margin(0.004));
    world.policy.digital_voucher(FirmKind::company, metal, west) = 0.5;
    CHECK(rate(world, giant, 20'000) == Approx(2.5 * 0.0337).margin(0.006));
    world.firms.digital_level[giant] = 1;
    CHECK(rate(world, giant, 20'000) == Approx(0.3 * 2.5 * 0.0337).margin(0.004));
    world.firms.digital_level[giant] = 4;
    CHECK(rate(world, giant, 1'000) == 0.0);
}

TEST_CASE("a digital step is paid by firm and voucher to the fen", "[unit]") {
    auto world = tiny_zone();
    auto const lever = index_of(LeverKind::digital_voucher);
    world.policy.allowance[lever] = fen(10'000.0);
    DigitalAdoption::Decision decision;
    decision.all() = {
        {.firm = builder, .spending = fen(30'000.0), .claim = fen(15'000.0)},
        {.firm = shop, .spending = fen(6'000.0), .claim = fen(1'000.0)}};
    DigitalAdoption{{}, {}}.apply(decision, world);
    // 10,000 for 16,000: 9,375 and 625.
    CHECK(world.firms.cash[builder] == fen(50'000.0 - 30'000.0 + 9'375.0));
    CHECK(world.firms.cash[shop] == fen(50'000.0 - 6'000.0 + 625.0));
    CHECK(world.firms.digital_level[builder] == 1);
    CHECK(world.counts.actions[index_of(Action::digital)] == 2);
    CHECK(world.use.units[lever] == 2.0);
    CHECK(open_identity(world).empty());
}
