#include "sim/process/best_newcomers.hpp"

#include "tests/support/tiny_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tiny;

namespace {

constexpr double outside_log_quality = -0.5;

/// What a buyer at `to` thinks of a seller before luck and the cost of a new partner.
double worth(
    World const& world,
    double log_price,
    double log_quality,
    SectorId good,
    PlaceId from,
    PlaceId to) {
    return supplier_score(
        {.log_price = log_price - world.around.log_mean_price[good.row()],
         .log_quality = log_quality,
         .log_landed = world.places.log_landed[to.row()][from.row()],
         .log_distance = world.places.log_distance[to.row()][from.row()]},
        rules::SupplierTaste{});
}

} // namespace

TEST_CASE(
    "no seller is worth more than the best newcomer, and one comes up to it",
    "[unit]") {
    auto world = tiny_zone();
    world.firms.price[smelter] = 0.9F;
    world.firms.quality[giant] = 1.3F;
    world.firms.price[giant] = 1.05F;
    SupplierDraws draws{{}};
    draws.prepare(world);
    BestNewcomers best;
    best.look(world, draws, {}, outside_log_quality);
    for (auto const to : {east, west, old_town}) {
        double most = -1e9;
        for (auto const seller : {smelter, giant}) {
            auto const& card = draws.card(seller);
            auto const value = worth(
                world,
                static_cast<double>(card.log_price),
                static_cast<double>(card.log_quality),
                metal,
                card.place,
                to);
            CHECK(value <= best.in_zone(metal, to));
            most = std::max(most, value);
        }
        CHECK(best.in_zone(metal, to) == Approx(most).margin(1e-6));
        double most_outside = -1e9;
        for (auto const from : {capital, coast}) {
            auto const value = worth(
                world,
                world.outside.log_import_price[metal.row()],
                outside_log_quality,
                metal,
                from,
                to);
            CHECK(value <= best.outside(metal, to));
            most_outside = std::max(most_outside, value);
        }
        CHECK(best.outside(metal, to) == Approx(most_outside).margin(1e-6));
    }
}
