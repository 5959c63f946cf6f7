#include "sim/model/run.hpp"

#include "sim/base/vector_math.hpp"
#include "sim/model/digest.hpp"
#include "sim/model/first_residents.hpp"
#include "sim/model/run_record.hpp"
#include "sim/model/saved_start.hpp"
#include "sim/model/trajectory.hpp"

#include <utility>

namespace canopy {

namespace {

constexpr double yearly_growth = 1.06; ///< of enterprises, for estimates only
constexpr double links_per_firm = 9.0;

double opening_firms(Scenario const& scenario) {
    auto const& counts = scenario.parameters.population;
    return scenario.world.scale
           * (counts.district_entities + counts.tianxin_companies
              + counts.dongjiaduan_companies);
}

} // namespace

std::uint64_t start_seed_of(Scenario const& scenario, std::uint64_t seed) {
    return scenario.world.start_seed
               ? static_cast<std::uint64_t>(*scenario.world.start_seed)
               : seed;
}

void open_world(
    Scenario const& scenario,
    std::filesystem::path const& kept,
    std::string const& digest,
    RunOptions const& options,
    World& world) {
    if (!kept.empty() && std::filesystem::exists(kept)) {
        load_start(kept, digest, world);
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
        if (!kept.empty()) {
            std::filesystem::create_directories(kept.parent_path());
            save_start(kept, digest, world);
        }
        refill_directory(world); // in the order of a start that is loaded
    }
}

std::filesystem::path
kept_start(std::filesystem::path const& out, std::string const& digest) {
    return out / ".starts" / (digest.substr(0, 24) + ".h5");
}

World opening_world(Scenario const& scenario, RunOptions const& options) {
    auto const seed = start_seed_of(scenario, options.seed);
    auto world = empty_world(scenario, seed);
    auto const digest = start_digest(scenario, seed);
    open_world(scenario, kept_start(options.out, digest), digest, options, world);
    open_residents(world, scenario.parameters);
    world.luck = Luck{options.seed};
    return world;
}

void run_to_the_end(
    Trajectory& run, RunOptions const& options, std::function<void()> const& keep) {
    RunProgress progress{.all = run.n_months()};
    while (!run.done()) {
        if (options.stop && options.stop()) throw Interrupted{};
        run.step();
        keep();
        progress.done = run.world().month.index();
        progress.firms = run.firms();
        progress.firm_months += static_cast<double>(progress.firms);
        if (options.progress) options.progress(progress);
    }
}

std::filesystem::path record_run(
    Scenario const& scenario,
    World opening,
    RunOptions const& options,
    std::function<void(Trajectory const&)> const& observe) {
    Trajectory run{scenario, std::move(opening)};
    RunRecord record{scenario, options, run};
    run_to_the_end(run, options, [&] {
        record.month(run);
        observe(run);
    });
    return record.finish();
}

RunSize size_of_run(Scenario const& scenario, bool first_of_scenario) {
    auto const years = scenario.time.last.index() / 12.0;
    auto const firms = opening_firms(scenario) * pow(yearly_growth, years);
    std::uint64_t snapshots = 0;
    for (int at = 1; at <= scenario.time.last.index(); ++at)
        snapshots += keeps_snapshot(scenario, first_of_scenario, Month{at}) ? 1 : 0;
    RunSize size;
    size.firms = static_cast<std::uint64_t>(firms);
    constexpr double bytes_per_firm = 2000.0; // columns, buffers of all processes
    constexpr double bytes_per_link = 80.0;
    constexpr double fixed = 100e6;
    size.memory = static_cast<std::uint64_t>(
        fixed + firms * (bytes_per_firm + links_per_firm * bytes_per_link));
    constexpr double moment_per_firm = 2400.0; // measured: 160 MB of 65,000
    size.moment = static_cast<std::uint64_t>(firms * moment_per_firm);
    size.disk = static_cast<std::uint64_t>(
        1e6
        + firms
              * (5.0 * scenario.time.last.index()
                 + 90.0 * static_cast<double>(snapshots)));
    return size;
}

} // namespace canopy
