#include "sim/base/hash.hpp"
#include "sim/world/links.hpp"

#include <algorithm>
#include <vector>

#include "tests/support/small_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tests;

namespace {

/// A link that is recognised by its volume.
NewLink marked(std::size_t buyer, std::size_t seller, float mark) {
    auto made = link_between(FirmId{buyer}, Seller{FirmId{seller}});
    made.link.volume = mark;
    return made;
}

std::vector<float> marks(Links const& links, std::size_t buyer) {
    std::vector<float> found;
    for (auto const& link : links.of(FirmId{buyer}))
        found.push_back(link.volume);
    return found;
}

using Marks = std::vector<float>;

/// Buyer 0 has links 1, 2, 3; buyer 2 has 4; firm 1 buys nothing.
Links four_links() {
    Links links;
    std::vector<NewLink> const born{
        marked(0, 1, 1.0F), marked(0, 2, 2.0F), marked(0, 1, 3.0F), marked(2, 1, 4.0F)};
    links.rebuild(3, born);
    return links;
}

} // namespace

TEST_CASE("a seller outside the zone keeps its place and is nobody's row", "[unit]") {
    auto const seller = Seller::outside(coast, trade, 77);
    CHECK_FALSE(seller.in_zone());
    CHECK(seller.outside_place() == coast);
    CHECK(Seller{FirmId{77}}.in_zone());
    CHECK(Seller{FirmId{77}}.firm() == FirmId{77});
    CHECK_FALSE(seller == Seller::outside(coast, parts, 77));
}

TEST_CASE("a rebuild drops ended links and keeps the order of the others", "[unit]") {
    auto links = four_links();
    links.of(FirmId{0})[1].end();
    std::vector<NewLink> const born{marked(0, 2, 5.0F), marked(1, 0, 6.0F)};
    links.rebuild(3, born);
    CHECK(marks(links, 0) == Marks{1.0F, 3.0F, 5.0F});
    CHECK(marks(links, 1) == Marks{6.0F});
    CHECK(marks(links, 2) == Marks{4.0F});
    CHECK(links.size() == 5);
}

TEST_CASE("an ended link stays until what is owed on it is paid", "[unit]") {
    auto links = four_links();
    auto& link = links.of(FirmId{0})[0];
    link.owed = 1;
    link.end();
    links.rebuild(3, {});
    CHECK(marks(links, 0) == Marks{1.0F, 2.0F, 3.0F});
    links.of(FirmId{0})[0].owed = 0;
    links.rebuild(3, {});
    CHECK(marks(links, 0) == Marks{2.0F, 3.0F});
}

TEST_CASE("a seller finds its customers in the order of the table", "[unit]") {
    auto const links = four_links();
    CHECK(links.n_customers(FirmId{1}) == 3);
    CHECK(links.n_customers(FirmId{0}) == 0);
    auto const sold = links.sold_by(FirmId{1});
    CHECK(std::is_sorted(sold.begin(), sold.end()));
    Marks found;
    for (auto const position : sold)
        found.push_back(links[position].volume);
    CHECK(found == Marks{1.0F, 3.0F, 4.0F});
    CHECK(links.buyer(sold.back()) == FirmId{2});
}

TEST_CASE("outside sellers are in no seller's index", "[unit]") {
    Links links;
    std::vector<NewLink> const born{
        link_between(FirmId{0}, Seller::outside(coast, parts, 1)), marked(0, 1, 2.0F)};
    links.rebuild(2, born);
    CHECK(links.size() == 2);
    CHECK(links.n_customers(FirmId{0}) + links.n_customers(FirmId{1}) == 1);
}

TEST_CASE("newcomers get room when the table is rebuilt", "[unit]") {
    auto links = four_links();
    std::vector<NewLink> const born{marked(4, 3, 9.0F)};
    links.rebuild(5, born);
    CHECK(marks(links, 3).empty());
    CHECK(marks(links, 4) == Marks{9.0F});
    CHECK(links.n_customers(FirmId{3}) == 1);
}

TEST_CASE("a restored table is the one that was kept", "[unit]") {
    auto const links = four_links();
    Links other;
    other.restore(links.first(), links.all());
    for (std::size_t row = 0; row < 3; ++row) {
        CHECK(marks(other, row) == marks(links, row));
        CHECK(
            std::ranges::equal(other.sold_by(FirmId{row}), links.sold_by(FirmId{row})));
    }
}

TEST_CASE(
    "the index by seller is the same after many rebuilds as made anew", "[unit]") {
    constexpr std::size_t firms = 40;
    Links links;
    for (std::uint64_t month = 0; month < 30; ++month) {
        std::vector<NewLink> born;
        for (std::uint64_t buyer = 0; buyer < firms; ++buyer) {
            auto const luck = scramble(month * 1000 + buyer);
            if (luck % 3 == 0) born.push_back(marked(buyer, luck / 3 % firms, 1.0F));
            for (auto& link : links.of(FirmId{buyer}))
                if (scramble(luck + link.seller.code()) % 4 == 0) link.end();
        }
        links.rebuild(firms, born);
        Links anew;
        anew.restore(links.first(), links.all());
        for (std::size_t seller = 0; seller < firms; ++seller) {
            auto const carried = links.sold_by(FirmId{seller});
            auto const made = anew.sold_by(FirmId{seller});
            CHECK(std::equal(carried.begin(), carried.end(), made.begin(), made.end()));
            for (auto const position : carried) {
                CHECK(links[position].seller == Seller{FirmId{seller}});
                auto const own = links.of(links.buyer(position));
                CHECK(&links[position] >= own.data());
                CHECK(&links[position] < own.data() + own.size());
            }
        }
    }
}
