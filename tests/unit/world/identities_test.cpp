#include "sim/base/error.hpp"
#include "sim/world/identities.hpp"

#include "tests/support/small_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tests;

namespace {

/// Names of the identities that do not hold.
std::vector<std::string> broken(World& world) {
    std::vector<std::string> names;
    for (auto const& residual : close_month(world))
        if (residual.value != 0.0) names.emplace_back(residual.name);
    return names;
}

using Names = std::vector<std::string>;

FirmId const maker{0};
FirmId const trader{1};
FirmId const leader{2};

} // namespace

TEST_CASE("a month in which nothing happens closes", "[unit]") {
    auto world = closed_world();
    CHECK(broken(world).empty());
    CHECK_NOTHROW(require_closed(world.month, close_month(world)));
}

TEST_CASE("wages that both sides book move money and close", "[unit]") {
    auto world = closed_world();
    world.firms.cash[maker] -= 1'200;
    world.ledger.pay(Flow::wages, Account::enterprises, 1'200);
    world.ledger.receive(Flow::wages, Account::households, 1'200);
    CHECK(broken(world).empty());
    CHECK(world.balances.of(Account::enterprises) == 5'800);
    CHECK(world.balances.of(Account::households) == 51'200);
}

TEST_CASE("one fen booked wrongly in any row is found under the row's name", "[unit]") {
    for (std::size_t flow = 0; flow < n_flows; ++flow) {
        for (std::size_t account = 0; account < n_accounts; ++account) {
            auto world = closed_world();
            world.ledger.receive(
                static_cast<Flow>(flow), static_cast<Account>(account), 1);
            auto const names = broken(world);
            REQUIRE_FALSE(names.empty());
            CHECK(names.front() == "flow_" + std::string{flow_names[flow].en});
        }
    }
}

TEST_CASE("two wrong bookings that cancel over the rows are still found", "[unit]") {
    auto world = closed_world();
    world.ledger.receive(Flow::wages, Account::households, 1);
    world.ledger.pay(Flow::rent, Account::households, 1);
    CHECK(broken(world) == Names{"flow_wages", "flow_rent"});
}

TEST_CASE("money that changes without a booking is found", "[unit]") {
    auto world = closed_world();
    SECTION("a firm's cash") {
        world.firms.cash[trader] += 1;
        CHECK(broken(world) == Names{"money_enterprises"});
    }
    SECTION("a loan that the bank does not know") {
        world.firms.loan[trader] += 1;
        CHECK(broken(world) == Names{"bank_loans"});
    }
    SECTION("a leader's loan is owed outside the bank") {
        world.firms.loan[leader] += 1;
        CHECK(broken(world).empty());
    }
    SECTION("the bank's equity") {
        world.balances.bank_equity += 1;
        CHECK(broken(world) == Names{"bank_books"});
    }
    SECTION("a customer's debt that no supplier claims") {
        world.outside.receivables -= 1;
        CHECK(broken(world) == Names{"trade_credit"});
    }
    SECTION("a debt on a link that the buyer forgot") {
        world.links[0].owed += 1;
        CHECK(broken(world) == Names{"credit_by_link"});
    }
}

TEST_CASE("an ended link counts until it is paid", "[unit]") {
    auto world = closed_world();
    world.links[0].end();
    CHECK(broken(world).empty());
}

TEST_CASE("goods, heads and enterprises are counted too", "[unit]") {
    auto world = closed_world();
    SECTION("output that vanished") {
        world.firms.output_stock[maker] -= 1.0 / 64.0;
        CHECK(broken(world) == Names{"goods_output"});
    }
    SECTION("output made, sold and stored") {
        world.counts.made = 4.0;
        world.counts.sold = 2.5;
        world.firms.output_stock[maker] += 1.5;
        CHECK(broken(world).empty());
    }
    SECTION("inputs that came from nowhere") {
        world.firms.input_stock[trader][3] += 1.0 / 64.0;
        CHECK(broken(world) == Names{"goods_inputs"});
    }
    SECTION("goods lost between a seller and a buyer") {
        world.counts.local_delivered = 8.0;
        world.counts.local_received = 7.0;
        CHECK(broken(world) == Names{"goods_local"});
    }
    SECTION("a worker who was never hired") {
        ++world.firms.workers[maker];
        CHECK(broken(world) == Names{"workers"});
    }
    SECTION("a newcomer with two people") {
        auto const newcomer = add_firm(world, 99);
        world.firms.workers[newcomer] = 2;
        CHECK(broken(world) == Names{"enterprises", "workers"});
        ++world.counts.entries[index_of(FirmKind::company)];
        world.counts.workers_entered += 2;
        CHECK(broken(world).empty());
    }
}

TEST_CASE("a broken identity is named with its month and both sides", "[unit]") {
    auto world = closed_world();
    world.ledger.receive(Flow::wages, Account::households, 501);
    world.ledger.pay(Flow::wages, Account::enterprises, 500);
    using Catch::Matchers::Contains;
    CHECK_THROWS_WITH(
        require_closed(world.month, close_month(world)),
        Contains("2023-04") && Contains("flow_wages") && Contains("501")
            && Contains("500") && Contains("off by 1"));
    CHECK_THROWS_AS(require_closed(world.month, close_month(world)), InvariantError);
}

TEST_CASE("every identity has a name of its own and both languages", "[unit]") {
    Names names;
    for (auto const& identity : identities()) {
        CHECK(std::find(names.begin(), names.end(), identity.name) == names.end());
        names.push_back(identity.name);
        CHECK_FALSE(identity.en.empty());
        CHECK_FALSE(identity.zh.empty());
    }
    auto world = closed_world();
    CHECK(close_month(world).size() == names.size());
}
