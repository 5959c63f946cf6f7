#include "sim/study/worker.hpp"

#include "sim/base/error.hpp"
#include "sim/base/written.hpp"
#include "sim/model/run.hpp"
#include "sim/study/chunk.hpp"
#include "sim/study/pace.hpp"
#include "sim/study/shard_folder.hpp"
#include "sim/study/worker_talk.hpp"

#include <map>
#include <sstream>

#include <unistd.h>

namespace canopy::study {

namespace {

class Worker {
  public:
    Worker(
        std::filesystem::path const& study_folder,
        std::function<bool()> const& stop,
        MakeRun const& make)
        : plan_{Plan::open(study_folder)}
        , chunks_{plan_.n_runs(), std::max<RunNumber>(1, read_pace(study_folder).chunk)}
        , folder_{study_folder}
        , stop_{stop}
        , make_{make} // A run under way is finished: what it has cost is not lost.
        , experiment_{plan_, {}} {
        plan_.require_this_program();
    }

    WorkerEnd take_orders() {
        LineReader orders{STDIN_FILENO};
        for (;;) {
            while (auto const line = orders.line()) {
                obey(*line);
                if (stop_()) return WorkerEnd::stopped;
            }
            if (stop_()) return WorkerEnd::stopped;
            if (!orders.fill()) return WorkerEnd::done;
        }
    }

  private:
    void obey(std::string const& line) {
        std::istringstream words{line};
        std::string order;
        RunNumber number = 0;
        words >> order >> number;
        if (order == "tried") {
            words >> tried_[number];
        } else if (order == "lost") {
            int status = 0;
            RunRecord record;
            words >> status >> record.attempts >> std::ws;
            std::getline(words, record.message);
            record.status = static_cast<RunStatus>(status);
            lost_[number] = record;
        } else if (order == "pilot") {
            static_cast<void>(one(number));
        } else if (order == "keep") {
            std::string file;
            std::getline(words >> std::ws, file);
            keep(number, file);
        } else if (order == "chunk") {
            chunk(number);
            tried_.clear();
            lost_.clear();
        }
    }

    RunRecord one(RunNumber run) {
        tell("begin " + std::to_string(run));
        auto record = make_(experiment_, run);
        auto const& timing = experiment_.timing();
        tell(
            "end " + std::to_string(run) + ' '
            + std::to_string(static_cast<int>(record.status)) + ' '
            + written(timing.start) + ' ' + written(timing.run) + ' '
            + std::to_string(timing.firms));
        return record;
    }

    /// Makes one run and keeps it in a file, as the shard of a chunk of one.
    void keep(RunNumber run, std::filesystem::path const& file) {
        Shard shard{
            .program = plan_.facts().program,
            .core = plan_.facts().core,
            .rows = {},
            .first = run,
            .runs = {}};
        shard.runs.push_back(one(run));
        write_shard(file, shard, experiment_.layout().width());
        tell("kept " + std::to_string(run));
    }

    void chunk(ChunkNumber chunk) {
        auto const first = chunks_.first(chunk);
        auto const last = chunks_.last(chunk);
        auto const width = experiment_.layout().width();
        Shard shard{
            .program = plan_.facts().program,
            .core = plan_.facts().core,
            .rows = experiment_.open_rows(first, last),
            .first = first,
            .runs = {}};
        shard.runs.resize(static_cast<std::size_t>(last - first));
        take_over(chunk, shard, width);
        for (auto run = first; run < last; ++run) {
            auto& record = shard.runs[static_cast<std::size_t>(run - first)];
            if (record.status != RunStatus::missing) continue;
            if (auto const lost = lost_.find(run); lost != lost_.end()) {
                lost->second.attempts += record.attempts;
                record = lost->second;
                continue;
            }
            if (stop_()) return leave(chunk, shard, width);
            auto const tried = tried_.find(run);
            // What took its worker down may do so again: the others are safe first.
            if (tried != tried_.end()) write_shard(folder_.begun(chunk), shard, width);
            auto const before =
                record.attempts + (tried == tried_.end() ? 0 : tried->second);
            record = one(run);
            record.attempts += before;
        }
        folder_.publish(chunk, shard, width);
        tell("whole " + std::to_string(chunk) + ' ' + std::to_string(shard.failed()));
    }

    /// What a stopped worker had done of the same chunk need not be done again.
    void take_over(ChunkNumber chunk, Shard& shard, std::size_t width) const {
        auto const left = folder_.left_of(chunk);
        auto const same = left && left->program == shard.program
                          && left->core == shard.core && left->first == shard.first;
        if (!same) return;
        for (std::size_t at = 0; at < std::min(left->runs.size(), shard.runs.size());
             ++at) {
            auto const& run = left->runs[at];
            if (run.status != RunStatus::ok || run.values.size() == width)
                shard.runs[at] = run;
        }
    }

    void leave(ChunkNumber chunk, Shard const& shard, std::size_t width) const {
        write_shard(folder_.begun(chunk), shard, width);
        tell("left " + std::to_string(chunk));
    }

    static void tell(std::string const& line) { write_line(STDOUT_FILENO, line); }

    Plan plan_;
    Chunks chunks_;
    ShardFolder folder_;
    std::function<bool()> stop_;
    MakeRun make_;
    Experiment experiment_;
    std::map<RunNumber, int> tried_;
    std::map<RunNumber, RunRecord> lost_;
};

} // namespace

WorkerEnd work(
    std::filesystem::path const& study_folder,
    std::function<bool()> const& stop,
    MakeRun const& make) {
    try {
        return Worker{study_folder, stop, make}.take_orders();
    } catch (OutputError const& error) {
        write_line(STDOUT_FILENO, std::string{"problem "} + error.what());
        throw;
    }
}

} // namespace canopy::study
