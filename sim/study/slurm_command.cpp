#include "sim/study/slurm_command.hpp"

#include "sim/base/error.hpp"
#include "sim/model/run.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace canopy::study {

namespace {

/// Refusals that pass: the controller is busy, away, or the user has many jobs.
bool will_pass(std::string const& words) {
    constexpr std::array<std::string_view, 8> passing{
        "timed out",
        "temporarily",
        "Unable to contact",
        "try again",
        "Connection refused",
        "QOSMaxSubmitJob",
        "AssocMaxSubmitJob",
        "Slurm controller"};
    return std::any_of(passing.begin(), passing.end(), [&](std::string_view part) {
        return words.find(part) != std::string::npos;
    });
}

} // namespace

ProgramResult run_program(std::vector<std::string> const& words) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw OutputError{"cannot start " + words.front() + " (no pipe); try again"};
    auto copies = words;
    std::vector<char*> arguments;
    for (auto& word : copies)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    auto const child = ::fork();
    if (child == 0) {
        ::setpgid(0, 0); // a signal to stop is for us, not for the scheduler's client
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(ends[1], STDERR_FILENO);
        ::execvp(arguments.front(), arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    ProgramResult result;
    std::array<char, 4096> piece{};
    for (;;) {
        auto const got = ::read(ends[0], piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        result.output.append(piece.data(), static_cast<std::size_t>(got));
    }
    ::close(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return result;
}

void pause_for(double seconds, std::function<bool()> const& stop) {
    using Clock = std::chrono::steady_clock;
    auto const end = Clock::now() + std::chrono::duration<double>(seconds);
    while (Clock::now() < end) {
        if (stop && stop()) throw Interrupted{};
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
}

std::string submit(std::string const& script, std::function<bool()> const& stop) {
    constexpr int most_tries = 12;
    constexpr double longest = 120.0; // [s]
    auto wait = 2.0;
    for (int attempt = 1;; ++attempt) {
        auto const result = run_program({"sbatch", "--parsable", script});
        if (result.exit_code == 0) {
            // Warnings may stand above the number; a cluster's name behind it.
            std::istringstream lines{result.output};
            std::string last;
            for (std::string line; std::getline(lines, line);)
                if (!line.empty()) last = line;
            return last.substr(0, last.find(';'));
        }
        if (result.exit_code == 127) {
            throw OutputError{"cannot submit (there is no sbatch here); run on a "
                              "machine that submits "
                              "to Slurm, or without --executor slurm"};
        }
        if (!will_pass(result.output) || attempt == most_tries) {
            throw OutputError{
                "Slurm refused " + script + " (" + result.output
                + "); give what it asks for with --slurm \"--partition=… "
                  "--account=…\""};
        }
        pause_for(wait, stop);
        wait = std::min(2.0 * wait, longest);
    }
}

std::optional<std::map<std::string, std::string>> jobs_called(std::string const& name) {
    auto const result =
        run_program({"squeue", "-h", "-r", "-o", "%i %T", "--name", name});
    if (result.exit_code != 0) return std::nullopt;
    std::map<std::string, std::string> jobs;
    std::istringstream lines{result.output};
    for (std::string task, state; lines >> task >> state;)
        if (state != "COMPLETED" && state != "FAILED" && state != "CANCELLED"
            && state != "TIMEOUT" && state != "NODE_FAIL" && state != "COMPLETING")
            jobs[task] = state;
    return jobs;
}

int most_tasks() {
    constexpr int usual = 1000;
    auto const result = run_program({"scontrol", "show", "config"});
    auto const at = result.output.find("MaxArraySize");
    if (result.exit_code != 0 || at == std::string::npos) return usual;
    std::istringstream words{result.output.substr(result.output.find('=', at) + 1)};
    int size = 0;
    words >> size;
    return size > 1 ? size - 1 : usual;
}

} // namespace canopy::study
