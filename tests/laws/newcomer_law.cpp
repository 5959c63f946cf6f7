#include "sim/process/entry.hpp"
#include "sim/process/founding.hpp"
#include "sim/process/newcomers.hpp"
#include "sim/process/supply_search.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

constexpr std::uint64_t newcomer_id = 0x5eed5eed;

/// The candidates of every request of a buyer: sellers by their ids, whatever their
/// rows.
using Candidates = std::vector<std::vector<std::uint64_t>>;

std::uint64_t name_of(World const& world, Seller seller) {
    return seller.in_zone() ? world.firms.id[seller.firm()] : seller.code();
}

/// Whom everybody looks at in the second month.
std::map<std::uint64_t, Candidates> searches(LawRun& run, Scenario const& scenario) {
    run.month();
    run.begin_month();
    run.run_stages(0, run.stage(SupplySearch::key));
    SupplySearch const search{scenario.parameters.common.search};
    SupplySearch::Decision decision;
    search.decide(run.world, decision);
    std::map<std::uint64_t, Candidates> by_buyer;
    for (auto const firm : living(run.world))
        by_buyer[run.world.firms.id[firm]] = {};
    for (auto const* request : decision.requests) {
        std::vector<std::uint64_t> names{request->input};
        for (std::size_t at = 0; at < request->count; ++at)
            names.push_back(name_of(run.world, request->candidates[at].seller));
        std::sort(names.begin() + 1, names.end());
        by_buyer[run.world.firms.id[request->buyer]].push_back(std::move(names));
    }
    return by_buyer;
}

/// One more individual business with one person and no customer.
void add_newcomer(World& world, Scenario const& scenario, std::string const& code) {
    auto const sector = std::find_if(
        world.sectors.begin(), world.sectors.end(), [&](Sector const& row) {
            return row.code == code;
        });
    REQUIRE(sector != world.sectors.end());
    auto const firm = found_firm(
        world,
        {.id = newcomer_id,
         .kind = FirmKind::individual,
         .sector = SectorId{static_cast<std::size_t>(sector - world.sectors.begin())},
         .place = PlaceId{0}});
    start_small(
        world,
        firm,
        scenario.parameters.entry.first_demand,
        market_share_per_yuan(world));
    auto const owner = settle_in(world, newcomer_id, PlaceId{0});
    world.counts = {};
    world.people.activity[owner] = Activity::employed;
    world.people.employer[owner] = static_cast<Employer>(firm.row());
    world.people.set(owner, Mark::owner);
    world.staff.rebuild(world.people, world.firms.rows());
}

} // namespace

TEST_CASE("one more small business leaves whom the others look at", "[law]") {
    auto const scenario = shrunk({}, 0.1);
    LawRun without{scenario};
    auto const before = searches(without, scenario);
    for (auto const* sector : {"TRADE", "HHSERV", "LIGHT"}) {
        LawRun with{scenario};
        add_newcomer(with.world, scenario, sector);
        auto const after = searches(with, scenario);
        std::size_t searching = 0;
        std::size_t same = 0;
        for (auto const& [id, candidates] : before) {
            auto const found = after.find(id);
            auto const equal = found != after.end() && found->second == candidates;
            same += equal ? 1 : 0;
            searching += candidates.empty() ? 0 : 1;
        }
        CAPTURE(sector, before.size(), searching, same);
        CHECK(after.count(newcomer_id) == 1);
        CHECK(searching > 1000);
        CHECK(static_cast<double>(same) >= 0.999 * static_cast<double>(before.size()));
    }
}
