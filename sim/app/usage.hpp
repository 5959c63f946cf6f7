#pragma once

#include "sim/app/words.hpp"

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace canopy::app {

/// The value of --lang, wherever it stands on the command line; the environment's
/// language without it. Throws UsageError if it is neither zh nor en.
[[nodiscard]] Language chosen_language(std::vector<std::string> const& words);

/// Why the command line could not be read, with the nearest known word.
[[nodiscard]] Words usage_problem(CLI::App const& app, CLI::ParseError const& error);

} // namespace canopy::app
