#include "sim/app/analysis.hpp"
#include "sim/app/command_line.hpp"
#include "sim/app/judgement.hpp"
#include "sim/app/thread_count.hpp"

#include <filesystem>
#include <memory>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

struct ReportWords {
    std::vector<std::string> policies;
    std::string base;
    std::string out;
    std::string scenarios = "scenarios";
    int threads = 0;
    bool judgement = false;
    bool no_figures = false;
};

/// results/report-<policy>, all policies named.
fs::path default_out(std::vector<std::string> const& policies) {
    std::string name = "report";
    for (auto const& policy : policies)
        name += "-" + fs::weakly_canonical(policy).filename().string();
    return fs::path{"results"} / name;
}

int report(ReportWords const& words, Settings const& settings) {
    require_threads(words.threads);
    auto const out =
        words.out.empty() ? default_out(words.policies) : fs::path{words.out};
    std::vector<std::string> arguments{"report"};
    arguments.insert(arguments.end(), words.policies.begin(), words.policies.end());
    arguments.insert(arguments.end(), {"--against", words.base, "-o", out.string()});
    if (words.no_figures) arguments.emplace_back("--no-figures");
    if (words.judgement) {
        auto folders = words.policies;
        folders.push_back(words.base);
        auto const runs = out / "judgement";
        run_judgement({folders, words.scenarios, runs, words.threads}, settings);
        arguments.insert(arguments.end(), {"--judgement", runs.string()});
    }
    return run_analysis(std::move(arguments), settings);
}

} // namespace

void add_report(CommandLine& line) {
    auto words = std::make_shared<ReportWords>();
    auto& command = line.add(
        "report",
        {"compare policies with a baseline over paired seeds",
         "按相同种子比较政策与基准"});
    command
        .add_option(
            "policy",
            words->policies,
            line.text({"folders of run files", "运行文件的文件夹"}))
        ->required()
        ->type_name("POLICY");
    command
        .add_option(
            "--against",
            words->base,
            line.text({"folder of the baseline", "基准的文件夹"}))
        ->required()
        ->type_name("BASE");
    command
        .add_option(
            "-o,--out",
            words->out,
            line.text(
                {"default results/report-<policy>", "默认 results/report-<政策>"}))
        ->type_name("DIR");
    command.add_flag(
        "--judgement",
        words->judgement,
        line.text(
            {"repeat it with five judgement parameters at low and high; says its cost",
             "五个判断参数取低、高值重做比较；先报所需时间"}));
    command
        .add_option(
            "--scenarios",
            words->scenarios,
            line.text(
                {"folder of the scenario files for --judgement; default scenarios",
                 "--judgement 所用情景文件夹，默认 scenarios"}))
        ->type_name("DIR");
    add_threads(line, command, words->threads);
    command.add_flag(
        "--no-figures", words->no_figures, line.text({"tables only", "只做表格"}));
    line.does(command, [words, &settings = line.settings] {
        return report(*words, settings);
    });
}

} // namespace canopy::app
