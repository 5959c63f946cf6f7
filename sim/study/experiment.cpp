#include "sim/study/experiment.hpp"

#include "sim/base/error.hpp"
#include "sim/base/written.hpp"
#include "sim/io/diagnostic_report.hpp"
#include "sim/model/common_months.hpp"
#include "sim/model/digest.hpp"
#include "sim/model/first_residents.hpp"
#include "sim/model/trajectory.hpp"
#include "sim/study/latest_kept.hpp"
#include "sim/study/point_overrides.hpp"
#include "sim/study/refusal.hpp"
#include "sim/study/run_outputs.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace canopy::study {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_openings = 200'000;   ///< enterprises, about .5 GB
constexpr std::size_t most_beginnings = 300'000; ///< enterprises, about .7 GB
constexpr int never = std::numeric_limits<int>::max();

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<ScenarioTemplate> read_scenarios(Plan const& plan) {
    std::vector<ScenarioTemplate> scenarios;
    for (std::size_t at = 0; at < plan.facts().scenarios.size(); ++at)
        scenarios.emplace_back(plan.scenario_file(at));
    return scenarios;
}

std::string first_problem(ScenarioError const& error) {
    return message(error.diagnostics().front(), Language::en);
}

RunRecord failure(RunStatus status, std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return {.status = status, .attempts = 1, .message = std::move(text), .values = {}};
}

} // namespace

/// What runs of the study have behind them before they part.
struct Experiment::Beginning {
    Scenario scenario; ///< of the run that made it
    Moment moment;
    RunOutputs outputs;
};

struct Experiment::Kept {
    LatestKept<World> openings{most_openings};
    LatestKept<Beginning> beginnings{most_beginnings};
};

namespace {

/// Months in which no factor of a study matters and its scenarios are the same.
int months_before_parting(
    std::vector<ScenarioTemplate> const& scenarios,
    std::vector<Factor> const& factors) {
    auto months = never;
    for (auto const& scenario : scenarios) {
        auto const& plain = scenario.plain();
        months = std::min(months, months_in_common(scenarios.front().plain(), plain));
        for (auto const& factor : factors)
            if (applies(factor, plain.name))
                for (auto const& key : factor.keys)
                    months = std::min(months, months_before(plain, key));
    }
    return months;
}

} // namespace

Experiment::Experiment(Plan const& plan, std::function<bool()> stop)
    : plan_{plan}
    , stop_{std::move(stop)}
    , scenarios_{read_scenarios(plan)}
    , layout_{OutputLayout::of(
          plan.study(),
          scenarios_.front().empty_world(scenarios_.front().plain(), 1),
          plan.facts().months)}
    , table_{plan.file("design.csv")}
    , kept_{std::make_unique<Kept>()}
    , months_together_{months_before_parting(scenarios_, plan.study().factors)} {}

Experiment::~Experiment() = default;

std::uint64_t kept_memory(RunSize const& size, std::uint64_t seeds) {
    auto const worlds = [&](std::uint64_t most_firms) {
        return std::min(
            seeds,
            std::max<std::uint64_t>(
                1, most_firms / std::max<std::uint64_t>(1, size.firms)));
    };
    return (worlds(most_openings) + worlds(most_beginnings)) * size.moment;
}

RunRecord judged(std::vector<double> values, OutputLayout const& layout) {
    if (auto const fault = fault_of(values, layout))
        return failure(RunStatus::invalid_output, *fault);
    return {
        .status = RunStatus::ok,
        .attempts = 1,
        .message = {},
        .values = std::move(values)};
}

RunRecord Experiment::run(RunNumber run) {
    timing_ = {};
    try {
        return judged(results(run), layout_);
    } catch (ScenarioError const& error) {
        return failure(RunStatus::model_error, first_problem(error));
    } catch (InvariantError const& error) {
        return failure(RunStatus::model_error, error.what());
    } catch (Refused const& refused) {
        return failure(RunStatus::model_error, refused.what());
    }
}

std::vector<double> Experiment::results(RunNumber run) {
    auto const place = plan_.place(run);
    auto const& scenario = scenarios_[place.scenario];
    auto const varied =
        scenario.with(overrides_of(plan_.study().factors, row(place.point), scenario));
    auto const& chosen = plan_.study().outputs.run_files;
    auto const with_file =
        std::find(chosen.begin(), chosen.end(), place.point) != chosen.end();
    return with_file ? recorded(place, scenario, varied)
                     : unrecorded(scenario, varied, plan_.seed(place));
}

