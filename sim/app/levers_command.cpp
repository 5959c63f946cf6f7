#include "sim/app/analysis.hpp"
#include "sim/app/command_line.hpp"
#include "sim/app/refusal.hpp"
#include "sim/app/run_jobs.hpp"
#include "sim/app/scenarios.hpp"
#include "sim/app/seeds.hpp"
#include "sim/app/thread_count.hpp"
#include "sim/base/written.hpp"
#include "sim/io/part_file.hpp"
#include "sim/model/levers.hpp"

#include <algorithm>
#include <fstream>
#include <memory>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

struct LeversWords {
    std::string out = "results/levers";
    std::string seeds = "8";
    std::string doses = "scenarios/levers"; ///< baseline, <kind> and <kind>-twice
    std::vector<std::string> set;
    int threads = 0;
};

/// The baseline, then each lever alone and at twice its limit.
std::vector<std::string> dose_files(fs::path const& folder) {
    std::vector<std::string> files{scenario_file(folder, "baseline").string()};
    for (auto const& card : lever_cards())
        for (auto const* suffix : {"", "-twice"})
            files.push_back(
                scenario_file(folder, std::string{card.key} + suffix).string());
    return files;
}

/// "unit_cost_by_cost_term[energy]" as the analysis names it: with a dot.
std::string measure_name(std::string_view measure) {
    std::string name{measure};
    std::replace(name.begin(), name.end(), '[', '.');
    std::erase(name, ']');
    return name;
}

void write_aims(fs::path const& path) {
    std::string text;
    for (auto const& card : lever_cards())
        text += (text.empty() ? "[\n  {\"lever\": " : ",\n  {\"lever\": ")
                + in_quotes(card.key)
                + ", \"measure\": " + in_quotes(measure_name(card.aim.measure))
                + ", \"sign\": " + std::to_string(card.aim.sign)
                + ", \"horizon_months\": " + std::to_string(card.aim.horizon_months)
                + "}";
    auto part = io::PartFile::own(path);
    std::ofstream file{part.path()};
    file << text << "\n]\n";
    file.close();
    if (!file) {
        throw PlaceError{
            {"cannot write " + path.string(), "无法写入 " + path.string()}};
    }
    part.publish();
}

int levers(LeversWords const& words, Settings const& settings) {
    require_threads(words.threads);
    auto const seeds = seeds_of(words.seeds);
    auto const scenarios = read_scenarios(dose_files(words.doses), words.set);
    run_jobs(
        paired_jobs(scenarios, seeds, words.out),
        words.threads,
        settings,
        [](FinishedRun const&) {});
    write_aims(fs::path{words.out} / "aims.json");
    return run_analysis({"levers", words.out, "-o", words.out}, settings);
}

} // namespace

void add_levers(CommandLine& line) {
    auto words = std::make_shared<LeversWords>();
    auto& command = line.add(
        "levers",
        {"each lever alone against its declared aim", "逐项检验政策的预定目标"});
    command.group(""); // for the people who build the model
    command.add_option("--out", words->out, "folder of results")->type_name("DIR");
    command.add_option("--seeds", words->seeds, "default 8")->type_name("N|A..B");
    command.add_option("--doses", words->doses, "default scenarios/levers")
        ->type_name("DIR");
    command.add_option("--set", words->set, "as of run")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
    add_threads(line, command, words->threads);
    line.does(command, [words, &settings = line.settings] {
        return levers(*words, settings);
    });
}

} // namespace canopy::app
