#include "sim/study/pilot.hpp"

#include "sim/model/run.hpp"
#include "sim/study/run_record.hpp"
#include "sim/study/worker_process.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <sstream>

#include <poll.h>

namespace canopy::study {

namespace {

/// What a worker says of a pilot run; nothing if it died or took too long.
std::optional<std::string>
pilot_words(Plan const& plan, RunNumber run, std::function<bool()> const& stop) {
    using Clock = std::chrono::steady_clock;
    WorkerProcess worker{plan.folder(), 1};
    worker.order("pilot " + std::to_string(run));
    auto const limit =
        Clock::now() + std::chrono::duration<double>(plan.study().limits.run_seconds);
    while (Clock::now() < limit) {
        if (stop && stop()) throw Interrupted{};
        pollfd waiting{worker.descriptor(), POLLIN, 0};
        constexpr int patience = 100; // [ms]
        if (::poll(&waiting, 1, patience) <= 0) continue;
        auto const lives = worker.listen();
        while (auto const line = worker.line())
            if (line->starts_with("end ")) return line->substr(4);
        if (!lives) return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

Pace measure_pace(
    Plan const& plan,
    std::function<bool()> const& stop,
    std::function<void(RunNumber, std::string const&)> const& failed) {
    Pace pace;
    auto n = 0;
    for (auto const run :
         std::set<RunNumber>{0, plan.n_runs() / 2, plan.n_runs() - 1}) {
        auto const said = pilot_words(plan, run, stop);
        RunNumber same = 0;
        int status = static_cast<int>(RunStatus::crash);
        double start = 0.0;
        double seconds = 0.0;
        std::int64_t firms = 0;
        if (said)
            std::istringstream{*said} >> same >> status >> start >> seconds >> firms;
        if (status != static_cast<int>(RunStatus::ok)) {
            failed(
                run,
                said ? std::string{status_names[static_cast<std::size_t>(status)]}
                     : "crash or timeout");
            continue;
        }
        ++n;
        pace.start_seconds = std::max(pace.start_seconds, start);
        pace.run_seconds += seconds;
        pace.firms = std::max(pace.firms, firms);
    }
    // Without a pilot nothing is known: small chunks lose little.
    pace.run_seconds = n > 0 ? pace.run_seconds / n : 10.0;
    pace.chunk = chunk_size(plan.n_runs(), pace.run_seconds);
    return pace;
}

} // namespace canopy::study
