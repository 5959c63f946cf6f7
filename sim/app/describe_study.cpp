#include "sim/app/describe_topics.hpp"
#include "sim/base/written.hpp"
#include "sim/io/describe_table.hpp"
#include "sim/study/study_keys.hpp"

#include <utility>
#include <vector>

namespace canopy::app {

namespace {

/// Keys of a factor that stand for keys of scenarios.
struct FactorKeys {
    std::vector<std::string> key;
    std::vector<std::string> multiplies;
    std::vector<double> values;

    static void describe(auto&& field) {
        using F = FactorKeys;
        field(
            "key",
            &F::key,
            "",
            Meaning{
                "scenario keys that take the value, such as lever.power.discount",
                "取该值的情景键，如 lever.power.discount",
                ""});
        field(
            "multiplies",
            &F::multiplies,
            "",
            Meaning{
                "instead: keys that take what the scenario says times the value",
                "或：以情景所写的值乘以该值的键",
                ""});
        field(
            "values",
            &F::values,
            "",
            Meaning{
                "of grid and list: numbers, or texts in quotes",
                "grid 与 list 的取值：数值或文本",
                ""});
    }
};

} // namespace

std::string describe_study(Settings const& settings) {
    auto factor = field_rows<study::FactorText>();
    for (auto& row : field_rows<FactorKeys>())
        factor.push_back(std::move(row));
    std::vector<std::pair<std::string, std::vector<FieldRow>>> const tables{
        {"", field_rows<study::StudyText>()},
        {"design", field_rows<study::DesignText>()},
        {"[factor]", std::move(factor)},
        {"outputs", field_rows<study::OutputsText>()},
        {"[output]", field_rows<study::OutputText>()},
        {"limits", field_rows<study::LimitsText>()}};
    std::string text;
    for (auto const& [name, rows] : tables) {
        if (settings.json) {
            text += (text.empty() ? "[\n{\"table\": " : ",\n{\"table\": ")
                    + in_quotes(name) + ", \"keys\": " + fields_json(rows) + "}";
        } else {
            text +=
                (text.empty() ? "" : "\n") + fields_text(name, rows, settings.language);
        }
    }
    return settings.json ? text + "\n]\n" : text;
}

} // namespace canopy::app
