#include "sim/base/huge_pages.hpp"
#include "sim/base/parallel.hpp"
#include "sim/kpi/tally.hpp"
#include "sim/model/kpis.hpp"
#include "sim/model/month.hpp"
#include "sim/model/run.hpp"
#include "sim/world/identities.hpp"
#include "sim/world/state_hash.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "machine.hpp"
#include <time.h>

using namespace canopy;

namespace {

/// What every month took, by process: medians are compared, because neighbours on the
/// machine stretch single months.
struct Months {
    std::vector<double> firms;
    std::map<std::string, std::vector<double>> clock; ///< [s] on the wall
    std::map<std::string, std::vector<double>>
        processor; ///< [s] of all threads together
};

double median(std::vector<double> values) {
    auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Firm-months a second of the median month.
double
rate(Months const& months, std::map<std::string, std::vector<double>> const& seconds) {
    return median(months.firms) / median(seconds.at("month"));
}

/// Processes of persons and communities; the others are those of enterprises, their
/// books included.
constexpr std::array<std::string_view, 12> of_people{
    "job_loss",
    "training",
    "job_posting",
    "job_search",
    "payroll",
    "first_team",
    "life_course",
    "arrivals",
    "counterparts",
    "public_services",
    "senses",
    "household_money"};

/// Firm-months a second of the median month without the processes of people.
double rate_of_firms_alone(
    Months const& months, std::map<std::string, std::vector<double>> const& seconds) {
    auto time = median(seconds.at("month"));
    for (auto const process : of_people)
        time -= median(seconds.at(std::string{process}));
    return median(months.firms) / time;
}

double now(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Runs `body` and notes what it took.
void timed(Months& months, std::string const& name, auto const& body) {
    auto const clock = now(CLOCK_MONOTONIC);
    auto const processor = now(CLOCK_PROCESS_CPUTIME_ID);
    body();
    months.clock[name].push_back(now(CLOCK_MONOTONIC) - clock);
    months.processor[name].push_back(now(CLOCK_PROCESS_CPUTIME_ID) - processor);
}

Months run_months(Scenario const& scenario, int n_months, int threads) {
    ThreadLimit const limit{threads};
    RunOptions options;
    options.out = std::filesystem::temp_directory_path() / "canopy-bench";
    auto world = opening_world(scenario, options);
    auto levers = std::make_shared<LeverProgram>();
    for (auto const& lever : scenario.levers)
        lever.add(*levers);
    auto const schedule = make_month(scenario.parameters, scenario.shocks, levers);
    KpiRow kpis{world};
    Months months;
    for (int at = 1; at <= n_months; ++at) {
        timed(months, "month", [&] {
            world.month = Month{at};
            world.open_month();
            for (auto const& stage : schedule.stages())
                timed(months, stage.name, [&] { stage.run(world); });
            timed(months, "books", [&] {
                require_closed(world.month, close_month(world));
                (void)state_hash(world);
                kpis.compute(world, take_tally(world));
            });
        });
        months.firms.push_back(static_cast<double>(world.counts.opening_firms));
    }
    std::printf(
        "%d thread(s): %.3f M firm-months/s by the clock, %.3f a second of processor "
        "time, %.3f by the clock without people's processes; state %016llx\n",
        threads,
        rate(months, months.clock) / 1e6,
        rate(months, months.processor) / 1e6,
        rate_of_firms_alone(months, months.clock) / 1e6,
        static_cast<unsigned long long>(state_hash(world)));
    if (threads == 1) {
        std::size_t bytes = 0;
        Firms::columns(
            world.firms, [&](auto, auto const& column) { bytes += column.bytes(); });
        std::printf(
            "memory: %.0f bytes an enterprise row, %zu bytes a link, %.1f links an "
            "enterprise\n",
            static_cast<double>(bytes) / static_cast<double>(world.firms.rows()),
            sizeof(Link),
            static_cast<double>(world.links.size())
                / static_cast<double>(world.firms.rows()));
    }
    return months;
}

} // namespace

/// bench SCENARIO [MONTHS] [SCALE]: speed as ratios measured in one run. Processor time
/// is the steadier measure where others work on the same machine.
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
            "machine, %d thread(s): triad %.1f GB/s, gathers in 4 MB %.0f M/s, in 1 GB "
            "%.0f M/s\n",
            threads,
            bench::triad(threads) / 1e9,
            bench::gathers(threads, std::size_t{4} << 20U) / 1e6,
            bench::gathers(threads, std::size_t{1} << 30U) / 1e6);
    auto const plain = bench::plain_objects(100'000);
    auto const columns = bench::columns(100'000);
    std::printf(
        "one process, 100,000 firms: plain objects %.1f, columns %.1f M firm-steps/s "
        "(%.1f times)\n",
        plain / 1e6,
        columns / 1e6,
        columns / plain);
    auto const scenario = read_scenario(argv[1], overrides);
    auto const one = run_months(scenario, months, 1);
    auto const two = run_months(scenario, months, 2);
    auto const firms = median(one.firms);
    std::puts(
        "median month: ns an enterprise, processor on 1 thread | clock on 1 | on 2");
    for (auto const& [name, seconds] : one.processor)
        std::printf(
            "  %-18s %6.0f | %6.0f | %6.0f\n",
            name.c_str(),
            1e9 * median(seconds) / firms,
            1e9 * median(one.clock.at(name)) / firms,
            1e9 * median(two.clock.at(name)) / firms);
    return 0;
}
