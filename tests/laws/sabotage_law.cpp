#include "sim/base/error.hpp"
#include "sim/world/identities.hpp"

#include <functional>
#include <map>
#include <set>

#include "tests/laws/traces.hpp"
#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

constexpr int first_month = 13;
constexpr int months_watched = 12;
constexpr double smallest_quantity = 1.0 / 64.0;

/// Everything happens in this zone: all levers at strong doses.
Scenario busy_zone() {
    return shrunk(
        lever("rent_relief", "discount = 0.3", "rent")
            + lever("interest_subsidy", "points = 0.02", "interest")
            + lever("loan_guarantee", "covered = 0.8", "guarantee")
            + lever("land_price", "discount = 0.5", "land")
            + lever("local_purchase_bonus", "share = 0.03", "bonus")
            + lever("rd_voucher", "share = 0.5", "rd")
            + lever("digital_voucher", "share = 0.5\nlimit = 1e6", "digital")
            + lever("green_power", "subsidy = 0.6", "green")
            + lever("supply_platform", "users = 50000", "platform")
            + lever("spin_off_support", "boost = 2", "spin_offs")
            + lever("zone_fund", "capital = 3e9", "fund")
            + lever("ladder_service", "boost = 3", "ladder")
            + "[[project]]\nname = \"works\"\nplace = \"hexi\"\nstart = \"2023-06\"\n"
              "capital = 1e8\n[budget]\nspecial_bonds = 3e8\n[invitation]\ncontacts = 4000\n",
        0.02);
}

/// What is spoiled right after a process, and the identity that must notice.
struct Sabotage {
    std::size_t stage;
    std::string identity;
    std::function<void(World&)> spoil;
};

/// The zone's leaders never exit by themselves: what is spoiled there stays spoiled.
FirmId leader_of(World const& world) {
    for (auto const firm : living(world))
        if (world.firms.leader[firm] != 0 && !world.links.of(firm).empty()) return firm;
    return {};
}

/// An ordinary company that lives through the month.
FirmId borrower_of(World const& world, std::set<std::uint64_t> const& stay) {
    for (auto const firm : living(world))
        if (world.firms.leader[firm] == 0 && world.firms.loan[firm] > 100'000
            && stay.count(world.firms.id[firm]) == 1) {
            return firm;
        }
    return {};
}

std::vector<Sabotage>
sabotages(std::size_t stage, Traces const& found, std::set<std::uint64_t> const& stay) {
    std::vector<Sabotage> all;
    for (auto const flow : found.flows) {
        auto const name = std::string{flow_names[static_cast<std::size_t>(flow)].en};
        all.push_back({stage, "flow_" + name, [flow](World& world) {
                           world.ledger.receive(flow, Account::outside, 1);
                       }});
    }
    if (!found.flows.empty()) {
        all.push_back({stage, "money_enterprises", [](World& world) {
                           ++world.firms.cash[leader_of(world)];
                       }});
    }
    if (found.firms) {
        all.push_back(
            {stage, "enterprises", [](World& world) { ++world.counts.exits[0]; }});
    }
    if (found.heads) {
        all.push_back({stage, "workers", [](World& world) {
                           ++world.firms.workers[leader_of(world)];
                       }});
    }
    if (found.output) {
        all.push_back({stage, "goods_output", [](World& world) {
                           world.firms.output_stock[leader_of(world)] +=
                               smallest_quantity;
                       }});
    }
    if (found.inputs) {
        all.push_back({stage, "goods_inputs", [](World& world) {
                           world.firms.input_stock[leader_of(world)][0] +=
                               smallest_quantity;
                       }});
    }
    if (found.delivered) {
        all.push_back({stage, "goods_local", [](World& world) {
                           world.counts.local_delivered += smallest_quantity;
                       }});
    }
    if (found.loans) {
        all.push_back(
            {stage, "bank_books", [](World& world) { ++world.balances.bank_equity; }});
        all.push_back({stage, "bank_loans", [stay](World& world) {
                           ++world.firms.loan[borrower_of(world, stay)];
                       }});
    }
    if (found.credit) {
        all.push_back({stage, "trade_credit", [](World& world) {
                           ++world.firms.receivables[leader_of(world)];
                       }});
        all.push_back({stage, "credit_by_link", [](World& world) {
                           ++world.links.of(leader_of(world)).front().owed;
                       }});
    }
    if (found.people) {
        all.push_back({stage, "people", [](World& world) { ++world.counts.births; }});
    }
    if (found.communities) {
        all.push_back({stage, "money_households", [](World& world) {
                           ++world.communities.rows.front().money;
                       }});
    }
    return all;
}

