#include "sim/study/local_executor.hpp"

#include "sim/base/error.hpp"
#include "sim/study/trouble.hpp"
#include "sim/study/worker_process.hpp"

#include <algorithm>
#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <sstream>
#include <vector>

#include <poll.h>
#include <sys/wait.h>

namespace canopy::study {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int most_idle_deaths = 5; ///< of workers that made nothing in between

/// A place for a worker, and what it is doing.
struct Seat {
    std::unique_ptr<WorkerProcess> process;
    std::optional<ChunkNumber> chunk;
    RunNumber run = -1; ///< under way
    Clock::time_point began{};
    RunNumber done = 0; ///< of the chunk
    RunNumber failed = 0;
    bool timed_out = false;
};

class LocalExecutor {
  public:
    LocalExecutor(
        Plan const& plan,
        Chunks const& chunks,
        ChunkSource const& next,
        ExecutorOptions const& options)
        : plan_{plan}
        , chunks_{chunks}
        , next_{next}
        , options_{options}
        , folder_{plan.folder()}
        , limit_{plan.study().limits.run_seconds}
        , seats_(static_cast<std::size_t>(options.workers)) {}

    ExecutorEnd run() {
        for (;;) {
            if (!stopping_ && options_.stop && options_.stop()) stop();
            if (!stopping_) give_out();
            if (std::none_of(seats_.begin(), seats_.end(), is_busy)) break;
            listen();
            end_late_runs();
        }
        return stopping_ ? ExecutorEnd::stopped : ExecutorEnd::done;
    }

  private:
    static bool is_busy(Seat const& seat) {
        return seat.process != nullptr && seat.chunk.has_value();
    }

    void stop() {
        stopping_ = true;
        for (auto& seat : seats_)
            if (seat.process) seat.process->ask_to_stop();
    }

    std::optional<ChunkNumber> take() {
        while (!again_.empty()) {
            auto const chunk = again_.front();
            again_.pop_front();
            if (!folder_.has(chunk)) return chunk;
            advance_.done += chunks_.last(chunk) - chunks_.first(chunk);
        }
        return next_();
    }

    void give_out() {
        for (auto& seat : seats_) {
            if (seat.chunk) continue;
            auto const chunk = take();
            if (!chunk) return;
            if (!seat.process)
                seat.process =
                    std::make_unique<WorkerProcess>(plan_.folder(), options_.threads);
            troubles_[*chunk].tell(*seat.process);
            seat.process->order("chunk " + std::to_string(*chunk));
            seat.chunk = chunk;
            seat.run = -1;
            seat.done = seat.failed = 0;
        }
    }

    void listen() {
        std::vector<pollfd> waiting;
        for (auto const& seat : seats_)
            waiting.push_back(
                {is_busy(seat) ? seat.process->descriptor() : -1, POLLIN, 0});
        constexpr int patience = 100; // [ms], so that limits and signals are seen
        if (::poll(waiting.data(), waiting.size(), patience) <= 0) return;
        for (std::size_t at = 0; at < seats_.size(); ++at) {
            if (waiting[at].revents == 0) continue;
            auto& seat = seats_[at];
            auto const lives = seat.process->listen();
            while (auto const line = seat.process->line())
                hear(seat, *line);
            if (!lives) bury(seat);
        }
        report();
    }

    void hear(Seat& seat, std::string const& line) {
        std::istringstream words{line};
        std::string what;
        words >> what;
        if (what == "begin") {
            words >> seat.run;
            seat.began = Clock::now();
        } else if (what == "end") {
            int status = 0;
            words >> seat.run >> status;
            seat.run = -1;
            ++seat.done;
            if (failed(static_cast<RunStatus>(status))) ++seat.failed;
            idle_deaths_ = 0;
        } else if (what == "whole") {
            ChunkNumber chunk = 0;
            RunNumber n_failed = 0;
            words >> chunk >> n_failed;
            advance_.done += chunks_.last(chunk) - chunks_.first(chunk);
            advance_.failed += n_failed;
            troubles_.erase(chunk);
            free(seat);
        } else if (what == "left") {
            free(seat);
        } else if (what == "problem") {
            std::getline(words >> std::ws, problem_);
        }
    }

    static void free(Seat& seat) {
        seat.chunk.reset();
        seat.run = -1;
        seat.done = seat.failed = 0;
    }

    /// A worker has ended: its chunk is done again, knowing what it died of.
    void bury(Seat& seat) {
        auto const status = seat.process->wait();
        seat.process.reset();
        if (!problem_.empty()) throw OutputError{problem_};
        if (!seat.chunk) return;
        auto const chunk = *seat.chunk;
        auto const run = seat.run;
        free(seat);
        auto const in_time = !seat.timed_out;
        seat.timed_out = false;
        if (stopping_) return;
        if (run >= 0) {
            if (in_time) {
                troubles_[chunk].died(run, status);
            } else {
                troubles_[chunk].too_long(run, limit_);
            }
        } else if (++idle_deaths_ > most_idle_deaths) {
            throw OutputError{
                "workers end before they have made a run (the last one "
                + end_text(status)
                + "); look above for the reason, or try one run with canopy sweep "
                  "repro "
                + plan_.folder().string() + ' ' + std::to_string(chunks_.first(chunk))};
        }
        again_.push_front(chunk);
    }

    void end_late_runs() {
        auto const now = Clock::now();
        for (auto& seat : seats_) {
            if (!is_busy(seat) || seat.run < 0 || seat.timed_out) continue;
            auto const seconds =
                std::chrono::duration<double>(now - seat.began).count();
            if (seconds <= limit_) continue;
            seat.timed_out = true;
            seat.process->kill();
        }
    }

    void report() const {
        if (!options_.progress) return;
        auto now = advance_;
        for (auto const& seat : seats_) {
            now.done += seat.done;
            now.failed += seat.failed;
        }
        options_.progress(now);
    }

    Plan const& plan_;
    Chunks chunks_;
    ChunkSource const& next_;
    ExecutorOptions const& options_;
    ShardFolder folder_;
    double limit_;
    std::vector<Seat> seats_;
    std::deque<ChunkNumber> again_;
    std::map<ChunkNumber, Trouble> troubles_; ///< of chunks that are not whole
    Advance advance_;
    int idle_deaths_ = 0;
    std::string problem_;
    bool stopping_ = false;
};

} // namespace

ExecutorEnd run_locally(
    Plan const& plan,
    Chunks const& chunks,
    ChunkSource const& next,
    ExecutorOptions const& options) {
    return LocalExecutor{plan, chunks, next, options}.run();
}

ChunkSource missing_chunks(ShardFolder const& folder, Chunks const& chunks) {
    return [folder,
            chunks,
            whole = folder.state(chunks.count()).whole,
            at = ChunkNumber{0}]() mutable -> std::optional<ChunkNumber> {
        for (; at < chunks.count(); ++at) {
            if (whole[static_cast<std::size_t>(at)] || folder.has(at)) continue;
            return at++;
        }
        return std::nullopt;
    };
}

} // namespace canopy::study
