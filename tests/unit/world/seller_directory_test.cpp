#include "sim/world/seller_directory.hpp"

#include <cstdint>
#include <vector>

#include "tests/support/small_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tests;

namespace {

/// Ids found at every slot of a table, 0 where it is empty.
std::vector<std::uint64_t> slots(SlotTable const& table, Firms const& firms) {
    std::vector<std::uint64_t> found;
    for (std::uint32_t bits = 0; bits < 4096; ++bits) {
        auto const firm = table.at(bits);
        found.push_back(firm.valid() ? firms.id[firm] : 0);
    }
    return found;
}

std::size_t differences(
    std::vector<std::uint64_t> const& before, std::vector<std::uint64_t> const& after) {
    std::size_t count = 0;
    for (std::size_t slot = 0; slot < before.size(); ++slot)
        count += before[slot] == after[slot] ? 0U : 1U;
    return count;
}

/// A hundred makers of parts; the table of 4096 slots is far from full.
World world_of_makers() {
    auto world = empty_world();
    world.directory.reset(2, 3, 4'000);
    for (std::uint64_t id = 1; id <= 100; ++id)
        world.directory.add(world.firms, add_firm(world, id * 977));
    return world;
}

} // namespace

TEST_CASE("a newcomer changes one slot of its sector's table", "[unit]") {
    auto world = world_of_makers();
    auto const& table = world.directory.sellers(parts);
    auto const before = slots(table, world.firms);
    auto const newcomer = add_firm(world, 5);
    world.directory.add(world.firms, newcomer);
    CHECK(table.size() == 101);
    CHECK(differences(before, slots(table, world.firms)) == 1);
    CHECK(world.directory.sellers(trade).size() == 0);
}

TEST_CASE("a firm that leaves empties its slot and moves nobody", "[unit]") {
    auto world = world_of_makers();
    auto const& table = world.directory.sellers(parts);
    auto const before = slots(table, world.firms);
    world.directory.remove(world.firms, FirmId{40});
    auto const after = slots(table, world.firms);
    CHECK(table.size() == 99);
    CHECK(differences(before, after) == 1);
}

TEST_CASE("every seller can be drawn", "[unit]") {
    auto const world = world_of_makers();
    auto const found = slots(world.directory.sellers(parts), world.firms);
    for (std::uint64_t id = 1; id <= 100; ++id)
        CHECK(std::find(found.begin(), found.end(), id * 977) != found.end());
}

TEST_CASE("a table that outgrows its slots keeps everybody", "[unit]") {
    SlotTable table;
    table.reserve(1);
    for (std::uint64_t id = 1; id <= 500; ++id)
        table.insert(id, FirmId{id});
    CHECK(table.size() == 500);
    std::vector<bool> seen(501, false);
    for (std::uint32_t bits = 0; bits < 65'536; ++bits)
        if (auto const firm = table.at(bits); firm.valid()) seen[firm.row()] = true;
    CHECK(std::count(seen.begin(), seen.end(), true) == 500);
}

TEST_CASE(
    "a refilled directory does not depend on where firms stand in the table",
    "[unit]") {
    auto forward = empty_world();
    auto backward = empty_world();
    for (std::uint64_t id = 1; id <= 200; ++id) {
        add_firm(forward, id);
        add_firm(backward, 201 - id);
    }
    forward.directory.refill(forward.firms);
    backward.directory.refill(backward.firms);
    CHECK(
        slots(forward.directory.sellers(parts), forward.firms)
        == slots(backward.directory.sellers(parts), backward.firms));
}

TEST_CASE(
    "sellers are drawn by their links in proportion to their customers", "[unit]") {
    auto world = world_of_makers();
    std::vector<NewLink> born;
    for (std::size_t buyer = 10; buyer < 40; ++buyer)
        born.push_back(
            link_between(FirmId{buyer}, Seller{FirmId{buyer < 30 ? 0U : 1U}}));
    world.links.rebuild(world.firms.rows(), born);
    world.directory.index_customers(world.firms, world.links);
    CHECK(world.directory.n_links(parts) == 30);
    std::size_t first = 0;
    std::size_t second = 0;
    for (std::uint32_t bits = 0; bits < 4096; ++bits) {
        auto const seller = world.directory.seller_of_link(parts, bits);
        if (!seller.valid()) continue;
        first += seller == FirmId{0} ? 1U : 0U;
        second += seller == FirmId{1} ? 1U : 0U;
    }
    // Twenty customers against ten, less the few that share a slot.
    CHECK(
        static_cast<double>(first) / static_cast<double>(second)
        == Approx(2.0).margin(0.7));
}
