#include "sim/app/command_line.hpp"
#include "sim/app/sweep.hpp"
#include "sim/app/thread_count.hpp"

#include <memory>

namespace canopy::app {

namespace {

using Action = int (*)(SweepWords const&, Settings const&);

/// Declares the commands below `sweep`; each has words of its own.
class SweepCommands {
  public:
    explicit SweepCommands(CommandLine& line)
        : line_{line}
        , sweep_{line.add(
              "sweep",
              {"studies: many runs on one machine or a Slurm cluster",
               "研究：在本机或 Slurm 集群上批量运行"})} {
        sweep_.require_subcommand(1);
    }

    CLI::App& add(std::string const& name, Words const& help, Action action) {
        words_ = std::make_shared<SweepWords>();
        auto& command = line_.add(sweep_, name, help);
        line_.does(command, [words = words_, action, &settings = line_.settings] {
            return action(*words, settings);
        });
        return command;
    }

    void study(CLI::App& command) {
        command
            .add_option(
                "study",
                words_->what,
                line_.text(
                    {"study file, or the folder of a planned study",
                     "研究文件，或已有计划的研究文件夹"}))
            ->required()
            ->type_name("STUDY.toml|DIR");
        command
            .add_option(
                "--out",
                words_->out,
                line_.text(
                    {"folder of the study; default results/<study>",
                     "研究文件夹，默认 results/<研究名>"}))
            ->type_name("DIR");
        command
            .add_option(
                "--chunk",
                words_->chunk,
                line_.text(
                    {"runs that are made together; default by pilot runs",
                     "每块的运行数，默认由试运行确定"}))
            ->type_name("N");
    }

    void folder(CLI::App& command) {
        command
            .add_option(
                "dir", words_->what, line_.text({"folder of the study", "研究文件夹"}))
            ->required()
            ->type_name("DIR");
    }

    void executor(CLI::App& command) {
        command
            .add_option(
                "--workers",
                words_->workers,
                line_.text(
                    {"runs at a time; default as many as processors (of Slurm: no "
                     "limit)",
                     "同时运行数，默认同处理器数（Slurm 不限）"}))
            ->type_name("N");
        command
            .add_option(
                "--executor",
                words_->executor,
                line_.text(
                    {"local or slurm; default local", "local 或 slurm，默认 local"}))
            ->type_name("local|slurm");
        command
            .add_option(
                "--slurm",
                words_->slurm,
                line_.text(
                    {"options for sbatch, such as \"--partition=short --account=x\"",
                     "传给 sbatch 的选项，如 \"--partition=short --account=x\""}))
            ->type_name("OPTIONS");
        add_threads(line_, command, words_->threads);
    }

    SweepWords& words() { return *words_; }

  private:
    CommandLine& line_;
    CLI::App& sweep_;
    std::shared_ptr<SweepWords> words_;
};

void add_making(SweepCommands& sweep, CommandLine& line) {
    auto& run = sweep.add(
        "run",
        {"plan if need be, make what is missing, pack",
         "如无计划先制定，运行缺失部分并打包"},
        sweep_run);
    sweep.study(run);
    sweep.executor(run);
    auto& plan = sweep.add(
        "plan",
        {"freeze a study and say what it will take", "固定研究内容并估计用时与空间"},
        sweep_plan);
    sweep.study(plan);
    auto& retry = sweep.add(
        "retry", {"make failed runs again", "重新运行失败的部分"}, sweep_retry);
    sweep.folder(retry);
    sweep.executor(retry);
    auto& extend = sweep.add(
        "extend",
        {"more points; what is done stays done", "增加点数，已完成的保留"},
        sweep_extend);
    sweep.folder(extend);
    extend
        .add_option(
            "--points",
            sweep.words().points,
            line.text(
                {"of the design (morris: trajectories); default twice as many",
                 "设计的点数（morris 为轨迹数），默认加倍"}))
        ->type_name("N");
    sweep.executor(extend);
}

void add_looking(SweepCommands& sweep, CommandLine& line) {
    auto& status = sweep.add(
        "status",
        {"how far a study is, and what failed", "研究进度与失败原因"},
        sweep_status);
    sweep.folder(status);
    auto& verify = sweep.add(
        "verify",
        {"check all results; prints their digest", "核对全部结果并给出摘要值"},
        sweep_verify);
    sweep.folder(verify);
    auto& repro = sweep.add(
        "repro",
        {"one run again: are the results the same?", "重复一次运行并比较结果"},
        sweep_repro);
    sweep.folder(repro);
    repro.add_option("run", sweep.words().run, line.text({"its number", "运行编号"}))
        ->required()
        ->type_name("RUN");
    auto& pack = sweep.add(
        "pack",
        {"all results in one netCDF-4 file", "将全部结果打包为一个 netCDF-4 文件"},
        sweep_pack);
    sweep.folder(pack);
}

/// What executors call; not for people.
void add_hidden(SweepCommands& sweep, CommandLine& line) {
    auto& worker = sweep.add(
        "worker",
        {"a worker of an executor", "执行器的工作进程"},
        [](auto const& words, auto const&) { return sweep_worker(words); });
    worker.group("");
    sweep.folder(worker);
    add_threads(line, worker, sweep.words().threads);
    auto& task =
        sweep.add("task", {"a task of a Slurm array", "Slurm 数组任务"}, sweep_task);
    task.group("");
    sweep.folder(task);
    task.add_option("--list", sweep.words().list)->required();
    add_threads(line, task, sweep.words().threads);
}

} // namespace

void add_sweep(CommandLine& line) {
    SweepCommands sweep{line};
    add_making(sweep, line);
    add_looking(sweep, line);
    add_hidden(sweep, line);
}

} // namespace canopy::app
