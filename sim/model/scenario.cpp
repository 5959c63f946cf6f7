#include "sim/model/scenario.hpp"

#include "sim/model/levers.hpp"
#include "sim/model/scenario_parts.hpp"

#include <algorithm>

namespace canopy {

namespace {

struct Titles {
    std::string title;
    std::string title_zh;

    static void describe(auto&& field) {
        field("title", &Titles::title, "", Meaning{"in English", "英文标题", ""});
        field("title_zh", &Titles::title_zh, "", Meaning{"in Chinese", "中文标题", ""});
    }
};

struct Budget {
    std::optional<double> yearly_cap;

    static void describe(auto&& field) {
        field(
            "yearly_cap",
            &Budget::yearly_cap,
            Range{0.0, 1e12},
            "yuan",
            Meaning{
                "most that all levers together may cost in a year",
                "全部政策年度支出上限",
                ""});
    }
};

struct DataFiles {
    std::string coefficients;
    std::string sectors;
    std::string places;
    std::string clusters;

    static void describe(auto&& field) {
        field(
            "coefficients",
            &DataFiles::coefficients,
            "",
            Meaning{"input-output table", "投入产出表", ""});
        field("sectors", &DataFiles::sectors, "", Meaning{"sectors", "行业", ""});
        field("places", &DataFiles::places, "", Meaning{"places", "地点", ""});
        field(
            "clusters", &DataFiles::clusters, "", Meaning{"clusters", "产业集群", ""});
    }
};

WorldFiles read_files(Document const& document) {
    auto const table = document.root().table("data");
    auto const named = table.read<DataFiles>();
    auto const path = [&](std::string_view key, std::string const& relative) {
        return table.require(key) ? document.resolve_path(table.position(key), relative)
                                  : std::filesystem::path{};
    };
    return {
        path("coefficients", named.coefficients),
        path("sectors", named.sectors),
        path("places", named.places),
        path("clusters", named.clusters)};
}

} // namespace

Scenario read_scenario(
    std::filesystem::path const& file, std::vector<std::string> const& overrides) {
    auto const document = Document::load(file, overrides);
    auto const root = document.root();
    Scenario scenario;
    scenario.name = file.stem().string();
    auto const titles = root.read<Titles>();
    scenario.title = titles.title.empty() ? scenario.name : titles.title;
    scenario.title_zh = titles.title_zh.empty() ? scenario.title : titles.title_zh;
    scenario.time = root.table("time").read<TimeParams>();
    scenario.world = root.table("world").read<WorldParams>();
    scenario.record = root.table("record").read<RecordParams>();
    scenario.yearly_cap = root.table("budget").read<Budget>().yearly_cap;
    Parameters::tables(
        scenario.parameters, [&](std::string_view key, auto& parameters, bool) {
            root.table(key).read_into(parameters);
        });
    scenario.files = read_files(document);
    check_time(root, scenario);

    // Names of places, sectors and clusters come from the data files.
    if (document.complete() && !scenario.files.clusters.empty()) {
        World names;
        read_world_data(
            scenario.files, scenario.parameters.common.costs.freight, names);
        scenario.leaders = read_leaders(root, names);
        scenario.shocks = read_shocks(root, names, scenario.leaders);
        scenario.levers = read_levers(root, names);
    }
    document.finish();
    scenario.text_as_given = document.text_as_given();
    scenario.resolved_text = document.resolved_text();
    return scenario;
}

World empty_world(Scenario const& scenario, std::uint64_t seed) {
    World world;
    world.scale = scenario.world.scale;
    world.luck = Luck{seed};
    read_world_data(scenario.files, scenario.parameters.common.costs.freight, world);
    world.leaders = scenario.leaders;
    for (auto& leader : world.leaders) {
        leader.revenue *= world.scale;
        leader.workers =
            std::max(1, static_cast<int>(leader.workers * world.scale + 0.5));
    }
    return world;
}

} // namespace canopy
