#include "sim/model/kpis.hpp"

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

/// A lever for the communities or the counterparts, a dose of it, and what it is for.
struct Aimed {
    std::string kind;
    std::string first;
    std::string second; ///< twice the first
    std::string measure;
    std::size_t label = 0;
    double sign = 1.0;
};

constexpr auto levels = "service_level_by_service";

std::vector<Aimed> const friendly{
    {"school_places", "seats = 1000", "seats = 2000", levels, 0},
    {"care_places", "child = 600\nelder = 0", "child = 1200\nelder = 0", levels, 1},
    {"care_places", "child = 0\nelder = 500", "child = 0\nelder = 1000", levels, 2},
    {"clinic_capacity",
     "percent = 5\npooled = 0.2",
     "percent = 10\npooled = 0.4",
     levels,
     3},
    {"housing_renewal",
     "renewed = 0\ndelivered = 40000",
     "renewed = 0\ndelivered = 80000",
     levels,
     4},
    {"public_transport", "buses = 50", "buses = 100", levels, 5},
    {"culture_events", "events = 25", "events = 50", levels, 6},
    {"counterpart_officers",
     "officers = 60\nto_communities = 1",
     "officers = 120\nto_communities = 1",
     levels,
     7},
    {"environment_care", "points = 1", "points = 2", levels, 8},
    {"counterpart_officers",
     "officers = 60",
     "officers = 120",
     "waiting_time",
     0,
     -1.0},
    {"union_posts", "posts = 40", "posts = 80", "security", 0},
    {"social_assistance", "heads = 2500", "heads = 5000", "security", 0},
};

/// What a lever makes of one frozen month's services and senses: nothing else differs.
double measured(
    Scenario const& scenario,
    World const& past,
    std::string const& measure,
    std::size_t label) {
    LawRun run{scenario, past};
    run.begin_month();
    run.run_stages(0, run.stage("demand"));
    auto const& parameters = scenario.parameters;
    auto const pass = [&](auto const& process, auto decision) {
        process.decide(run.world, decision);
        process.apply(decision, run.world);
    };
    pass(Counterparts{parameters.counterparts}, Counterparts::Decision{});
    pass(PublicServices{parameters.public_services}, PublicServices::Decision{});
    run.world.policy.flats_built.fill(0.0); // those of this month are built
    run.world.policy.mains_laid.fill(0.0);
    pass(PublicServices{parameters.public_services}, PublicServices::Decision{});
    pass(Feelings{parameters.senses}, Feelings::Decision{});
    KpiRow row{run.world};
    row.compute(run.world, take_tally(run.world));
    return row[measure][label];
}

} // namespace

TEST_CASE(
    "each friendly lever helps what it is for, and its second dose helps less",
    "[law]") {
    auto const nothing = shrunk({}, 0.02);
    LawRun past{nothing};
    past.months(14);
    for (auto const& aimed : friendly) {
        INFO(aimed.kind << " on " << aimed.measure << " " << aimed.label);
        auto const with = [&](std::string const& dose) {
            return measured(
                shrunk(lever(aimed.kind, dose), 0.02),
                past.world,
                aimed.measure,
                aimed.label);
        };
        auto const none = measured(nothing, past.world, aimed.measure, aimed.label);
        auto const first = aimed.sign * (with(aimed.first) - none);
        auto const both = aimed.sign * (with(aimed.second) - none);
        CHECK(first > 0.0);
        CHECK(both > first);
        CHECK(both - first < first);
    }
}

TEST_CASE("flats for one park are built there and nowhere else", "[law]") {
    auto const here =
        lever("housing_renewal", "delivered = 24000\nrenewed = 0\nplaces = [\"hexi\"]");
    LawRun run{shrunk(here, 0.02, "no-policy.toml")};
    LawRun base{shrunk({}, 0.02, "no-policy.toml")};
    run.months(3);
    base.months(3);
    auto const& with = run.world.communities;
    auto const& without = base.world.communities;
    double in_hexi = 0.0;
    for (std::size_t row = 0; row < with.n_district; ++row) {
        auto const housing = index_of(Service::housing);
        auto const more =
            with.rows[row].capacity[housing] - without.rows[row].capacity[housing];
        if (run.world.places[with.rows[row].place].name == "hexi")
            in_hexi += more;
        else
            CHECK(more == 0.0);
    }
    CHECK(in_hexi == Approx(120.0).epsilon(0.01)); // 24,000 · .02 · 3/12
}
