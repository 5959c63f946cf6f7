#include "sim/app/command_line.hpp"
#include "sim/app/describe_topics.hpp"
#include "sim/app/exit_code.hpp"
#include "sim/app/refusal.hpp"
#include "sim/base/spelling.hpp"

#include <array>
#include <memory>
#include <utility>

namespace canopy::app {

namespace {

using Topic = std::pair<std::string_view, std::string (*)(Settings const&)>;
constexpr std::array<Topic, 6> topics{
    {{"levers", describe_levers},
     {"parameters", describe_parameters},
     {"kpis", describe_kpis},
     {"events", describe_events},
     {"scenario", describe_scenario},
     {"study", describe_study}}};

int describe(std::string const& word, Settings const& settings) {
    std::vector<std::string> known;
    std::string list;
    for (auto const& [name, text] : topics) {
        if (name == word) {
            put(text(settings));
            return static_cast<int>(ExitCode::ok);
        }
        known.emplace_back(name);
        list.append(list.empty() ? "" : ", ").append(name);
    }
    auto const near = nearest_word(word, known);
    throw UsageError{
        {"describe knows no " + word + " (known: " + list + ")"
             + (near ? "; did you mean " + *near + "?" : ""),
         "describe 没有 " + word + "（可用：" + list + "）"
             + (near ? "；是否应为 " + *near + "？" : "")}};
}

} // namespace

void add_describe(CommandLine& line) {
    auto topic = std::make_shared<std::string>();
    auto& command = line.add(
        "describe",
        {"tables of what a scenario may say and a run file holds",
         "情景可写内容与运行文件内容的说明表"});
    command.add_option("topic", *topic, "levers, parameters, kpis, events, scenario, study")
        ->required()
        ->type_name("");
    line.does(command, [topic, &settings = line.settings] {
        return describe(*topic, settings);
    });
}

} // namespace canopy::app
