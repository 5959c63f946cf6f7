#pragma once

namespace canopy::app {

/// Does what the command line says; returns the exit code of the program.
[[nodiscard]] int run_application(int argc, char const* const* argv);

} // namespace canopy::app
