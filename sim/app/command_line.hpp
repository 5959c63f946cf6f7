#pragma once

#include "sim/app/talk.hpp"

#include <functional>
#include <string>

#include <CLI/CLI.hpp>

namespace canopy::app {

/// The commands while they are declared, and what the chosen one does.
struct CommandLine {
    CLI::App& app;
    Settings& settings;
    std::function<int()> chosen{}; ///< returns the exit code

    [[nodiscard]] std::string const& text(Words const& words) const {
        return words.in(settings.language);
    }

    /// A command with the options that all share.
    CLI::App& add(std::string const& name, Words const& help);

    /// The same below another command.
    CLI::App& add(CLI::App& above, std::string const& name, Words const& help);

    /// What a command does; called after the whole line was read.
    void does(CLI::App& command, std::function<int()> action);
};

// Each declares its commands; their files say what they do.
void add_run(CommandLine& line);
void add_validate(CommandLine& line);
void add_explain(CommandLine& line);
void add_diff(CommandLine& line);
void add_describe(CommandLine& line);
void add_reading(CommandLine& line); ///< info and patterns
void add_report(CommandLine& line);
void add_levers(CommandLine& line);
void add_attribute(CommandLine& line);
void add_study_analyses(CommandLine& line); ///< sensitivity, frontier, discover, search
void add_sweep(CommandLine& line);

} // namespace canopy::app
