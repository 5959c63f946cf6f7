#pragma once

#include <csignal>

namespace canopy::app {

/// While it lives, the first SIGINT or SIGTERM asks to stop; a second one kills.
class StopSignal {
  public:
    StopSignal();
    StopSignal(StopSignal const&) = delete;
    StopSignal& operator=(StopSignal const&) = delete;
    StopSignal(StopSignal&&) = delete;
    StopSignal& operator=(StopSignal&&) = delete;
    ~StopSignal();

    [[nodiscard]] static bool received();

  private:
    struct sigaction interrupt_before_ {};

    struct sigaction terminate_before_ {};
};

} // namespace canopy::app
