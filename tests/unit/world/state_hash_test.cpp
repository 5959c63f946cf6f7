#include "sim/base/parallel.hpp"
#include "sim/world/state_hash.hpp"

#include <set>

#include "tests/support/small_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tests;

namespace {

/// More than two blocks of firms, each with a supplier.
World wide_world() {
    auto world = empty_world();
    std::vector<NewLink> born;
    for (std::uint64_t id = 1; id <= 2'500; ++id) {
        auto const firm = add_firm(world, id);
        world.firms.cash[firm] = static_cast<Fen>(id) * 17;
        born.push_back(link_between(firm, Seller{FirmId{(id * 7) % 2'500}}));
    }
    world.links.rebuild(world.firms.rows(), born);
    return world;
}

} // namespace

TEST_CASE("equal worlds have equal hashes for any number of threads", "[unit]") {
    auto const expected = state_hash(wide_world());
    for (auto const threads : {1, 2, 3}) {
        ThreadLimit const limit{threads};
        CHECK(state_hash(wide_world()) == expected);
    }
}

TEST_CASE("every column of an enterprise counts", "[unit]") {
    auto world = closed_world();
    std::set<std::uint64_t> seen{state_hash(world)};
    std::size_t n_columns = 0;
    FirmId const trader{1};
    Firms::columns(world.firms, [&](auto, auto& column) {
        auto const bytes =
            std::as_writable_bytes(column.values().subspan(trader.row(), 1));
        bytes.back() ^= std::byte{1};
        seen.insert(state_hash(world));
        bytes.back() ^= std::byte{1};
        ++n_columns;
    });
    CHECK(seen.size() == n_columns + 1);
}

TEST_CASE("links, labour, outside, balances and places count", "[unit]") {
    auto const start = state_hash(closed_world());
    auto world = closed_world();
    SECTION("trust on a link") {
        world.links[1].trust += 1;
    }
    SECTION("a wage index") {
        world.labour.wage_index[2] = 1.0000001;
    }
    SECTION("a price outside") {
        world.outside.import_price[31] = 1.0;
    }
    SECTION("a fen of the government") {
        world.balances.of(Account::government) = 1;
    }
    SECTION("occupied space") {
        world.places[park].occupied = 1.0;
    }
    SECTION("the month") {
        world.month = world.month + 1;
    }
    SECTION("a link that has yet to join") {
        world.pending_links.push_back(link_between(FirmId{0}, Seller{FirmId{2}}));
    }
    CHECK(state_hash(world) != start);
}

TEST_CASE(
    "what a free row still holds does not count, where the living stand does",
    "[unit]") {
    auto world = wide_world();
    FirmId const gone{1'030};
    world.firms.remove(gone);
    auto const hash = state_hash(world);
    world.firms.cash[gone] += 1;
    CHECK(state_hash(world) == hash);

    auto other = wide_world();
    other.firms.remove(FirmId{1'031});
    CHECK(state_hash(other) != hash);
}

TEST_CASE("two firms that change places change the hash", "[unit]") {
    auto world = wide_world();
    auto const hash = state_hash(world);
    Firms::columns(world.firms, [](auto, auto& column) {
        std::swap(column[FirmId{5}], column[FirmId{6}]);
    });
    CHECK(state_hash(world) != hash);
}
