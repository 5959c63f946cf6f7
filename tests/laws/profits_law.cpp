#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

/// Firms that give up and that enter in two years of a zone.
struct Turnover {
    double given_up = 0.0;
    double entries = 0.0;
};

Turnover two_years(std::string const& parameters, bool dear_power) {
    std::string const shock = "[[shock]]\nname = \"power\"\nkind = "
                              "\"power_price\"\nfrom = \"2023-02\"\nsize = 4.0\n";
    auto const base = shrunk({}, 0.1);
    LawRun run{shrunk(parameters + (dear_power ? shock : ""), 0.1), opening_of(base)};
    Turnover turnover;
    for (int done = 0; done < 24; ++done) {
        run.month();
        auto const& counts = run.world.counts;
        turnover.given_up += static_cast<double>(
            counts.exits[0] + counts.exits[1] - counts.forced_exits);
        turnover.entries += static_cast<double>(counts.entries[0] + counts.entries[1]);
    }
    return turnover;
}

} // namespace

TEST_CASE(
    "a cost shock drives firms out and keeps newcomers away, unless profits do not "
    "count",
    "[law]") {
    auto const calm = two_years({}, false);
    auto const shaken = two_years({}, true);
    std::string const without_profits =
        "[exit]\nmargin_slope = 0.0\n[entry]\nprofit_pull = 0.0\n";
    auto const calm_blind = two_years(without_profits, false);
    auto const shaken_blind = two_years(without_profits, true);
    CAPTURE(calm.given_up, shaken.given_up, calm_blind.given_up, shaken_blind.given_up);
    CAPTURE(calm.entries, shaken.entries, calm_blind.entries, shaken_blind.entries);
    CHECK(shaken.given_up > 1.06 * calm.given_up);
    CHECK(shaken.entries < 0.95 * calm.entries);
    CHECK(shaken_blind.given_up == Approx(calm_blind.given_up).epsilon(0.03));
    CHECK(shaken_blind.entries == Approx(calm_blind.entries).epsilon(0.02));
}
