#include "sim/app/application.hpp"

#include "sim/app/command_line.hpp"
#include "sim/app/exit_code.hpp"
#include "sim/app/refusal.hpp"
#include "sim/app/usage.hpp"
#include "sim/base/error.hpp"
#include "sim/io/diagnostic_report.hpp"
#include "sim/model/run.hpp"
#include "sim/study/refusal.hpp"

#include <filesystem>
#include <initializer_list>
#include <iostream>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace canopy::app {

namespace {

void add_commands(CommandLine& line) {
    add_run(line);
    add_validate(line);
    add_explain(line);
    add_diff(line);
    add_describe(line);
    add_reading(line);
    add_report(line);
    add_attribute(line);
    add_levers(line);
    add_study_analyses(line);
    add_sweep(line);
}

int execute(int argc, char const* const* argv, Settings& settings) {
    settings.language = chosen_language({argv + 1, argv + argc});
    auto const text = [&](Words const& words) -> std::string const& {
        return words.in(settings.language);
    };
    CLI::App app{
        text(
            {"canopy: policies for the enterprises of a zone, tried before they are "
             "tried",
             "canopy：园区企业政策的预演"}),
        "canopy"};
    app.option_defaults()->group(text({"Options", "选项"}));
    app.set_help_flag("-h,--help", text({"this text", "本说明"}));
    app.set_version_flag(
        "--version", CANOPY_VERSION, text({"number of the version", "版本号"}));
    app.add_option(
           "--lang", text({"zh or en; default from LANG", "zh 或 en，默认取自 LANG"}))
        ->type_name("zh|en");
    app.require_subcommand(1);
    for (auto const& [label, words] :
         std::initializer_list<std::pair<char const*, Words>>{
             {"Usage", {"Usage", "用法"}},
             {"OPTIONS", {"OPTIONS", "选项"}},
             {"SUBCOMMAND", {"COMMAND", "命令"}},
             {"Positionals", {"Arguments", "参数"}},
             {"REQUIRED", {"(required)", "（必需）"}}})
        app.get_formatter()->label(label, text(words));
    CommandLine line{app, settings};
    add_commands(line);
    try {
        app.parse(argc, argv);
    } catch (CLI::Success const& success) {
        app.exit(success, std::cout, std::cerr);
        finish_output();
        return static_cast<int>(ExitCode::ok);
    } catch (CLI::ParseError const& error) {
        throw UsageError{usage_problem(app, error)};
    }
    start_talk(settings);
    auto const code = line.chosen();
    finish_output();
    return code;
}

void report(ScenarioError const& error, Settings const& settings) {
    if (settings.json) {
        put(diagnostics_json(error.diagnostics()));
        std::cout.flush();
    } else {
        std::cerr << diagnostics_text(error.diagnostics(), settings.language);
    }
}

void report_bug(std::exception const& error, Settings const& settings) {
    std::string const what = error.what();
    complain(
        settings,
        {"a defect of the program, not of your scenario: " + what,
         "程序缺陷，并非情景有误：" + what});
}

/// Every way to end, and the exit code that belongs to it.
ExitCode end_of(std::exception_ptr const& failure, Settings const& settings) {
    try {
        std::rethrow_exception(failure);
    } catch (ScenarioError const& error) {
        report(error, settings);
        return ExitCode::usage;
    } catch (UsageError const& error) {
        complain(settings, error.words());
        return ExitCode::usage;
    } catch (study::Refused const& refused) {
        complain(settings, {refused.what(), refused.zh()});
        return ExitCode::usage;
    } catch (PlaceError const& error) {
        complain(settings, error.words());
        return ExitCode::input_output;
    } catch (OutputError const& error) {
        complain(settings, {error.what(), error.what()});
        return ExitCode::input_output;
    } catch (std::filesystem::filesystem_error const& error) {
        complain(settings, {error.what(), error.what()});
        return ExitCode::input_output;
    } catch (std::bad_alloc const&) {
        complain(
            settings,
            {"there is not enough memory; try a smaller --scale",
             "内存不足；请用较小的 --scale"});
        return ExitCode::input_output;
    } catch (Interrupted const&) {
        complain(
            settings,
            {"stopped; runs that were not finished begin again next time",
             "已停止；未完成的运行下次重新开始"});
        return ExitCode::interrupted;
    } catch (std::exception const& error) { // InvariantError and what nobody expects
        report_bug(error, settings);
        return ExitCode::our_bug;
    }
}

} // namespace

int run_application(int argc, char const* const* argv) {
    Settings settings;
    settings.language = language_of_environment();
    start_talk(settings);
    try {
        return execute(argc, argv, settings);
    } catch (...) {
        return static_cast<int>(end_of(std::current_exception(), settings));
    }
}

} // namespace canopy::app
