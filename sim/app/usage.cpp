#include "sim/app/usage.hpp"

#include "sim/app/refusal.hpp"
#include "sim/app/talk.hpp"
#include "sim/base/spelling.hpp"

#include <algorithm>
#include <optional>

namespace canopy::app {

namespace {

/// "; did you mean run?"
Words hint(std::optional<std::string> const& near) {
    if (!near) return {};
    return {"; did you mean " + *near + "?", "；是否应为 " + *near + "？"};
}

std::vector<std::string> command_names(CLI::App const& app) {
    std::vector<std::string> names;
    for (auto const* command : app.get_subcommands(
             [](CLI::App const* one) { return !one->get_group().empty(); }))
        names.push_back(command->get_name());
    return names;
}

std::vector<std::string> option_names(CLI::App const& command) {
    std::vector<std::string> names;
    for (auto const* option : command.get_options())
        for (auto const& name : option->get_lnames())
            names.push_back("--" + name);
    return names;
}

Words unknown_command(CLI::App const& app, std::string const& word) {
    auto const names = command_names(app);
    auto const near = hint(nearest_word(word, names));
    std::string list;
    for (auto const& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return {
        "there is no command " + word + " (known: " + list + ")" + near.en,
        "没有命令 " + word + "（可用：" + list + "）" + near.zh};
}

Words unknown_option(CLI::App const& command, std::string const& word) {
    auto const name = word.substr(0, word.find('='));
    auto const near = hint(nearest_word(name, option_names(command)));
    return {
        command.get_name() + " has no option " + name + near.en,
        command.get_name() + " 没有选项 " + name + near.zh};
}

/// What the parser says, in Chinese where that is more than its own words.
std::string chinese(CLI::ParseError const& error) {
    std::string const said = error.what();
    if (error.get_name() == "RequiredError") return "缺少必需的内容（" + said + "）";
    if (error.get_name() == "ArgumentMismatch")
        return "选项的值个数不对（" + said + "）";
    if (error.get_name() == "ConversionError")
        return "选项的值无法识别（" + said + "）";
    return "命令行有误（" + said + "）";
}

} // namespace

Language chosen_language(std::vector<std::string> const& words) {
    constexpr std::string_view option = "--lang";
    for (std::size_t at = 0; at < words.size(); ++at) {
        std::string value;
        if (words[at] == option && at + 1 < words.size()) {
            value = words[at + 1];
        } else if (words[at].starts_with("--lang=")) {
            value = words[at].substr(option.size() + 1);
        } else {
            continue;
        }
        if (value == "zh") return Language::zh;
        if (value == "en") return Language::en;
        throw UsageError{
            {"--lang " + value + " is not a language of this program; write zh or en",
             "--lang " + value + " 不是本程序的语言；请写 zh 或 en"}};
    }
    return language_of_environment();
}

Words usage_problem(CLI::App const& app, CLI::ParseError const& error) {
    auto const chosen = app.get_subcommands();
    auto const& command = chosen.empty() ? app : *chosen.front();
    auto const has_commands = !command_names(command).empty();
    if (!chosen.empty() && has_commands && !command.remaining().empty()
        && command.remaining().front().front() != '-'
        && command.get_subcommands().empty())
        return unknown_command(command, command.remaining().front());
    if (!chosen.empty() && has_commands && !command.get_subcommands().empty())
        return usage_problem(command, error);
    auto const extras = app.remaining(true);
    auto const option =
        std::find_if(extras.begin(), extras.end(), [](auto const& word) {
            return word.size() > 1 && word.front() == '-';
        });
    if (option != extras.end()) return unknown_option(command, *option);
    if (chosen.empty() && !extras.empty()) return unknown_command(app, extras.front());
    if (chosen.empty()) {
        return {
            "which command? canopy --help lists them",
            "请写明命令；canopy --help 列出全部命令"};
    }
    if (!extras.empty()) {
        return {
            command.get_name() + " does not expect " + extras.front(),
            command.get_name() + " 不接受 " + extras.front()};
    }
    auto const above = app.get_parent() == nullptr ? "" : app.get_name() + " ";
    auto const more = "canopy " + above + command.get_name() + " --help";
    return {
        std::string{error.what()} + "; see " + more, chinese(error) + "；详见 " + more};
}

} // namespace canopy::app
