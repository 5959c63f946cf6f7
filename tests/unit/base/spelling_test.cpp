#include "sim/base/spelling.hpp"

#include <vector>

#include <catch2/catch.hpp>

using namespace canopy;

TEST_CASE("a slip of the finger counts one, swapped neighbours included", "[unit]") {
    CHECK(spelling_distance("relocation", "relocation") == 0);
    CHECK(spelling_distance("relocaton", "relocation") == 1);
    CHECK(spelling_distance("reloaction", "relocation") == 1);
    CHECK(spelling_distance("relocatiom", "relocation") == 1);
    CHECK(spelling_distance("", "abc") == 3);
    CHECK(spelling_distance("株州", "株洲") == 1);
}

TEST_CASE("the nearest known word is suggested, a far one is not", "[unit]") {
    std::vector<std::string> const places{"hexi", "tianxin", "dongjiaduan"};
    CHECK(nearest_word("tianxn", places) == "tianxin");
    CHECK(nearest_word("Hexi", places) == "hexi");
    CHECK(nearest_word("dong-jiaduan", places) == "dongjiaduan");
    CHECK_FALSE(nearest_word("shanghai", places));
    CHECK_FALSE(nearest_word("", places));
    CHECK_FALSE(nearest_word("x", places));
    CHECK_FALSE(nearest_word(std::string(100'000, 'a'), places));
}

TEST_CASE("of equally near words the first is suggested", "[unit]") {
    std::vector<std::string> const words{"rent", "tent"};
    CHECK(nearest_word("sent", words) == "rent");
}
