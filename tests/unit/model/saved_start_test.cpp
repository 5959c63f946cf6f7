#include "sim/base/error.hpp"
#include "sim/model/saved_start.hpp"
#include "sim/world/state_hash.hpp"

#include <algorithm>
#include <filesystem>

#include "tests/support/small_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tests;

namespace {

/// A file that is gone when the test is over.
struct Scratch {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / "canopy_saved_start_test.columns";

    Scratch() { std::filesystem::remove(path); }

    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;

    ~Scratch() { std::filesystem::remove(path); }
};

World grown_world() {
    auto world = closed_world();
    world.leaders.resize(2);
    world.leaders[1].stopped = true;
    world.labour.wage_index = {1.1, 1.2, 1.3};
    world.outside.import_price[1] = 0.9;
    world.opening.mean_workers_all = 4.5;
    world.around.wage_bill = 7.5;
    world.places[park].occupied = 12.0;
    world.sectors[trade.row()].local_market_share = 0.3;
    world.technology.recipes[1][trade.row()].markup = 0.07;
    world.technology.recipes[1][trade.row()].linked.front().coefficient = 0.45;
    world.firms.remove(add_firm(world, 50));
    world.pending_links.push_back(
        link_between(FirmId{0}, Seller{FirmId{2}}, Tier::kin));
    world.links.rebuild(world.firms.rows(), {});
    refill_directory(world);
    return world;
}

/// The same scenario before anything has grown.
World bare_world() {
    auto world = empty_world();
    world.leaders.resize(2);
    return world;
}

} // namespace

TEST_CASE("a loaded start has the same bits as the one that was saved", "[unit]") {
    Scratch const scratch;
    auto const grown = grown_world();
    save_start(scratch.path, "digest", grown);
    auto loaded = bare_world();
    load_start(scratch.path, "digest", loaded);

    CHECK(state_hash(loaded) == state_hash(grown));
    CHECK(loaded.month == grown.month);
    CHECK(loaded.firms.free_rows == grown.firms.free_rows);
    CHECK(loaded.opening.mean_workers_all == 4.5);
    CHECK(loaded.around.wage_bill == 7.5);
    CHECK(loaded.places[park].occupied == 12.0);
    CHECK(loaded.leaders[1].stopped);
    CHECK(loaded.sectors[trade.row()].local_market_share == 0.3);
    CHECK(loaded.technology.recipe(FirmKind::company, trade).markup == 0.07);
    CHECK(
        loaded.technology.recipe(FirmKind::company, trade).linked.front().coefficient
        == 0.45);
    REQUIRE(loaded.pending_links.size() == 1);
    CHECK(loaded.pending_links.front().link.tier == Tier::kin);
    CHECK(std::ranges::equal(
        loaded.links.sold_by(FirmId{0}), grown.links.sold_by(FirmId{0})));
    for (std::uint32_t bits = 0; bits < 256; ++bits)
        CHECK(
            loaded.directory.sellers(parts).at(bits)
            == grown.directory.sellers(parts).at(bits));
}

TEST_CASE("a start made from other things is refused", "[unit]") {
    Scratch const scratch;
    save_start(scratch.path, "digest", grown_world());
    auto world = bare_world();
    CHECK_THROWS_AS(load_start(scratch.path, "another digest", world), OutputError);
    auto fewer_leaders = empty_world();
    CHECK_THROWS_AS(load_start(scratch.path, "digest", fewer_leaders), OutputError);
}
