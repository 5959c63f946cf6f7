#include "sim/process/firm_cost.hpp"
#include "sim/process/place_costs.hpp"

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

/// A lever that bears on unit cost, and a rising grid of its intensity.
struct Ladder {
    std::string kind;
    std::string intensity;
    std::vector<double> grid;
};

std::vector<Ladder> const ladders{
    {"rent_relief", "discount", {0.0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5}},
    {"rent_relief", "free_months", {0.0, 1.0, 6.0, 12.0, 24.0, 36.0}},
    {"interest_subsidy", "points", {0.0, 0.001, 0.002, 0.005, 0.01, 0.015, 0.02}},
    {"direct_power", "discount", {0.0, 0.001, 0.01, 0.03, 0.05, 0.08, 0.1}},
    {"logistics_hub", "hubs", {0.0, 0.25, 0.5, 1.0, 2.0, 3.0, 4.0}},
    {"standard_factories", "space", {0.0, 1e4, 1e5, 3e5, 1e6}},
};

/// The zone as its firms find it once a lever has written its offer.
LawRun& offered(LawRun& run) {
    run.begin_month();
    run.run_stages(0, run.stage("demand"));
    return run;
}

double total(CostTerms const& terms) {
    double sum = 0.0;
    for (auto const term : terms)
        sum += term;
    return sum;
}

} // namespace

TEST_CASE("more support never raises what its recipient's unit costs", "[law]") {
    LawRun past{shrunk({}, 0.02)};
    past.months(18);
    // Everybody owes something, pools freight, and the parks are full.
    for (auto const firm : living(past.world)) {
        past.world.firms.set_done(firm, Action::pooled_logistics);
        past.world.firms.loan[firm] += 1'000'000;
    }
    for (std::size_t place = 0; place < past.world.n_zone_places(); ++place)
        past.world.places[PlaceId{place}].space *= 0.7;

    for (auto const& ladder : ladders) {
        std::vector<double> cost;
        std::size_t falls = 0;
        std::vector<std::array<double, max_places>> everywhere;
        for (auto const step : ladder.grid) {
            auto const settings = ladder.intensity + " = " + std::to_string(step);
            auto const scenario = shrunk(lever(ladder.kind, settings), 0.02);
            auto const& rules = scenario.parameters.common.costs;
            LawRun run{scenario, past.world};
            auto const& world = offered(run).world;
            auto const firms = living(world);
            std::size_t rises = 0;
            std::size_t rises_elsewhere = 0;
            for (std::size_t at = 0; at < firms.size(); ++at) {
                auto const firm = firms[at];
                auto const now =
                    total(unit_cost_at(world, firm, world.firms.place[firm], rules));
                auto const places = unit_cost_everywhere(world, firm, rules);
                if (cost.size() <= at) {
                    cost.push_back(now);
                    everywhere.push_back(places);
                    continue;
                }
                rises += now > cost[at] ? 1 : 0;
                falls += now < cost[at] ? 1 : 0;
                for (std::size_t place = 0; place < world.places.size(); ++place)
                    rises_elsewhere += places[place] > everywhere[at][place] ? 1 : 0;
                cost[at] = now;
                everywhere[at] = places;
            }
            CAPTURE(ladder.kind, step);
            CHECK(rises == 0);
            CHECK(rises_elsewhere == 0);
        }
        CAPTURE(ladder.kind);
        CHECK(falls > 0);
    }
}
