#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

/// Wages, rents, power, freight and distance are the same everywhere, and nothing is
/// full.
void level(World& world) {
    auto& places = world.places;
    for (auto& place : places.rows) {
        place.wage_index = 1.0;
        place.rent_index = 1.0;
        place.power_index = 1.0;
        place.rent_pressure = 1.0;
        place.space = 1e12;
    }
    for (std::size_t a = 0; a < places.size(); ++a)
        for (std::size_t b = 0; b < places.size(); ++b) {
            places.km[a][b] = 10.0;
            places.log_distance[a][b] = 0.7;
            places.freight[a][b] = 0.05;
            places.log_landed[a][b] = 0.0;
        }
}

/// Enterprises that could save by standing elsewhere, of those that looked around.
struct Restless {
    std::size_t firms = 0;
    std::size_t gainers = 0;
};

Restless after_a_year(Scenario const& scenario, World opening) {
    LawRun run{scenario, std::move(opening)};
    run.months(13);
    Restless restless;
    for (auto const firm : living(run.world)) {
        ++restless.firms;
        restless.gainers += run.world.firms.best_gain[firm] > 1e-6F ? 1 : 0;
    }
    return restless;
}

} // namespace

TEST_CASE("where all places cost the same nobody gains from moving", "[law]") {
    auto const real = shrunk({}, 0.02);
    auto const same = shrunk("[surroundings]\npooling_gain = 0.0\n", 0.02);
    auto opening = opening_of(real);
    for (auto const firm : living(opening))
        opening.firms.best_gain[firm] = 0.0F;
    auto const as_it_is = after_a_year(real, opening);
    level(opening);
    auto const levelled = after_a_year(same, opening);
    CHECK(as_it_is.gainers > as_it_is.firms / 4);
    CHECK(levelled.firms > 1000);
    CHECK(levelled.gainers == 0);
}
