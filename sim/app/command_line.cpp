#include "sim/app/command_line.hpp"

#include <utility>

namespace canopy::app {

CLI::App& CommandLine::add(std::string const& name, Words const& help) {
    return add(app, name, help);
}

CLI::App&
CommandLine::add(CLI::App& above, std::string const& name, Words const& help) {
    auto& command = *above.add_subcommand(name, text(help));
    command.group(text({"Commands", "命令"}));
    command.option_defaults()->group(text({"Options", "选项"}));
    command.set_help_flag("-h,--help", text({"this text", "本说明"}));
    command.add_flag(
        "--json", settings.json, text({"data for a program", "供程序读取"}));
    command.add_flag(
        "--quiet", settings.quiet, text({"no talk on stderr", "不显示过程信息"}));
    command
        .add_option(
            "--lang", text({"zh or en; default from LANG", "zh 或 en，默认取自 LANG"}))
        ->type_name("zh|en");
    return command;
}

void CommandLine::does(CLI::App& command, std::function<int()> action) {
    command.callback([this, action = std::move(action)] { chosen = action; });
}

} // namespace canopy::app