std::vector<double> Experiment::recorded(
    RunPlace const& place, ScenarioTemplate const& scenario, Scenario const& varied) {
    auto const seed = plan_.seed(place);
    auto const starting = Clock::now();
    auto world = opening(scenario, varied, seed);
    timing_.start = seconds_since(starting);
    auto const running = Clock::now();
    auto const out = plan_.folder() / "runs" / ("point-" + std::to_string(place.point));
    std::filesystem::create_directories(out / varied.name);
    RunOutputs outputs{layout_};
    record_run(
        varied,
        std::move(world),
        {.seed = seed,
         .first_of_scenario = place.replicate == 0,
         .out = out,
         .progress = {},
         .stop = stop_},
        [&](Trajectory const& run) {
            outputs.take(run.kpis(), run.world().month);
            timing_.firms = run.firms();
        });
    timing_.run = seconds_since(running);
    return outputs.row();
}

std::vector<double> Experiment::unrecorded(
    ScenarioTemplate const& scenario, Scenario const& varied, std::uint64_t seed) {
    auto const name = name_of_start(varied, start_seed_of(varied, seed)) + " seed "
                      + std::to_string(seed);
    auto const* known = kept_->beginnings.find(name);
    if (known != nullptr
        && months_in_common(known->scenario, varied) < months_together_)
        known = nullptr;
    auto const starting = Clock::now();
    auto run = known != nullptr ? Trajectory{varied, known->moment}
                                : Trajectory{varied, opening(scenario, varied, seed)};
    auto outputs = known != nullptr ? known->outputs : RunOutputs{layout_};
    timing_.start = seconds_since(starting);

    auto const running = Clock::now();
    while (!run.done()) {
        if (stop_ && stop_()) throw Interrupted{};
        run.step();
        auto const month = run.world().month;
        outputs.take(run.kpis(), month);
        timing_.firms = run.firms();
        if (month.index() == months_together_ && !run.done())
            kept_->beginnings.keep(
                name, run.world().firms.rows(), {varied, run.moment(), outputs});
    }
    timing_.run = seconds_since(running);
    return outputs.row();
}

std::string
Experiment::digest_of_start(Scenario const& varied, std::uint64_t start_seed) {
    if (!plan_.facts().shared_starts) return start_digest(varied, start_seed);
    auto& digest = digests_[{varied.name, start_seed}];
    if (digest.empty()) digest = start_digest(varied, start_seed);
    return digest;
}

/// What an empty world has beyond the digest: clusters, communities, and freight
/// between places.
std::string
Experiment::name_of_start(Scenario const& varied, std::uint64_t start_seed) {
    return digest_of_start(varied, start_seed) + varied.files.clusters.string()
           + varied.files.communities.string()
           + written(varied.parameters.common.costs.freight);
}

World Experiment::opening(
    ScenarioTemplate const& scenario, Scenario const& varied, std::uint64_t seed) {
    auto const start_seed = start_seed_of(varied, seed);
    auto const name = name_of_start(varied, start_seed);
    World world;
    if (auto const* known = kept_->openings.find(name)) {
        world = *known;
    } else {
        auto const digest = digest_of_start(varied, start_seed);
        world = scenario.empty_world(varied, start_seed);
        auto const kept = plan_.facts().shared_starts
                              ? kept_start(plan_.folder(), digest)
                              : std::filesystem::path{};
        open_world(
            varied, kept, digest, {.seed = seed, .progress = {}, .stop = stop_}, world);
        kept_->openings.keep(name, world.firms.rows(), world);
    }
    open_residents(world, varied.parameters);
    world.luck = Luck{seed};
    return world;
}

std::string Experiment::open_rows(RunNumber first, RunNumber last) {
    first_point_ = plan_.place(first).point;
    rows_.clear();
    return table_.digest(first_point_, plan_.place(last - 1).point, &rows_);
}

std::vector<std::string> const& Experiment::row(std::int64_t point) {
    auto const at = static_cast<std::size_t>(point - first_point_);
    return point >= first_point_ && at < rows_.size() ? rows_[at] : table_.row(point);
}

} // namespace canopy::study
