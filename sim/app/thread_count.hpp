#pragma once

#include "sim/app/command_line.hpp"

namespace canopy::app {

/// Declares --threads.
void add_threads(CommandLine& line, CLI::App& command, int& threads);

/// Throws UsageError if a number of threads makes no sense; 0 = all.
void require_threads(int threads);

} // namespace canopy::app
