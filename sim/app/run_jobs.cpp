#include "sim/app/run_jobs.hpp"

#include "sim/app/figures.hpp"
#include "sim/app/progress.hpp"
#include "sim/app/room.hpp"
#include "sim/app/stop_signal.hpp"
#include "sim/base/parallel.hpp"
#include "sim/io/output_space.hpp"
#include "sim/model/run.hpp"

#include <optional>

namespace canopy::app {

void run_jobs(
    std::vector<Job> const& jobs,
    int threads,
    Settings const& settings,
    std::function<void(FinishedRun const&)> const& finished) {
    require_room(jobs, settings);
    io::ignore_output_signals();
    StopSignal const signal;
    std::optional<ThreadLimit> limit;
    if (threads > 0) limit.emplace(threads);
    Progress progress{jobs.size(), settings};
    for (auto const& job : jobs) {
        auto const began = progress.seconds();
        progress.begin(job);
        auto file = run_seed(
            *job.scenario,
            {.seed = job.seed,
             .first_of_scenario = job.first_of_scenario,
             .out = job.out,
             .progress = [&](RunProgress const& run) { progress.show(run); },
             .stop = [] { return StopSignal::received(); }});
        progress.end();
        finished(
            {job.scenario->name,
             job.seed,
             std::move(file),
             progress.seconds() - began});
    }
    auto const time = clock_text(progress.seconds());
    auto const runs = std::to_string(jobs.size());
    say(settings,
        {runs + (jobs.size() == 1 ? " run in " : " runs in ") + time,
         runs + " 次运行，用时 " + time});
}

} // namespace canopy::app
