#include "sim/app/scenarios.hpp"

#include "sim/app/refusal.hpp"
#include "sim/base/error.hpp"

#include <algorithm>
#include <map>

namespace canopy::app {

namespace {

bool same(Diagnostic const& a, Diagnostic const& b) {
    return a.position.file == b.position.file && a.position.line == b.position.line
           && a.position.column == b.position.column && a.key == b.key
           && a.problem == b.problem;
}

void add_new(std::vector<Diagnostic>& all, std::vector<Diagnostic> const& more) {
    for (auto const& one : more) {
        auto const known = std::any_of(
            all.begin(), all.end(), [&](auto const& old) { return same(old, one); });
        if (!known) all.push_back(one);
    }
}

void require_own_names(
    std::vector<Scenario> const& scenarios, std::vector<std::string> const& files) {
    std::map<std::string, std::string> file_of;
    for (std::size_t at = 0; at < scenarios.size(); ++at) {
        auto const [first, is_new] = file_of.emplace(scenarios[at].name, files[at]);
        if (is_new) continue;
        throw UsageError{
            {first->second + " and " + files[at] + " are both called "
                 + scenarios[at].name + " (results go by the file's name); rename one",
             first->second + " 与 " + files[at] + " 同名 " + scenarios[at].name
                 + "（结果按文件名存放）；请改名其一"}};
    }
}

} // namespace

std::vector<Scenario> read_scenarios(
    std::vector<std::string> const& files, std::vector<std::string> const& overrides) {
    std::vector<Scenario> scenarios;
    std::vector<Diagnostic> mistakes;
    for (auto const& file : files) {
        try {
            scenarios.push_back(read_scenario(file, overrides));
        } catch (ScenarioError const& error) {
            add_new(mistakes, error.diagnostics());
        }
    }
    if (!mistakes.empty()) throw ScenarioError{std::move(mistakes)};
    require_own_names(scenarios, files);
    return scenarios;
}

std::filesystem::path
scenario_file(std::filesystem::path const& folder, std::string const& name) {
    auto path = folder / (name + ".toml");
    if (std::filesystem::is_regular_file(path)) return path;
    throw UsageError{
        {"there is no scenario " + path.string()
             + " (the runs are made again from it); name its folder with --scenarios",
         "没有情景文件 " + path.string()
             + "（需要由它重新运行）；请用 --scenarios 指明文件夹"}};
}

} // namespace canopy::app
