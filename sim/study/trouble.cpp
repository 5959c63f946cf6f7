#include "sim/study/trouble.hpp"

#include "sim/base/written.hpp"
#include "sim/study/run_record.hpp"

namespace canopy::study {

namespace {

constexpr int most_attempts = 3; ///< one death may be the machine's fault

} // namespace

void Trouble::died(RunNumber run, int wait_status) {
    if (++tried_[run] < most_attempts) return;
    lose(
        run,
        static_cast<int>(RunStatus::crash),
        "its process was " + end_text(wait_status));
}

void Trouble::too_long(RunNumber run, double limit) {
    ++tried_[run];
    lose(
        run,
        static_cast<int>(RunStatus::timeout),
        "took longer than " + written(limit) + " s");
}

void Trouble::lose(RunNumber run, int status, std::string const& why) {
    lost_[run] = std::to_string(status) + ' ' + std::to_string(tried_[run]) + ' ' + why;
}

void Trouble::tell(WorkerProcess const& worker) const {
    for (auto const& [run, attempts] : tried_)
        if (!lost_.contains(run))
            worker.order(
                "tried " + std::to_string(run) + ' ' + std::to_string(attempts));
    for (auto const& [run, words] : lost_)
        worker.order("lost " + std::to_string(run) + ' ' + words);
}

} // namespace canopy::study
