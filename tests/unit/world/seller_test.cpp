#include "sim/world/seller.hpp"

#include <set>

#include <catch2/catch.hpp>

using namespace canopy;

TEST_CASE("sellers outside come in rows of their own before the firms", "[unit]") {
    std::set<std::size_t> rows;
    for (std::size_t place = 0; place < max_places; ++place)
        for (std::size_t good = 0; good < max_sectors; ++good) {
            auto const row = Seller::group_row(PlaceId{place}, SectorId{good});
            CHECK(row < Seller::n_groups_outside);
            rows.insert(row);
            auto const member = Seller::outside(PlaceId{place}, SectorId{good}, 13);
            CHECK(member.row_after_groups() == row);
        }
    CHECK(rows.size() == max_places * max_sectors);
    CHECK(Seller{FirmId{0}}.row_after_groups() == Seller::n_groups_outside);
    CHECK(
        Seller{FirmId{70'123}}.row_after_groups() == Seller::n_groups_outside + 70'123);
}
