#include "sim/app/analysis.hpp"
#include "sim/app/command_line.hpp"

#include <filesystem>
#include <memory>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

/// What the analyses of studies are told; each declares what it uses of it.
struct AnalysisWords {
    std::string study;
    std::vector<std::string> outputs; ///< of sensitivity
    std::string cost;                 ///< of frontier and search
    std::vector<std::string> effects;
    std::string fails; ///< of discover
    std::vector<std::string> targets; ///< of calibrate
    std::string scenario;
    std::string against;
    std::string out;
    std::string population; ///< of search
    std::string generations;
    std::string seed;
};

void append(
    std::vector<std::string>& arguments,
    std::string const& option,
    std::string const& value) {
    // one word, so that a value may begin with a minus sign
    if (!value.empty()) arguments.push_back(option + "=" + value);
}

int analyse(
    std::string const& name, AnalysisWords const& words, Settings const& settings) {
    std::vector<std::string> arguments{name, words.study};
    for (auto const& output : words.outputs)
        append(arguments, "--output", output);
    append(arguments, "--cost", words.cost);
    for (auto const& effect : words.effects)
        append(arguments, "--effect", effect);
    append(arguments, "--fails", words.fails);
    for (auto const& target : words.targets)
        append(arguments, "--target", target);
    append(arguments, "--scenario", words.scenario);
    append(arguments, "--against", words.against);
    append(arguments, "--out", words.out);
    append(arguments, "--population", words.population);
    append(arguments, "--generations", words.generations);
    append(arguments, "--seed", words.seed);
    if (name == "search")
        append(arguments, "--canopy", fs::read_symlink("/proc/self/exe").string());
    return run_analysis(std::move(arguments), settings);
}

using Shared = std::shared_ptr<AnalysisWords>;

void add_objectives(CommandLine& line, CLI::App& command, Shared const& words) {
    command
        .add_option(
            "--cost", words->cost, line.text({"output to keep low", "要压低的输出"}))
        ->required()
        ->type_name("NAME");
    command
        .add_option(
            "--effect",
            words->effects,
            line.text(
                {"output to raise, or with :min to lower; may be repeated",
                 "要提高的输出，加 :min 则为降低；可重复"}))
        ->required()
        ->type_name("NAME[:min]")
        ->allow_extra_args(false);
}

/// An analysis of a study: its place, the scenarios, the folder of results.
CLI::App& add_analysis(
    CommandLine& line,
    std::string const& name,
    Words const& help,
    Words const& place,
    Shared const& words) {
    auto& command = line.add(name, help);
    command.add_option("study", words->study, line.text(place))
        ->required()
        ->type_name(name == "search" ? "STUDY.toml" : "DIR|study.nc");
    command
        .add_option(
            "--scenario",
            words->scenario,
            line.text({"needed when the study has several", "研究含多个情景时必需"}))
        ->type_name("NAME");
    command
        .add_option(
            "--against",
            words->against,
            line.text(
                {"scenario to take away, run by run of the same point and seed",
                 "要减去的情景，按相同点与种子逐次相减"}))
        ->type_name("NAME");
    command
        .add_option(
            "-o,--out",
            words->out,
            line.text(
                name == "search"
                    ? Words{"default results/search-<study>", "默认 results/search-<研究>"}
                    : Words{"default beside the pack", "默认在打包文件旁"}))
        ->type_name("OUT");
    line.does(command, [name, words, &settings = line.settings] {
        return analyse(name, *words, settings);
    });
    return command;
}

Words const pack_place{"a packed study, or its folder", "打包的研究或其文件夹"};

void add_search(CommandLine& line) {
    auto const words = std::make_shared<AnalysisWords>();
    auto& search = add_analysis(
        line,
        "search",
        {"let generations of points approach the frontier, each a sweep",
         "逐代搜索，逼近前沿，每代一批运行"},
        {"study file; its design is replaced", "研究文件；其设计被替换"},
        words);
    add_objectives(line, search, words);
    for (auto const& [option, value, help] :
         {std::tuple{
              "--population",
              &words->population,
              Words{"points a generation; default 32", "每代点数，默认 32"}},
          std::tuple{
              "--generations",
              &words->generations,
              Words{"after the first; default 8", "首代之后的代数，默认 8"}},
          std::tuple{
              "--seed",
              &words->seed,
              Words{"of the search; default 1", "搜索的种子，默认 1"}}})
        search.add_option(option, *value, line.text(help))->type_name("N");
}

} // namespace

void add_study_analyses(CommandLine& line) {
    auto const sensitivity_words = std::make_shared<AnalysisWords>();
    auto& sensitivity = add_analysis(
        line,
        "sensitivity",
        {"which factors of a study move its outputs", "研究中哪些因子影响输出"},
        pack_place,
        sensitivity_words);
    sensitivity
        .add_option(
            "--output",
            sensitivity_words->outputs,
            line.text({"default: all; may be repeated", "默认全部；可重复"}))
        ->type_name("NAME")
        ->allow_extra_args(false);

    auto const frontier_words = std::make_shared<AnalysisWords>();
    add_objectives(
        line,
        add_analysis(
            line,
            "frontier",
            {"the points of a study that none beats in cost and effect",
             "研究中成本与效果未被超越的点"},
            pack_place,
            frontier_words),
        frontier_words);

    auto const discover_words = std::make_shared<AnalysisWords>();
    add_analysis(
        line,
        "discover",
        {"the ranges of factors in which a plan fails", "方案在哪些因子范围内失败"},
        pack_place,
        discover_words)
        .add_option(
            "--fails",
            discover_words->fails,
            line.text(
                {"such as 'jobs < 0 or cost > 1e8'", "例如 'jobs < 0 or cost > 1e8'"}))
        ->required()
        ->type_name("RULE");

    auto const calibrate_words = std::make_shared<AnalysisWords>();
    add_analysis(
        line,
        "calibrate",
        {"values of factors at which outputs meet their targets",
         "使研究输出达到目标的因子取值"},
        pack_place,
        calibrate_words)
        .add_option(
            "--target",
            calibrate_words->targets,
            line.text(
                {"output and value; as many as the study has factors",
                 "输出及目标值；与因子个数相同"}))
        ->required()
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);

    add_search(line);
}

} // namespace canopy::app
