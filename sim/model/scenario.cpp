#include "sim/model/scenario.hpp"

#include "sim/model/levers.hpp"
#include "sim/model/scenario_keys.hpp"
#include "sim/model/scenario_parts.hpp"

#include <algorithm>
#include <utility>

namespace canopy {

namespace {

/// The files named under `[data]`; one that is not there is reported where it
/// is named.
WorldFiles read_files(Document const& document) {
    auto const table = document.root().table("data");
    auto const named = table.read<DataFiles>();
    auto const path = [&](std::string_view key, std::string const& relative) {
        if (!document.complete() || !table.require(key)) return std::filesystem::path{};
        auto file = document.resolve_path(table.position(key), relative);
        if (std::filesystem::is_regular_file(file)) return file;
        table.report(
            key,
            {"= \"" + relative + "\" is not a file (looked for " + file.string() + ")",
             "= \"" + relative + "\" 不是文件（查找位置：" + file.string() + "）",
             "name it relative to the scenario that says so",
             "请写相对于本情景文件的路径"});
        return std::filesystem::path{};
    };
    return {
        path("coefficients", named.coefficients),
        path("sectors", named.sectors),
        path("places", named.places),
        path("clusters", named.clusters),
        path("communities", named.communities)};
}

bool all_there(WorldFiles const& files) {
    return !files.coefficients.empty() && !files.sectors.empty()
           && !files.places.empty() && !files.clusters.empty()
           && !files.communities.empty();
}

/// `"yearly"` may stand without a list around it.
RecordParams read_record(TableReader const& table) {
    if (!table.holds_text("snapshots")) return table.read<RecordParams>();
    return {{table.value<std::string>({.key = "snapshots"})}};
}

/// Mistakes of the data files join those of the scenario.
World read_names(Document const& document, Scenario const& scenario) {
    World names;
    try {
        read_world_data(
            scenario.files, scenario.parameters.common.costs.freight, names);
    } catch (ScenarioError const& error) {
        for (auto const& mistake : error.diagnostics())
            document.diagnostics().add(mistake);
        document.diagnostics().throw_if_any();
    }
    return names;
}

} // namespace

Scenario read_scenario(
    std::filesystem::path const& file, std::vector<std::string> const& overrides) {
    return scenario_of(Document::load(file, overrides), nullptr);
}

Scenario scenario_of(Document const& document, World const* known_names) {
    auto const root = document.root();
    Scenario scenario;
    scenario.name = document.file().stem().string();
    auto const titles = root.read<Titles>();
    scenario.title = titles.title.empty() ? scenario.name : titles.title;
    scenario.title_zh = titles.title_zh.empty() ? scenario.title : titles.title_zh;
    scenario.time = root.table("time").read<TimeParams>();
    scenario.world = root.table("world").read<WorldParams>();
    scenario.record = read_record(root.table("record"));
    Parameters::tables(
        scenario.parameters, [&](std::string_view key, auto& parameters, bool) {
            root.table(key).read_into(parameters);
        });
    scenario.files = read_files(document);
    check_time(root, scenario);
    check_weights(root, scenario);

    // Names of places, sectors and clusters come from the data files.
    if (all_there(scenario.files)) {
        World read;
        if (known_names == nullptr) read = read_names(document, scenario);
        auto const& names = known_names == nullptr ? read : *known_names;
        scenario.leaders = read_leaders(root, names);
        scenario.shocks = read_shocks(root, names, scenario.leaders);
        scenario.projects = read_projects(root, names);
        scenario.levers = read_levers(root, names, scenario.projects);
    } else { // without those names entries cannot be judged
        for (auto const* key : {"leader", "shock", "project", "lever"})
            for (auto const& entry : root.tables(key))
                entry.ignore_rest();
    }
    document.finish();
    scenario.text_as_given = document.text_as_given();
    scenario.resolved_text = document.resolved_text();
    scenario.values = document.values();
    return scenario;
}

World empty_world(Scenario const& scenario, std::uint64_t seed) {
    World world;
    read_world_data(scenario.files, scenario.parameters.common.costs.freight, world);
    return empty_world(scenario, seed, std::move(world));
}

World empty_world(Scenario const& scenario, std::uint64_t seed, World data) {
    auto world = std::move(data);
    set_distances(world.places, scenario.parameters.common.costs.freight);
    world.scale = scenario.world.scale;
    world.luck = Luck{seed};
    for (auto const& entry : scenario.projects) {
        auto project = entry.project;
        project.capital = fen(yuan(project.capital) * world.scale);
        project.running_cost = fen(yuan(project.running_cost) * world.scale);
        world.projects.push_back(std::move(project));
    }
    world.leaders = scenario.leaders;
    for (auto& leader : world.leaders) {
        leader.revenue *= world.scale;
        leader.workers =
            std::max(1, static_cast<int>(leader.workers * world.scale + 0.5));
    }
    return world;
}

} // namespace canopy
