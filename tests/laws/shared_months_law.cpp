#include "sim/model/common_months.hpp"
#include "sim/model/trajectory.hpp"
#include "sim/world/state_hash.hpp"

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

constexpr auto ends = "[time]\nlast_month = \"2024-06\"\n";

/// Claims that are cut by their caps, so that accounts of the year matter.
std::string claimed_from(std::string const& month, std::string const& name) {
    return lever(
        "interest_subsidy",
        "points = 0.02\nyearly_cap = 2e6\nfrom = \"" + month + "\"",
        name);
}

std::string meetings_from(std::string const& month) {
    return lever(
        "enterprise_events",
        "meetings = 240\nfirms_per_meeting = 400\nyearly_cap = 4e6\nfrom = \"" + month
            + "\"",
        "meetings");
}

int common(std::string const& one, std::string const& other) {
    return months_in_common(shrunk(ends + one), shrunk(ends + other));
}

void step_to(Trajectory& run, int month) {
    while (run.world().month.index() < month)
        run.step();
}

} // namespace

TEST_CASE("scenarios are the same up to the first entry that differs", "[law]") {
    CHECK(common("", "") == 18);
    CHECK(common("", claimed_from("2024-01", "late")) == 12);
    CHECK(common(claimed_from("2024-01", "late"), "") == 12);
    CHECK(common("", claimed_from("2023-01", "at_once")) == 0);
    CHECK(
        common("", lever("interest_subsidy", "points = 0.02")) == 0); // from the start
    CHECK(common("", meetings_from("2024-03") + claimed_from("2023-04", "early")) == 3);
    CHECK(common(meetings_from("2023-08"), meetings_from("2023-10")) == 7);
    CHECK(
        common(
            "[[shock]]\nname = \"s\"\nkind = \"demand\"\nsize = -0.2\n"
            "from = \"2023-06\"\n",
            "")
        == 5);
    CHECK(common("[costs]\nfreight = 0.51\n", "") == 0);
    CHECK(common("[record]\nsnapshots = [\"2023-05\"]\n", "") == 18);
}

TEST_CASE("scenarios are the same no longer than they both run", "[law]") {
    auto const longer = shrunk(ends);
    CHECK(months_in_common(longer, shrunk("[time]\nlast_month = \"2023-04\"\n")) == 4);
}

TEST_CASE("entries that work must stand in the same order", "[law]") {
    auto const early = claimed_from("2023-02", "early");
    CHECK(
        common(meetings_from("2023-03") + early, early + meetings_from("2023-03"))
        == 2);
    CHECK(
        common(meetings_from("2024-01") + early, early + meetings_from("2024-01"))
        == 12);
}

TEST_CASE("a run that leaves another goes on as if it had been alone", "[law]") {
    auto const early = claimed_from("2023-02", "early");
    auto const baseline = shrunk(ends + early);
    auto const policy = shrunk(
        ends + early + claimed_from("2023-08", "late") + meetings_from("2023-08"));
    auto const months = months_in_common(baseline, policy);
    REQUIRE(months == 7);

    Trajectory trunk{baseline, opening_of(baseline)};
    step_to(trunk, months);
    Trajectory branch{policy, trunk.moment()};
    Trajectory alone{policy, opening_of(policy)};
    step_to(alone, months);
    while (!alone.done()) {
        alone.step();
        branch.step();
        INFO(alone.world().month.text());
        CHECK(state_hash(branch.world()) == state_hash(alone.world()));
        CHECK(std::ranges::equal(
            std::as_bytes(branch.kpis().values()),
            std::as_bytes(alone.kpis().values())));
    }
    CHECK(branch.done());
    auto const subsidy = trunk.moment().levers;
    CHECK(subsidy.spent.at("early") > 0);

    // What a program carries matters: without it the branch pays another month's part.
    auto forgetful = trunk.moment();
    forgetful.levers = {};
    Trajectory other{policy, std::move(forgetful)};
    other.step();
    Trajectory same{policy, trunk.moment()};
    same.step();
    CHECK(state_hash(other.world()) != state_hash(same.world()));
}
