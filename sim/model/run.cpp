#include "sim/model/run.hpp"

#include "sim/base/vector_math.hpp"
#include "sim/kpi/tally.hpp"
#include "sim/model/digest.hpp"
#include "sim/model/kpis.hpp"
#include "sim/model/month.hpp"
#include "sim/model/provenance.hpp"
#include "sim/model/recording.hpp"
#include "sim/model/saved_start.hpp"
#include "sim/world/identities.hpp"
#include "sim/world/state_hash.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace canopy {

namespace {

constexpr double yearly_growth = 1.06; ///< of enterprises, for estimates only
constexpr double links_per_firm = 9.0;

std::string seed_name(std::uint64_t seed) {
    std::array<char, 32> name{};
    std::snprintf(
        name.data(),
        name.size(),
        "seed-%04llu.h5",
        static_cast<unsigned long long>(seed));
    return name.data();
}

/// Whether the enterprises and links of a month are kept.
bool kept(Scenario const& scenario, RunOptions const& options, Month month) {
    auto const& wanted = scenario.record.snapshots;
    if (wanted.empty()) {
        return options.first_of_scenario
               && (month == Month{1} || month == scenario.time.last);
    }
    return std::any_of(wanted.begin(), wanted.end(), [&](std::string const& text) {
        return text == "yearly" ? month.of_year() == 12 : Month::parse(text) == month;
    });
}

double opening_firms(Scenario const& scenario) {
    auto const& counts = scenario.parameters.population;
    return scenario.world.scale
           * (counts.district_entities + counts.tianxin_companies
              + counts.dongjiaduan_companies);
}

} // namespace

World opening_world(Scenario const& scenario, RunOptions const& options) {
    auto const start_seed = scenario.world.start_seed
                                ? static_cast<std::uint64_t>(*scenario.world.start_seed)
                                : options.seed;
    auto world = empty_world(scenario, start_seed);
    auto const digest = start_digest(scenario, start_seed);
    auto const path = options.out / ".starts" / (digest.substr(0, 24) + ".h5");
    if (std::filesystem::exists(path)) {
        load_start(path, digest, world);
    } else {
        auto const& p = scenario.parameters;
        build_first_world(
            world,
            p.population,
            p.demography,
            p.start,
            p.common,
            [&](int done, int all) {
                if (options.stop && options.stop()) throw Interrupted{};
                if (!options.progress) return;
                options.progress(
                    {.starting = true,
                     .done = done,
                     .all = all,
                     .firms = static_cast<std::int64_t>(world.firms.rows())});
            });
        std::filesystem::create_directories(path.parent_path());
        save_start(path, digest, world);
    }
    refill_directory(world);
    world.luck = Luck{options.seed};
    return world;
}

std::filesystem::path run_seed(Scenario const& scenario, RunOptions const& options) {
    auto const folder = options.out / scenario.name;
    auto const path = folder / seed_name(options.seed);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        throw OutputError{
            folder.string() + " cannot be created (" + error.message()
            + "); choose another --out"};
    }
    auto world = opening_world(scenario, options);
    auto levers = std::make_shared<LeverProgram>(scenario.yearly_cap);
    for (auto const& add : scenario.levers)
        add(*levers);
    auto month = make_month(scenario.parameters, scenario.shocks, levers);

    KpiRow kpis{world};
    std::vector<std::string> timing;
    for (auto const& stage : month.stages())
        timing.push_back(stage.name);
    timing.emplace_back("books");
    timing.emplace_back("record");
    Recording recording{
        path, run_header(scenario, options.seed), world, kpis.measures(), timing};
    std::vector<double> seconds(timing.size(), 0.0);
    RunProgress progress{.all = scenario.time.last.index()};
    for (int at = 1; at <= scenario.time.last.index(); ++at) {
        if (options.stop && options.stop()) throw Interrupted{};
        world.month = Month{at};
        world.open_month();
        month.run(world);
        for (std::size_t stage = 0; stage < month.stages().size(); ++stage)
            seconds[stage] = month.stages()[stage].seconds;

        auto const clock = [] { return std::chrono::steady_clock::now(); };
        auto const since = [&](auto start) {
            return std::chrono::duration<double>(clock() - start).count();
        };
        auto const books = clock();
        auto const residuals = close_month(world);
        require_closed(world.month, residuals);
        auto const hash = state_hash(world);
        kpis.compute(world, take_tally(world));
        seconds[seconds.size() - 2] = since(books);
        auto const writing = clock();
        recording.month(world, {kpis.values(), residuals, hash, seconds});
        if (kept(scenario, options, world.month)) recording.snapshot(world);
        seconds.back() = since(writing);

        progress.done = at;
        progress.firms = static_cast<std::int64_t>(
            world.around.firms_of_kind[0] + world.around.firms_of_kind[1]);
        progress.firm_months += static_cast<double>(progress.firms);
        if (options.progress) options.progress(progress);
    }
    recording.finish();
    return path;
}

RunSize size_of_run(Scenario const& scenario, bool first_of_scenario) {
    auto const years = scenario.time.last.index() / 12.0;
    auto const firms = opening_firms(scenario) * pow(yearly_growth, years);
    std::uint64_t snapshots = 0;
    for (int at = 1; at <= scenario.time.last.index(); ++at)
        snapshots +=
            kept(
                scenario,
                {.first_of_scenario = first_of_scenario, .progress = {}, .stop = {}},
                Month{at})
                ? 1
                : 0;
    RunSize size;
    size.firms = static_cast<std::uint64_t>(firms);
    constexpr double bytes_per_firm = 2000.0; // columns, buffers of all processes
    constexpr double bytes_per_link = 80.0;
    constexpr double fixed = 100e6;
    size.memory = static_cast<std::uint64_t>(
        fixed + firms * (bytes_per_firm + links_per_firm * bytes_per_link));
    size.disk = static_cast<std::uint64_t>(
        1e6
        + firms
              * (5.0 * scenario.time.last.index()
                 + 90.0 * static_cast<double>(snapshots)));
    return size;
}

} // namespace canopy
