#include "sim/app/attribution.hpp"

#include "sim/app/refusal.hpp"
#include "sim/app/scenarios.hpp"
#include "sim/base/written.hpp"

#include <algorithm>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

/// A `[[lever]]` or `[[project]]` of the plan that its base does not have.
struct Addition {
    std::string path; ///< as `remove` names it
    System system;
};

bool has_lever(Scenario const& scenario, std::string const& name) {
    auto const& all = scenario.levers;
    return std::any_of(all.begin(), all.end(), [&](LeverEntry const& entry) {
        return entry.name == name;
    });
}

bool has_project(Scenario const& scenario, std::string const& name) {
    auto const& all = scenario.projects;
    return std::any_of(all.begin(), all.end(), [&](ProjectEntry const& entry) {
        return entry.project.name == name;
    });
}

std::vector<Addition> additions_of(Scenario const& plan, Scenario const& base) {
    std::vector<Addition> additions;
    for (auto const& lever : plan.levers)
        if (!has_lever(base, lever.name))
            additions.push_back({"lever." + lever.name, lever.system});
    for (auto const& [project, system] : plan.projects)
        if (!has_project(base, project.name))
            additions.push_back({"project." + project.name, system});
    return additions;
}

std::string
text_of(fs::path const& plan, std::vector<Addition> const& additions, unsigned chosen) {
    std::string removed;
    for (auto const& addition : additions) {
        auto const bit = 1U << static_cast<unsigned>(addition.system);
        if ((chosen & bit) != 0) continue;
        removed += (removed.empty() ? "" : ", ") + in_quotes(addition.path);
    }
    auto const title = combination_name(chosen);
    return "base = " + in_quotes(plan.filename().string()) + "\ntitle = "
           + in_quotes(title) + "\nremove = [" + removed + "]\n";
}

} // namespace

std::string combination_name(unsigned combination) {
    std::string name;
    for (std::size_t system = 0; system < system_keys.size(); ++system)
        if ((combination >> system & 1U) != 0)
            name += (name.empty() ? "" : "-") + std::string{system_keys[system]};
    return name.empty() ? "none" : name;
}

std::vector<Scenario> combinations_of(
    fs::path const& plan,
    fs::path const& base,
    std::vector<std::string> const& overrides) {
    auto const whole = read_scenarios({plan.string()}, overrides);
    auto const without = read_scenarios({base.string()}, overrides);
    auto const additions = additions_of(whole.front(), without.front());
    if (additions.empty()) {
        throw UsageError{
            {plan.string() + " adds no lever and no project to " + base.string()
                 + "; name another base with --against",
             plan.string() + " 没有在 " + base.string()
                 + " 之上增加政策或项目；请用 --against 指定基准"}};
    }
    std::vector<Scenario> all;
    for (unsigned chosen = 0; chosen < 1U << system_keys.size(); ++chosen) {
        auto const name = combination_name(chosen);
        // As if it stood beside the plan, under a name that no scenario has.
        auto const file = plan.parent_path() / ("attribution-" + name + ".toml");
        all.push_back(scenario_of(
            Document::from_text(text_of(plan, additions, chosen), file, overrides),
            nullptr));
        all.back().name = name;
    }
    return all;
}

} // namespace canopy::app
