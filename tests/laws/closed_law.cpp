#include "sim/world/identities.hpp"

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

/// Money that changed hands in each flow over all months, and goods on the way.
struct Turnover {
    std::array<Fen, n_flows> flow{};
    double made = 0.0;
    double inputs_bought = 0.0;
    std::int64_t hires = 0;

    void add(World const& world) {
        for (std::size_t row = 0; row < n_flows; ++row)
            for (auto const amount : world.ledger.entries()[row])
                flow[row] += amount > 0 ? amount : 0;
        made += world.counts.made;
        inputs_bought += world.counts.inputs_bought;
        hires += world.counts.hires;
    }
};

} // namespace

TEST_CASE("every account, good and head closes in every scenario", "[law]") {
    constexpr int months = 72;
    auto const scenarios = shipped_scenarios();
    REQUIRE(scenarios.size() >= 8);
    Turnover turnover;
    for (auto const& file : scenarios)
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            CAPTURE(file, seed);
            LawRun run{shrunk({}, 0.01, file), seed};
            for (int done = 0; done < months; ++done) {
                run.begin_month();
                run.run_stages(0, run.stages().size());
                auto const residuals = close_month(run.world);
                REQUIRE(residuals.size() == identities().size());
                for (auto const& residual : residuals) {
                    CAPTURE(run.world.month.text(), residual.name);
                    REQUIRE(residual.value == 0.0);
                }
                // Claims on each other sum to zero: no account is a remainder.
                Fen money = 0;
                for (auto const amount : run.world.balances.money)
                    money += amount;
                REQUIRE(money == 0);
                turnover.add(run.world);
            }
        }
    for (std::size_t row = 0; row < n_flows; ++row) {
        INFO(flow_names[row].en);
        CHECK(turnover.flow[row] > 0);
    }
    CHECK(turnover.made > 0.0);
    CHECK(turnover.inputs_bought > 0.0);
    CHECK(turnover.hires > 0);
}
