#include "sim/model/levers.hpp"

#include <set>
#include <string>

#include "tests/support/lever_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::test;

namespace {

/// Sets every parameter of a lever to the low end of its range: whatever it offers is
/// zero.
template<class Params>
struct Lowest {
    Params& params;

    void operator()(
        std::string_view,
        double Params::*member,
        Range range,
        std::string_view,
        Meaning const&) const {
        params.*member = range.low;
    }

    template<std::size_t N>
    void operator()(
        std::string_view,
        std::array<double, N> Params::*member,
        Range range,
        std::string_view,
        Meaning const&) const {
        (params.*member).fill(range.low);
    }
};

class Fields {
  public:
    int count = 0;
    bool complete = true;

    template<class Params>
    void operator()(
        std::string_view key,
        double Params::*member,
        Range range,
        std::string_view unit,
        Meaning const& meaning) {
        note(key, Params{}.*member, range, unit, meaning);
    }

    template<class Params, std::size_t N>
    void operator()(
        std::string_view key,
        std::array<double, N> Params::*member,
        Range range,
        std::string_view unit,
        Meaning const& meaning) {
        Params const defaults;
        for (auto const value : defaults.*member)
            note(key, value, range, unit, meaning);
    }

  private:
    void note(
        std::string_view key,
        double value,
        Range range,
        std::string_view unit,
        Meaning const& meaning) {
        ++count;
        complete = complete && !key.empty() && !unit.empty() && !meaning.en.empty()
                   && !meaning.zh.empty() && !meaning.source.empty()
                   && range.low <= value && value <= range.high;
    }
};

} // namespace

TEST_CASE("a lever of intensity zero leaves the policy book untouched", "[unit]") {
    auto const world =
        lever_world(Month{15}); // March, so that a congress would be held
    for_each_lever([&]<class L>(std::type_identity<L>) {
        INFO(L::key);
        typename L::Params params;
        L::Params::describe(Lowest<typename L::Params>{params});
        L const lever{params};
        CHECK(lever.idle());
        PolicyBook book;
        lever.write(everywhere(*world), *world, book);
        CHECK(empty(book));
    });
}

TEST_CASE("every lever at its defaults offers something", "[unit]") {
    auto const world = lever_world();
    for_each_lever([&]<class L>(std::type_identity<L>) {
        INFO(L::key);
        L const lever{typename L::Params{}};
        CHECK_FALSE(lever.idle());
        PolicyBook book;
        lever.write(everywhere(*world), *world, book);
        CHECK_FALSE(empty(book));
        CHECK(lever.offered(everywhere(*world), *world) > 0.0);
    });
}

TEST_CASE("every lever says what its parameters mean in both languages", "[unit]") {
    for_each_lever([&]<class L>(std::type_identity<L>) {
        INFO(L::key);
        Fields fields;
        L::Params::describe(fields);
        CHECK(fields.count > 0);
        CHECK(fields.complete);
    });
}

TEST_CASE("the list of levers follows the order of their kinds", "[unit]") {
    std::size_t expected = 0;
    std::set<std::string_view> keys;
    for_each_lever([&]<class L>(std::type_identity<L>) {
        CHECK(index_of(L::kind) == expected++);
        keys.insert(L::key);
        CHECK(lever_kind(L::key) == L::kind);
        CHECK((L::aim.sign == 1 || L::aim.sign == -1));
        CHECK(L::aim.horizon_months > 0);
    });
    CHECK(expected == n_levers);
    CHECK(keys.size() == n_levers);
    CHECK_FALSE(lever_kind("helicopter_money").has_value());
}
