#include "sim/base/chance.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/random.hpp"

#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>

#include <catch2/catch.hpp>

using namespace canopy;

TEST_CASE("a chance takes the draws whose uniform number lies below it", "[unit]") {
    constexpr auto most = std::numeric_limits<std::uint32_t>::max();
    auto const check = [](double probability, std::uint32_t bits) {
        if (Chance{probability}.takes(bits) != (uniform(bits) < probability))
            FAIL("probability " << probability << ", draw " << bits);
    };
    for (auto const probability :
         {-1.0, 0.0, 1e-300, 1e-11, 1e-10, 0.04, 0.0833, 0.5, 0.7, 1.0 - 1e-16, 1.0, 7.0})
        for (auto const bits : {0U, 1U, 2U, most / 2, most - 1, most})
            check(probability, bits);
    // At the draw on each side of a probability, which lies on a draw or beside it.
    for (std::uint64_t at = 1; at <= 100000; ++at) {
        auto const bits = static_cast<std::uint32_t>(scramble(at));
        auto const exact = uniform(bits);
        for (auto const probability :
             {exact, std::nextafter(exact, 0.0), std::nextafter(exact, 1.0)})
            for (auto const near : {bits - 1, bits, bits + 1})
                check(probability, near);
    }
}
