#pragma once

#include "sim/study/chunk.hpp"
#include "sim/study/worker_talk.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace canopy::study {

/// A worker as its supervisor sees it: a process of this program with two pipes.
class WorkerProcess {
  public:
    /// Starts one; `threads` is what it may use inside a run.
    WorkerProcess(std::filesystem::path const& study_folder, int threads);
    WorkerProcess(WorkerProcess const&) = delete;
    WorkerProcess& operator=(WorkerProcess const&) = delete;
    WorkerProcess(WorkerProcess&&) = delete;
    WorkerProcess& operator=(WorkerProcess&&) = delete;
    ~WorkerProcess(); ///< kills it if it still lives

    void order(std::string const& line) const;

    [[nodiscard]] int descriptor() const { return from_; }

    /// Takes what it has said; false once it has ended.
    bool listen();

    [[nodiscard]] std::optional<std::string> line() { return lines_.line(); }

    /// Asks it to stop after the run under way.
    void ask_to_stop();

    void kill() const;

    /// Lets it end by itself and waits; returns the status of waitpid.
    int wait();

  private:
    pid_t process_ = -1;
    int to_ = -1;
    int from_ = -1;
    LineReader lines_{-1};
};

/// "killed by signal 11 (Segmentation fault)", "ended with exit code 3".
[[nodiscard]] std::string end_text(int wait_status);

} // namespace canopy::study
