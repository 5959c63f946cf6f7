#include "sim/rules/entry_rate.hpp"

#include <catch2/catch.hpp>

using canopy::rules::EntryPull;
using canopy::rules::EntryRate;

TEST_CASE("entry grows with half the stock and half the trend", "[unit]") {
    EntryRate const rate;
    EntryPull pull{
        .stock = 1'200.0,
        .opening_stock = 1'000.0,
        .trend = 1.1,
        .margin = 0.08,
        .opening_margin = 0.08};
    // .18/12 × (600 + 550)
    CHECK(rate.monthly(0.18, pull) == Approx(17.25));
    pull.relative_stock = 1.25; // a quarter more firms than the trend: a fifth less entry
    CHECK(rate.monthly(0.18, pull) == Approx(13.8));
}

TEST_CASE("entry answers profit against the opening, within a half", "[unit]") {
    EntryRate const rate;
    EntryPull pull{.stock = 1'000.0, .margin = 0.08, .opening_margin = 0.08};
    auto const before = rate.monthly(rate.company, pull);
    pull.margin = 0.10; // a quarter more: e^(.8 × .25)
    CHECK(rate.monthly(rate.company, pull) == Approx(1.221403 * before));
    pull.margin = 0.50; // counted as a half: e^.4
    CHECK(rate.monthly(rate.company, pull) == Approx(1.491825 * before));
}
