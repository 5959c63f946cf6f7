#include "sim/study/design_table.hpp"
#include "sim/study/output_layout.hpp"
#include "sim/study/run_outputs.hpp"

#include <limits>

#include <catch2/catch.hpp>

namespace canopy::study {

namespace {

KeptMeasure measure(std::string name) {
    return {.name = std::move(name), .unit = "1", .long_name = "", .long_name_zh = ""};
}

/// Two years of one series, its yearly means and two numbers: a row of 24 + 2 + 2.
OutputLayout small_layout() {
    OutputLayout layout{
        .months = 24,
        .series = {measure("jobs")},
        .yearly = {measure("jobs")},
        .scalars = {
            {"first_half", measure("jobs"), Statistic::sum, 1, 6},
            {"end", measure("jobs"), Statistic::last, 1, 24}}};
    return layout;
}

} // namespace

TEST_CASE("a row holds series, yearly means and numbers, in this order", "[unit]") {
    auto const layout = small_layout();
    CHECK(layout.years() == 2);
    CHECK(layout.width() == 28);
}

TEST_CASE(
    "a result that is missing or infinite is a fault, with its name and month",
    "[unit]") {
    auto layout = small_layout();
    std::vector<double> row(28, 1.0);
    CHECK_FALSE(fault_of(row, layout));
    row[2] = std::numeric_limits<double>::quiet_NaN();
    CHECK(fault_of(row, layout) == "jobs in 2023-03 is not a number");
    layout.series.front().of_category = true; // nobody of that kind is there this month
    CHECK_FALSE(fault_of(row, layout));
    row[25] = std::numeric_limits<double>::infinity();
    CHECK(fault_of(row, layout) == "jobs in 2024 is infinite");
}

TEST_CASE("fields of a table may hold commas and quotes", "[unit]") {
    CHECK(csv_fields("0,1.5,hexi") == std::vector<std::string>{"0", "1.5", "hexi"});
    CHECK(
        csv_fields("7,\"a, \"\"b\"\"\",")
        == std::vector<std::string>{"7", "a, \"b\"", ""});
}

} // namespace canopy::study