/// Runs the month that begins in `opening` with one thing spoiled; what the books say.
std::string
complaint(Scenario const& scenario, World const& opening, Sabotage const& sabotage) {
    LawRun run{scenario, opening};
    run.begin_month();
    run.run_stages(0, sabotage.stage + 1);
    sabotage.spoil(run.world);
    run.run_stages(sabotage.stage + 1, run.stages().size());
    try {
        run.end_month();
    } catch (InvariantError const& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE(
    "one fen, one head or one sixty-fourth of a unit that goes astray in any process "
    "stops the run",
    "[law]") {
    auto const scenario = busy_zone();
    LawRun run{scenario};
    run.months(first_month - 1);
    std::set<std::pair<std::string, std::string>> spoiled;
    for (int done = 0; done < months_watched; ++done) {
        // A copy runs ahead: who is still there when the month is over.
        auto const opening = run.world;
        LawRun ahead{scenario, opening};
        ahead.begin_month();
        std::vector<Traces> found;
        for (std::size_t stage = 0; stage < ahead.stages().size(); ++stage) {
            Watched const before{ahead.world};
            ahead.run_stages(stage, stage + 1);
            found.push_back(traces(before, Watched{ahead.world}));
        }
        ahead.end_month();
        std::set<std::uint64_t> stay;
        for (auto const firm : living(ahead.world))
            stay.insert(ahead.world.firms.id[firm]);

        for (std::size_t stage = 0; stage < found.size(); ++stage)
            for (auto const& sabotage : sabotages(stage, found[stage], stay)) {
                auto const& process = ahead.stages()[stage].name;
                if (!spoiled.insert({process, sabotage.identity}).second) continue;
                auto const said = complaint(scenario, opening, sabotage);
                CAPTURE(process, sabotage.identity, said);
                CHECK(said.find(' ' + sabotage.identity + ' ') != std::string::npos);
            }
        run.month();
    }
    std::set<std::string> processes;
    for (auto const& [process, identity] : spoiled)
        processes.insert(process);
    for (auto const* process :
         {"finance",
          "delivery",
          "accounts",
          "cost_reduction",
          "digital_adoption",
          "exit",
          "relocation",
          "premises",
          "entry",
          "spin_off",
          "lever_bills",
          "public_accounts",
          "job_loss",
          "job_search",
          "payroll",
          "first_team",
          "life_course",
          "arrivals",
          "household_money",
          "budget",
          "projects",
          "zone_fund",
          "ladder",
          "invitation",
          "developer"}) {
        INFO(process);
        CHECK(processes.count(process) == 1);
    }
}

TEST_CASE("a fen astray in the developer's or the fund's books stops the run", "[law]") {
    auto const scenario = busy_zone();
    LawRun run{scenario};
    for (int month = 0; month < 36 && run.world.fund.stakes.empty(); ++month)
        run.month();
    REQUIRE_FALSE(run.world.fund.stakes.empty());
    std::vector<Sabotage> const sabotages{
        {run.stage("developer"),
         "developer_balance",
         [](World& world) { ++world.developer.works; }},
        {run.stage("developer"),
         "developer_balance",
         [](World& world) { --world.developer.equity; }},
        {run.stage("zone_fund"),
         "fund_stakes",
         [](World& world) { ++world.fund.stakes.front().paid; }}};
    for (auto const& sabotage : sabotages) {
        auto const said = complaint(scenario, run.world, sabotage);
        CAPTURE(sabotage.identity, said);
        CHECK(said.find(' ' + sabotage.identity + ' ') != std::string::npos);
    }
}

TEST_CASE("a booking without its counterpart is noticed in every account", "[law]") {
    auto const scenario = shrunk();
    LawRun run{scenario};
    run.month();
    for (std::size_t account = 0; account < n_accounts; ++account) {
        INFO(account_names[account].en);
        Sabotage const sabotage{
            run.stage("accounts"), "flow_wages", [account](World& world) {
                world.ledger.receive(Flow::wages, static_cast<Account>(account), 1);
            }};
        auto const said = complaint(scenario, run.world, sabotage);
        CHECK(said.find(" flow_wages ") != std::string::npos);
    }
}
