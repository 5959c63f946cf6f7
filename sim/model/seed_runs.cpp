#include "sim/model/seed_runs.hpp"

#include "sim/base/error.hpp"
#include "sim/model/common_months.hpp"
#include "sim/model/trajectory.hpp"

#include <utility>

namespace canopy {

namespace {

void make_folder(std::filesystem::path const& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error) return;
    throw OutputError{
        folder.string() + " cannot be created (" + error.message()
        + "); choose another --out"};
}

} // namespace

SeedRuns::SeedRuns(std::vector<Scenario const*> const& scenarios, RunOptions options)
    : options_{std::move(options)} {
    for (auto const* scenario : scenarios) {
        make_folder(options_.out / scenario->name);
        auto const shared =
            runs_.empty() ? 0 : months_in_common(*scenarios.front(), *scenario);
        runs_.push_back({scenario, shared, nullptr, nullptr});
    }
}

std::filesystem::path SeedRuns::next() {
    auto& run = runs_[n_done_];
    auto trajectory = beginning(run);
    if (!run.record) {
        run.record = std::make_unique<RunRecord>(*run.scenario, options_, trajectory);
    }
    if (n_done_ == 0)
        for (auto& other : runs_)
            if (other.shared > 0)
                other.record =
                    std::make_unique<RunRecord>(*other.scenario, options_, trajectory);
    run_to_the_end(trajectory, options_, [&] {
        run.record->month(trajectory);
        if (n_done_ == 0) share(trajectory);
    });
    ++n_done_;
    return std::exchange(run.record, nullptr)->finish();
}

Trajectory SeedRuns::beginning(Run& run) const {
    if (auto const from = std::exchange(run.from, nullptr); from)
        return {*run.scenario, *from};
    return {*run.scenario, opening_world(*run.scenario, options_)};
}

/// Writes a month of the first run for those that still share it.
void SeedRuns::share(Trajectory const& first) {
    auto const month = first.world().month.index();
    std::shared_ptr<Moment const> moment;
    for (auto& run : runs_) {
        if (run.shared < month) continue;
        run.record->month(first, *runs_.front().record);
        if (run.shared > month) continue;
        if (!moment) moment = std::make_shared<Moment const>(first.moment());
        run.from = moment;
    }
}

} // namespace canopy
