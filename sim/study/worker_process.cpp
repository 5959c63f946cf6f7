#include "sim/study/worker_process.hpp"

#include "sim/base/error.hpp"
#include "sim/io/part_file.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace canopy::study {

namespace {

constexpr auto* own_program = "/proc/self/exe";

std::array<int, 2> make_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw OutputError{io::file_problem("start a worker of", own_program, errno)};
    return ends;
}

/// Turns the child into a worker; only calls that are safe after a fork.
[[noreturn]] void
become(std::vector<std::string>& words, int in, int out, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // no worker outlives its supervisor
    if (::getppid() != parent) ::_exit(127);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    std::array<char*, 16> arguments{};
    for (std::size_t at = 0; at < words.size(); ++at)
        arguments.at(at) = words[at].data();
    ::execv(own_program, arguments.data());
    ::_exit(127);
}

} // namespace

WorkerProcess::WorkerProcess(std::filesystem::path const& study_folder, int threads) {
    auto const orders = make_pipe();
    auto const answers = make_pipe();
    std::vector<std::string> words{
        "canopy",
        "sweep",
        "worker",
        study_folder.string(),
        "--threads",
        std::to_string(threads)};
    auto const parent = ::getpid();
    process_ = ::fork();
    if (process_ == 0) become(words, orders[0], answers[1], parent);
    ::close(orders[0]);
    ::close(answers[1]);
    to_ = orders[1];
    from_ = answers[0];
    lines_ = LineReader{from_};
    if (process_ < 0)
        throw OutputError{io::file_problem("start a worker of", own_program, errno)};
}

WorkerProcess::~WorkerProcess() {
    if (process_ > 0) {
        kill();
        static_cast<void>(wait());
    }
    ::close(from_);
}

void WorkerProcess::order(std::string const& line) const {
    write_line(to_, line); // a worker that is gone is noticed when it is listened to
}

bool WorkerProcess::listen() {
    return lines_.fill();
}

void WorkerProcess::ask_to_stop() {
    if (process_ > 0) ::kill(process_, SIGTERM);
    if (to_ >= 0) ::close(to_); // one that waits for orders may miss the signal
    to_ = -1;
}

void WorkerProcess::kill() const {
    if (process_ > 0) ::kill(process_, SIGKILL);
}

int WorkerProcess::wait() {
    if (to_ >= 0) ::close(to_);
    to_ = -1;
    int status = 0;
    while (process_ > 0 && ::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return status;
}

std::string end_text(int wait_status) {
    if (WIFSIGNALED(wait_status)) {
        auto const number = WTERMSIG(wait_status);
        return "killed by signal " + std::to_string(number) + " (" + ::strsignal(number)
               + ")"; // NOLINT(concurrency-mt-unsafe)
    }
    return "ended with exit code " + std::to_string(WEXITSTATUS(wait_status));
}

} // namespace canopy::study
