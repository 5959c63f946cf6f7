#include "sim/app/analysis.hpp"
#include "sim/app/command_line.hpp"
#include "sim/app/exit_code.hpp"
#include "sim/app/refusal.hpp"
#include "sim/app/resolved.hpp"
#include "sim/app/scenarios.hpp"
#include "sim/base/unicode.hpp"
#include "sim/base/written.hpp"
#include "sim/io/text_table.hpp"

#include <map>
#include <memory>

namespace canopy::app {

namespace {

struct Difference {
    ResolvedRow left;
    ResolvedRow right;
};

std::map<std::string, Difference>
differences(std::string const& a, std::string const& b) {
    std::map<std::string, Difference> by_key;
    for (auto const& row : resolved_rows(Document::load(a)))
        by_key[row.key].left = row;
    for (auto const& row : resolved_rows(Document::load(b)))
        by_key[row.key].right = row;
    std::erase_if(by_key, [](auto const& one) {
        return one.second.left.text == one.second.right.text;
    });
    return by_key;
}

constexpr std::size_t shown_of_value = 60; ///< characters

std::string side(ResolvedRow const& row) {
    return row.key.empty() ? "–" : clipped(row.text, shown_of_value);
}

std::string json_side(ResolvedRow const& row) {
    if (row.key.empty()) return "null";
    return "{\"value\": " + in_quotes(row.text)
           + ", \"origin\": " + in_quotes(origin_text(row, Language::en)) + "}";
}

int diff_scenarios(
    std::string const& a, std::string const& b, Settings const& settings) {
    for (auto const& file : {a, b})
        static_cast<void>(read_scenarios({file}));
    auto const found = differences(a, b);
    if (settings.json) {
        std::string list;
        for (auto const& [key, one] : found)
            list += (list.empty() ? "\n  {\"key\": " : ",\n  {\"key\": ")
                    + in_quotes(key) + ", \"a\": " + json_side(one.left)
                    + ", \"b\": " + json_side(one.right) + "}";
        put("[" + list + "\n]\n");
        return static_cast<int>(ExitCode::ok);
    }
    auto const zh = settings.language == Language::zh;
    std::vector<std::vector<std::string>> lines{{zh ? "键名" : "key", a, b}};
    for (auto const& [key, one] : found)
        lines.push_back({key, side(one.left), side(one.right)});
    if (found.empty()) {
        put(zh ? "两个情景没有差异\n" : "the scenarios do not differ\n");
    } else {
        put(aligned_columns(lines));
    }
    return static_cast<int>(ExitCode::ok);
}

int diff(std::string const& a, std::string const& b, Settings const& settings) {
    auto const is_scenario = [](std::string const& file) {
        return file.ends_with(".toml");
    };
    if (is_scenario(a) && is_scenario(b)) return diff_scenarios(a, b, settings);
    if (!is_scenario(a) && !is_scenario(b))
        return run_analysis({"diff", a, b}, settings);
    throw UsageError{
        {a + " and " + b
             + " are not of one kind; name two scenarios (.toml) or two run files",
         a + " 与 " + b + " 不是同类文件；请写两个情景（.toml）或两个运行文件"}};
}

} // namespace

void add_diff(CommandLine& line) {
    struct Files {
        std::string a;
        std::string b;
    };

    auto files = std::make_shared<Files>();
    auto& command = line.add(
        "diff",
        {"what differs between two scenarios, or two run files",
         "两个情景或两个运行文件的差异"});
    command
        .add_option(
            "A", files->a, line.text({"scenario or run file", "情景或运行文件"}))
        ->required()
        ->type_name("");
    command
        .add_option(
            "B", files->b, line.text({"scenario or run file", "情景或运行文件"}))
        ->required()
        ->type_name("");
    line.does(command, [files, &settings = line.settings] {
        return diff(files->a, files->b, settings);
    });
}

} // namespace canopy::app
