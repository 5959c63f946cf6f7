#include "sim/app/command_line.hpp"
#include "sim/app/exit_code.hpp"
#include "sim/app/scenarios.hpp"

#include <memory>

namespace canopy::app {

namespace {

int validate(std::vector<std::string> const& files, Settings const& settings) {
    auto const scenarios = read_scenarios(files);
    if (settings.json) {
        put("[]\n");
    } else {
        for (auto const& file : files)
            put(file + (settings.language == Language::zh ? "：无误\n" : ": ok\n"));
    }
    return static_cast<int>(ExitCode::ok);
}

} // namespace

void add_validate(CommandLine& line) {
    auto files = std::make_shared<std::vector<std::string>>();
    auto& command = line.add(
        "validate",
        {"every mistake of scenario files, in one report",
         "一次报告情景文件的全部错误"});
    command.add_option("scenario", *files, line.text({"scenario files", "情景文件"}))
        ->required()
        ->type_name("S.toml");
    line.does(command, [files, &settings = line.settings] {
        return validate(*files, settings);
    });
}

} // namespace canopy::app
