#include "sim/process/hash_ring.hpp"

#include <catch2/catch.hpp>

using namespace canopy;

namespace {

HashRing ring_of(std::vector<std::uint32_t> const& hashes) {
    HashRing ring;
    for (std::uint32_t at = 0; at < hashes.size(); ++at)
        ring.add(hashes[at], at);
    ring.close();
    return ring;
}

} // namespace

TEST_CASE("a draw takes the next point of the ring, the first after the last", "[unit]") {
    auto const ring = ring_of({3'000'000'000U, 1'000U, 2'000'000'000U});
    CHECK(ring.at(0) == 1);
    CHECK(ring.at(1'000) == 1);
    CHECK(ring.at(1'001) == 2);
    CHECK(ring.at(2'000'000'001U) == 0);
    CHECK(ring.at(3'000'000'001U) == 1);
    CHECK(HashRing{}.at(7) == HashRing::nothing);
}

TEST_CASE("a new point changes only the draws just before it", "[unit]") {
    std::vector<std::uint32_t> hashes;
    for (std::uint32_t at = 0; at < 100; ++at)
        hashes.push_back(at * 40'000'000U + 17U);
    auto const before = ring_of(hashes);
    hashes.push_back(1'020'000'000U);
    auto const after = ring_of(hashes);
    int changed = 0;
    for (std::uint32_t draw = 0; draw < 4000; ++draw)
        changed += before.at(draw * 1'000'000U) != after.at(draw * 1'000'000U) ? 1 : 0;
    CHECK(changed > 0);
    CHECK(changed <= 20); // half of one gap of 40
}

TEST_CASE("a search around the ring passes over who is not wanted", "[unit]") {
    auto const ring = ring_of({10, 20, 30, 40});
    auto const even = [](std::uint32_t what) { return what % 2 == 0; };
    CHECK(ring.first(15, 4, even) == 2);
    CHECK(ring.first(35, 4, even) == 0);
    CHECK(ring.first(15, 1, even) == HashRing::nothing);
}

TEST_CASE("points stand in the order of their hashes, however even they are", "[unit]") {
    std::vector<std::uint32_t> hashes{7, 5, 5, 0, 0xffffffffU, 6, 0xfffffff0U};
    for (std::uint32_t at = 0; at < 500; ++at)
        hashes.push_back(at * 2'654'435'761U);
    auto const ring = ring_of(hashes);
    for (std::uint32_t draw = 0; draw < 3000; ++draw) {
        auto const bits = draw * 1'431'657U;
        auto best = HashRing::nothing;
        for (std::uint32_t at = 0; at < hashes.size(); ++at)
            // The distance around the ring wraps as the bits do.
            if (best == HashRing::nothing || hashes[at] - bits < hashes[best] - bits)
                best = at;
        REQUIRE(ring.at(bits) == best);
    }
}
