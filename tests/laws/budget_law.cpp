#include "tests/support/law_world.hpp"

#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

/// What levers and projects drew this month from the year's cap: projects' special bonds
/// stand beside it.
Fen drawn_from_cap(World const& world) {
    Fen spent = -world.ledger(Flow::projects, Account::government)
                - world.ledger(Flow::loans_granted, Account::government);
    for (auto const paid : world.use.spent)
        spent += paid;
    return spent;
}

} // namespace

TEST_CASE("levers and projects together never cost more than the year's cap", "[law]") {
    LawRun run{shrunk("[budget]\nrevenue_share = 0.06\ntransfers = 0\n", 0.02, "plan-1-4-n.toml")};
    Fen spent = 0;
    for (int month = 1; month <= 36; ++month) {
        run.month();
        if (month % 12 == 1) spent = 0;
        spent += drawn_from_cap(run.world);
        // Claims that were announced may round up by half a fen each.
        CHECK(spent <= run.world.budget.cap + 100'000);
        if (month == 24 || month == 36) CHECK(2 * spent > run.world.budget.cap);
    }
    CHECK(run.world.projects.size() == 14); // ten of stalled housing, four of N
    CHECK(run.world.budget.bond_debt > 0);
}

TEST_CASE("the developer lives through ten years without rescue or cuts", "[law]") {
    LawRun run{shrunk({}, 0.02)};
    for (int month = 1; month <= 120; ++month) {
        run.month();
        REQUIRE(run.world.developer.rescue == 0);
        REQUIRE(run.world.developer.services == 1.0);
    }
    CHECK(run.world.developer.coverage() > 0.6);
    CHECK(run.world.developer.extensions == 0);
}
