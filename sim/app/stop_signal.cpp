#include "sim/app/stop_signal.hpp"

namespace canopy::app {

namespace {

std::sig_atomic_t volatile stop = 0;

extern "C" void on_stop(int) {
    stop = 1;
}

} // namespace

StopSignal::StopSignal() {
    struct sigaction action {};

    action.sa_handler = on_stop;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &interrupt_before_);
    sigaction(SIGTERM, &action, &terminate_before_);
}

StopSignal::~StopSignal() {
    sigaction(SIGINT, &interrupt_before_, nullptr);
    sigaction(SIGTERM, &terminate_before_, nullptr);
}

bool StopSignal::received() {
    return stop != 0;
}

} // namespace canopy::app
