#include "machine.hpp"

#include "sim/base/huge_pages.hpp"
#include "sim/base/parallel.hpp"
#include "sim/kpi/tally.hpp"
#include "sim/model/kpis.hpp"
#include "sim/model/month.hpp"
#include "sim/model/run.hpp"
#include "sim/world/identities.hpp"
#include "sim/world/state_hash.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

using namespace canopy;

namespace {

struct Speed {
    double firm_months = 0.0;
    double seconds = 0.0;
    double books = 0.0;
    std::map<std::string, double> by_process;

    [[nodiscard]] double rate() const { return firm_months / seconds; }
};

double now() {
    return std::chrono::duration<double>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Speed run_months(Scenario const& scenario, int months, int threads) {
    ThreadLimit const limit{threads};
    RunOptions options;
    options.out = std::filesystem::temp_directory_path() / "canopy-bench";
    auto world = opening_world(scenario, options);
    auto levers = std::make_shared<LeverProgram>(scenario.yearly_cap);
    for (auto const& add : scenario.levers)
        add(*levers);
    auto month = make_month(scenario.parameters, scenario.shocks, levers);
    KpiRow kpis{world};
    Speed speed;
    for (int at = 1; at <= months; ++at) {
        auto const start = now();
        world.month = Month{at};
        world.open_month();
        month.run(world);
        auto const books = now();
        require_closed(world.month, close_month(world));
        (void)state_hash(world);
        kpis.compute(world, take_tally(world));
        speed.books += now() - books;
        speed.seconds += now() - start;
        speed.firm_months += static_cast<double>(world.counts.opening_firms);
        for (auto const& stage : month.stages())
            speed.by_process[stage.name] += stage.seconds;
    }
    if (threads == 1) {
        std::size_t bytes = 0;
        Firms::columns(world.firms, [&](auto, auto const& column) { bytes += column.bytes(); });
        std::printf(
            "memory: %.0f bytes an enterprise row, %zu bytes a link\n",
            static_cast<double>(bytes) / static_cast<double>(world.firms.rows()),
            sizeof(Link));
    }
    return speed;
}

} // namespace

/// bench SCENARIO [MONTHS] [SCALE]: speed as ratios measured in one run.
int main(int argc, char** argv) {
    keep_freed_memory();
    if (argc < 2) {
        std::puts("usage: canopy_bench SCENARIO.toml [MONTHS] [SCALE]");
        return 2;
    }
    auto const months = argc > 2 ? std::atoi(argv[2]) : 24;
    std::vector<std::string> overrides;
    if (argc > 3) overrides.push_back(std::string{"world.scale="} + argv[3]);
    for (auto const threads : {1, 2})
        std::printf(
            "machine, %d thread(s): triad %.1f GB/s, gathers in 4 MB %.0f M/s, in 1 GB %.0f M/s\n",
            threads,
            bench::triad(threads) / 1e9,
            bench::gathers(threads, std::size_t{4} << 20U) / 1e6,
            bench::gathers(threads, std::size_t{1} << 30U) / 1e6);
    auto const plain = bench::plain_objects(100'000);
    auto const columns = bench::columns(100'000);
    std::printf(
        "one process, 100,000 firms: plain objects %.1f, columns %.1f M firm-steps/s (%.1f times)\n",
        plain / 1e6,
        columns / 1e6,
        columns / plain);
    auto const scenario = read_scenario(argv[1], overrides);
    auto const one = run_months(scenario, months, 1);
    auto const two = run_months(scenario, months, 2);
    std::printf(
        "month: %.3f M firm-months/s on 1 thread, %.3f on 2 (%.2f times); books %.0f %%\n",
        one.rate() / 1e6,
        two.rate() / 1e6,
        two.rate() / one.rate(),
        100.0 * two.books / two.seconds);
    for (auto const& [name, seconds] : two.by_process)
        std::printf(
            "  %-18s %5.1f %%  %.0f ns a firm-month on 2 threads, %.2f times faster than on 1\n",
            name.c_str(),
            100.0 * seconds / two.seconds,
            1e9 * seconds / two.firm_months,
            one.by_process.at(name) / std::max(seconds, 1e-9));
    return 0;
}
