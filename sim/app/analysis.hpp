#pragma once

#include "sim/app/talk.hpp"

#include <string>
#include <vector>

namespace canopy::app {

/// Where the words of the analysis on stdout go.
enum class Printing { shown, dropped };

/// Runs a command of the Python analysis with this program's language and manners;
/// returns its exit code. Throws PlaceError if the analysis is not there, Interrupted
/// if a signal stopped it.
[[nodiscard]] int run_analysis(
    std::vector<std::string> arguments,
    Settings const& settings,
    Printing printing = Printing::shown);

} // namespace canopy::app
