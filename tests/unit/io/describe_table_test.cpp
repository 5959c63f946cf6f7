#include "sim/io/describe_table.hpp"

#include <catch2/catch.hpp>

using namespace canopy;

namespace {
struct Rent {
    double subsidy = 0.3;
    std::optional<Month> from;
    std::string rationing = "pro_rata";
    std::vector<double> weights{0.5, 1.0};

    static void describe(auto&& field) {
        field(
            "subsidy",
            &Rent::subsidy,
            Range{0.0, 1.0},
            "1",
            Meaning{"share of the rent", "租金补贴比例", "Zone 2023"});
        field("from", &Rent::from, "", Meaning{"first month", "起始月份"});
        field(
            "rationing",
            &Rent::rationing,
            Choices{"first_come", "pro_rata"},
            "",
            Meaning{"who gets it", "分配方式"});
        field("weights", &Rent::weights, Range{0.0}, "1", Meaning{"weights", "权重"});
    }
};
} // namespace

TEST_CASE(
    "a struct lists its fields with unit, range, default, meaning and source",
    "[unit]") {
    auto const rows = field_rows<Rent>();
    CHECK(
        fields_text("rent", rows, Language::en)
        == "[rent]\n"
           "key        type    unit  range                default     meaning          "
           "  source\n"
           "subsidy    number  1     0 … 1                0.3         share of the "
           "rent  Zone "
           "2023\n"
           "from       month   –     –                    –           first month      "
           "  "
           "judgement\n"
           "rationing  text    –     first_come|pro_rata  \"pro_rata\"  who gets it    "
           "    "
           "judgement\n"
           "weights    list    1     ≥ 0                  [0.5, 1]    weights          "
           "  "
           "judgement\n");
    CHECK(
        fields_text("rent", rows, Language::zh).find("键名       类型  单位")
        != std::string::npos);
}

TEST_CASE("a struct lists its fields as JSON", "[unit]") {
    auto const json = fields_json(field_rows<Rent>());
    CHECK(
        json.find(
            "{\"key\": \"subsidy\", \"type\": \"number\", \"unit\": \"1\", \"low\": 0, "
            "\"high\": 1, \"choices\": [], \"default\": 0.3")
        != std::string::npos);
    CHECK(json.find("\"high\": null") != std::string::npos);
}
