// The program with three bad runs planted in its workers, for tests/study: run 17
// crashes, run 42 never ends, run 77 gives a result that is no number. All else is the
// program.
#include "sim/app/application.hpp"
#include "sim/app/stop_signal.hpp"
#include "sim/io/output_space.hpp"
#include "sim/study/worker.hpp"

#include <cstdlib>
#include <limits>
#include <string_view>

#include <unistd.h>

namespace {

using canopy::study::Experiment;
using canopy::study::RunNumber;
using canopy::study::RunRecord;

RunRecord spoiled(Experiment& experiment, RunNumber run) {
    constexpr RunNumber crashing = 17;
    constexpr RunNumber endless = 42;
    constexpr RunNumber senseless = 77;
    if (run == crashing) std::abort();
    while (run == endless)
        pause();
    auto record = experiment.run(run);
    if (run != senseless) return record;
    record.values.front() = std::numeric_limits<double>::quiet_NaN();
    return canopy::study::judged(std::move(record.values), experiment.layout());
}

} // namespace

int main(int argc, char** argv) {
    auto const is_worker = argc > 3 && std::string_view{argv[1]} == "sweep"
                           && std::string_view{argv[2]} == "worker";
    if (!is_worker) return canopy::app::run_application(argc, argv);
    canopy::io::ignore_output_signals();
    canopy::app::StopSignal const signal;
    canopy::study::work(
        argv[3], [] { return canopy::app::StopSignal::received(); }, spoiled);
    return 0;
}
