#include "sim/study/slurm_executor.hpp"

#include "sim/base/error.hpp"
#include "sim/model/run.hpp"
#include "sim/study/refusal.hpp"
#include "sim/study/slurm_command.hpp"
#include "sim/study/study_status.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include <unistd.h>

namespace canopy::study {

namespace {
namespace fs = std::filesystem;

/// A text as one word of a shell.
std::string shell_word(std::string const& text) {
    std::string word = "'";
    for (auto const letter : text)
        word += letter == '\'' ? std::string{"'\\''"} : std::string{letter};
    return word + "'";
}

class SlurmExecutor {
  public:
    SlurmExecutor(
        Plan const& plan,
        Chunks const& chunks,
        ExecutorOptions const& options,
        SlurmOptions const& slurm)
        : plan_{plan}
        , chunks_{chunks}
        , options_{options}
        , slurm_{slurm}
        , folder_{plan.folder()}
        , name_{"canopy-" + plan.facts().digest.substr(0, 12)} {}

    ExecutorEnd run() {
        try {
            return make_all();
        } catch (Interrupted const&) {
            slurm_.say(
                "the jobs go on without us; the same command watches them again, "
                "scancel "
                "--name "
                    + name_ + " ends them",
                "作业仍在继续；再次执行同一命令可继续观察，scancel --name " + name_
                    + " 可结束作业");
            throw;
        }
    }

  private:
    ExecutorEnd make_all() {
        constexpr int most_fruitless = 3;
        for (int fruitless = 0; fruitless < most_fruitless;) {
            watch(); // what an earlier command submitted
            auto const missing = missing_now();
            if (missing.empty()) return ExecutorEnd::done;
            submit_all(missing);
            watch();
            fruitless = missing_now().size() < missing.size() ? 0 : fruitless + 1;
        }
        throw OutputError{
            "Slurm ended three submissions without a new result; see the words of the "
            "tasks in "
            + (plan_.folder() / "slurm").string() + " and run the study again"};
    }

    [[nodiscard]] std::vector<ChunkNumber> missing_now() const {
        std::vector<ChunkNumber> missing;
        auto const next = missing_chunks(folder_, chunks_);
        while (auto const chunk = next())
            missing.push_back(*chunk);
        return missing;
    }

    void submit_all(std::vector<ChunkNumber> const& missing) const {
        auto const together = static_cast<std::size_t>(most_tasks());
        auto const home = plan_.folder() / "slurm";
        fs::create_directories(home);
        for (std::size_t first = 0; first < missing.size(); first += together) {
            auto const count = std::min(together, missing.size() - first);
            auto const batch = free_name(home);
            std::string list;
            for (auto at = first; at < first + count; ++at)
                list += std::to_string(missing[at]) + "\n";
            write_whole(fs::path{batch} += ".list", list);
            write_whole(fs::path{batch} += ".sh", script(batch, count));
            auto const job = submit((fs::path{batch} += ".sh").string(), options_.stop);
            slurm_.say(
                "Slurm job " + job + ": " + std::to_string(count) + " tasks",
                "Slurm 作业 " + job + "：" + std::to_string(count) + " 个任务");
        }
    }

    /// A name for a batch that nobody has used.
    static fs::path free_name(fs::path const& home) {
        for (int number = 1;; ++number) {
            auto const path = home / ("batch-" + std::to_string(number));
            if (!fs::exists(fs::path{path} += ".list")) return path;
        }
    }

    [[nodiscard]] std::string script(fs::path const& batch, std::size_t count) const {
        auto const path = fs::absolute(batch).string();
        constexpr double slack = 4.0;
        constexpr double least = 10.0; // [min]
        auto const limit = plan_.study().limits.run_seconds;
        auto const minutes = static_cast<int>(std::ceil(std::max(
            least, (slack * slurm_.chunk_seconds + std::min(limit, 3600.0)) / 60.0)));
        auto const megabytes = slurm_.memory / 1'000'000 + 200;
        std::string text = "#!/bin/bash\n";
        auto const say = [&](std::string const& option) {
            text += "#SBATCH " + option + "\n";
        };
        say("--job-name=" + name_);
        say("--array=0-" + std::to_string(count - 1)
            + (options_.workers > 0 ? "%" + std::to_string(options_.workers) : ""));
        say("--requeue");
        say("--open-mode=append");
        say("--signal=B:TERM@60");
        say("--time=" + std::to_string(minutes));
        say("--ntasks=1");
        say("--cpus-per-task=" + std::to_string(std::max(1, options_.threads)));
        say("--mem=" + std::to_string(megabytes) + "M");
        say("--output=\"" + path + "-%a.log\"");
        std::istringstream extra{slurm_.extra};
        for (std::string option; extra >> option;)
            say(option);
        text += "exec " + shell_word(fs::read_symlink("/proc/self/exe").string())
                + " sweep task " + shell_word(fs::absolute(plan_.folder()).string())
                + " --quiet --threads " + std::to_string(std::max(1, options_.threads))
                + " --list " + shell_word(path + ".list") + "\n";
        return text;
    }

    /// Waits until no task of the study is left; shards tell how far it is.
    void watch() const {
        constexpr double shortest = 1.0; // [s]
        constexpr double longest = 20.0;
        auto wait = shortest;
        for (;;) {
            auto const jobs = jobs_called(name_);
            report();
            if (jobs && jobs->empty()) return;
            // Nothing is missing: what is left in the queue has nothing to do.
            if (jobs && missing_now().empty()) {
                static_cast<void>(run_program({"scancel", "--quiet", "--name", name_}));
                return;
            }
            pause_for(wait, options_.stop);
            wait = std::min(1.3 * wait, longest);
        }
    }

    void report() const {
        if (!options_.progress) return;
        auto const status = status_of(plan_, chunks_);
        options_.progress(
            {.done = plan_.n_runs() - status.counts.count(RunStatus::missing),
             .failed = status.counts.failed()});
    }

    Plan const& plan_;
    Chunks chunks_;
    ExecutorOptions const& options_;
    SlurmOptions const& slurm_;
    ShardFolder folder_;
    std::string name_;
};

} // namespace

ExecutorEnd run_on_slurm(
    Plan const& plan,
    Chunks const& chunks,
    ExecutorOptions const& options,
    SlurmOptions const& slurm) {
    return SlurmExecutor{plan, chunks, options, slurm}.run();
}

ChunkNumber chunk_of_task(fs::path const& list, int task) {
    std::ifstream lines{list};
    ChunkNumber chunk = -1;
    for (int line = 0; line <= task; ++line)
        if (!(lines >> chunk)) {
            throw Refused{
                list.string() + " has no line for task " + std::to_string(task),
                list.string() + " 中没有任务 " + std::to_string(task)};
        }
    return chunk;
}

} // namespace canopy::study
