#include "sim/app/run_jobs.hpp"

#include "sim/app/figures.hpp"
#include "sim/app/progress.hpp"
#include "sim/app/room.hpp"
#include "sim/app/stop_signal.hpp"
#include "sim/base/parallel.hpp"
#include "sim/io/output_space.hpp"
#include "sim/model/seed_runs.hpp"

#include <algorithm>
#include <optional>

namespace canopy::app {

namespace {

std::vector<Scenario const*> scenarios_of(auto first, auto last) {
    std::vector<Scenario const*> scenarios;
    std::transform(first, last, std::back_inserter(scenarios), [](Job const& job) {
        return job.scenario;
    });
    return scenarios;
}

} // namespace

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
    for (auto first = jobs.begin(); first != jobs.end();) {
        auto const last = std::find_if(first, jobs.end(), [&](Job const& job) {
            return !of_one_seed(*first, job);
        });
        SeedRuns runs{
            scenarios_of(first, last),
            {.seed = first->seed,
             .first_of_scenario = first->first_of_scenario,
             .out = first->out,
             .progress = [&](RunProgress const& run) { progress.show(run); },
             .stop = [] { return StopSignal::received(); }}};
        for (; first != last; ++first) {
            auto const began = progress.seconds();
            progress.begin(*first);
            auto file = runs.next();
            progress.end();
            finished(
                {first->scenario->name,
                 first->seed,
                 std::move(file),
                 progress.seconds() - began});
        }
    }
    auto const time = clock_text(progress.seconds());
    auto const runs = std::to_string(jobs.size());
    say(settings,
        {runs + (jobs.size() == 1 ? " run in " : " runs in ") + time,
         runs + " 次运行，用时 " + time});
}

} // namespace canopy::app
