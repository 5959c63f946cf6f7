#include "sim/model/levers.hpp"

#include <cstring>
#include <map>

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

/// What makes each kind of lever idle, and what makes it strong.
struct Dose {
    std::string zero;
    std::string strong;
};

std::map<std::string, Dose, std::less<>> const doses{
    {"supply_platform",
     {"candidates = 0", "candidates = 5\nusers = 50000\nyield = 1.0"}},
    {"enterprise_events",
     {"meetings = 0\ncongress_firms = 0", "meetings = 240\nfirms_per_meeting = 400"}},
    {"local_purchase_bonus", {"share = 0", "share = 0.03"}},
    {"resource_sharing", {"units = 0", "units = 400\nusers_per_unit = 100"}},
    {"spin_off_support", {"boost = 0", "boost = 2"}},
    {"rent_relief", {"discount = 0\nfree_months = 0", "discount = 0.5"}},
    {"standard_factories", {"space = 0", "space = 1e6"}},
    {"land_price", {"discount = 0", "discount = 0.5"}},
    {"interest_subsidy", {"points = 0", "points = 0.02"}},
    {"loan_guarantee", {"covered = 0", "covered = 0.8"}},
    {"logistics_hub", {"hubs = 0", "hubs = 4"}},
    {"direct_power", {"discount = 0", "discount = 0.1"}},
    {"green_power", {"subsidy = 0", "subsidy = 0.6"}},
    {"rd_voucher", {"share = 0", "share = 0.5\nlimit = 1e6"}},
    {"digital_voucher", {"share = 0", "share = 0.5\nlimit = 1e6"}},
    {"regional_alliance", {"strength = 0", "strength = 1\nmembers = 50000"}},
    {"zone_fund", {"capital = 0", "capital = 1e9"}},
    {"specialised_park",
     {"users = [0, 0, 0, 0, 0]\nlines = 0", "users = [900, 900, 900, 900, 900]\nlines = 20"}},
    {"ladder_service", {"boost = 0", "boost = 3"}},
    {"investment_promotion", {"effort = 0", "effort = 3"}},
    {"job_stations",
     {"hub = 0\nstreet = 0\npark = 0\noutlet = 0",
      "hub = 1\nstreet = 1\npark = 1\noutlet = 1"}},
    {"hr_agencies", {"seats = 0", "seats = 20000"}},
    {"park_hr_company", {"seats = 0", "seats = 20000"}},
    {"training_seats", {"seats = 0", "seats = 50000"}},
    {"rapid_response", {"share = 0", "share = 1"}},
    {"school_places", {"seats = 0", "seats = 20000"}},
    {"care_places", {"child = 0\nelder = 0", "child = 20000\nelder = 20000"}},
    {"clinic_capacity", {"percent = 0\npooled = 0", "percent = 50\npooled = 1"}},
    {"housing_renewal",
     {"renewed = 0\ndelivered = 0", "renewed = 50000\ndelivered = 50000"}},
    {"public_transport", {"buses = 0", "buses = 1000"}},
    {"culture_events", {"events = 0", "events = 1000"}},
    {"environment_care", {"points = 0", "points = 5"}},
    {"counterpart_officers", {"officers = 0", "officers = 2000"}},
    {"union_posts", {"posts = 0", "posts = 2000"}},
    {"social_assistance", {"heads = 0", "heads = 50000"}},
};

std::vector<std::uint64_t> run_with(std::string const& added, int months) {
    LawRun run{shrunk(added)};
    return hashes(run, months);
}

} // namespace

TEST_CASE("a lever of intensity zero changes nothing", "[law]") {
    auto const baseline = run_with({}, 14);
    for (auto const& card : lever_cards()) {
        INFO(card.key);
        auto const dose = doses.find(card.key);
        REQUIRE(dose != doses.end());
        CHECK(run_with(lever(dose->first, dose->second.zero), 14) == baseline);
    }
}

TEST_CASE("a lever without money changes nothing", "[law]") {
    auto const baseline = run_with({}, 14);
    for (auto const& card : lever_cards()) {
        INFO(card.key);
        auto const& [key, dose] = *doses.find(card.key);
        auto const strong = dose.strong + "\nyearly_cap = 0";
        CHECK(run_with(lever(key, strong), 14) == baseline);
    }
}

TEST_CASE(
    "a lever changes nothing before its first month, and something from it on",
    "[law]") {
    constexpr std::size_t before = 6;
    auto const baseline = run_with({}, 30);
    for (auto const& card : lever_cards()) {
        INFO(card.key);
        auto const& [key, dose] = *doses.find(card.key);
        auto const with =
            run_with(lever(key, dose.strong + "\nfrom = \"2023-07\""), 30);
        for (std::size_t month = 0; month < before; ++month)
            CHECK(with[month] == baseline[month]);
        CHECK(with.back() != baseline.back());
    }
}

TEST_CASE("levers that have ended leave no trace in the policy book", "[law]") {
    std::string all;
    for (auto const& [key, dose] : doses)
        all += lever(key, dose.strong + "\nuntil = \"2023-04\"", key);
    LawRun run{shrunk(all, 0.01, "no-policy.toml")};
    PolicyBook const empty;
    for (int month = 1; month <= 6; ++month) {
        run.month();
        auto const same = std::memcmp(&run.world.policy, &empty, sizeof empty) == 0;
        CAPTURE(month);
        CHECK(same == (month >= 4));
    }
}
