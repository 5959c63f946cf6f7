#include "sim/study/latest_kept.hpp"

#include <catch2/catch.hpp>

using canopy::study::LatestKept;

TEST_CASE("the latest used worlds stay while they hold so many enterprises", "[unit]") {
    LatestKept<int> kept{100};
    kept.keep("a", 40, 1);
    kept.keep("b", 40, 2);
    REQUIRE(kept.find("a") != nullptr); // now the latest used
    kept.keep("c", 40, 3);
    CHECK(kept.find("b") == nullptr);
    REQUIRE(kept.find("a") != nullptr);
    REQUIRE(kept.find("c") != nullptr);
    CHECK(*kept.find("a") == 1);
    CHECK(*kept.find("c") == 3);
}

TEST_CASE("one world stays, however large, and a name has one", "[unit]") {
    LatestKept<int> kept{100};
    kept.keep("small", 10, 1);
    kept.keep("large", 500, 2);
    CHECK(kept.find("small") == nullptr);
    REQUIRE(kept.find("large") != nullptr);
    kept.keep("large", 500, 3);
    CHECK(*kept.find("large") == 3);
}
