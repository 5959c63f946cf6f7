#include "sim/study/experiment.hpp"

#include "sim/base/error.hpp"
#include "sim/base/written.hpp"
#include "sim/io/diagnostic_report.hpp"
#include "sim/model/digest.hpp"
#include "sim/model/first_residents.hpp"
#include "sim/model/run.hpp"
#include "sim/model/trajectory.hpp"
#include "sim/study/point_overrides.hpp"
#include "sim/study/refusal.hpp"
#include "sim/study/run_outputs.hpp"

#include <algorithm>
#include <chrono>
#include <list>
#include <utility>

namespace canopy::study {

namespace {

using Clock = std::chrono::steady_clock;

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

/// Opening worlds that later runs may want again, the latest first.
struct Experiment::Openings {
    static constexpr std::size_t most_firms = 200'000; ///< about half a gigabyte

    void keep(std::string const& digest, World const& world) {
        worlds.emplace_front(digest, world);
        std::size_t firms = 0;
        auto at = worlds.begin();
        for (; at != worlds.end(); ++at) {
            firms += at->second.firms.rows();
            if (firms > most_firms && at != worlds.begin()) break;
        }
        worlds.erase(at, worlds.end());
    }

    World const* find(std::string const& digest) {
        auto const found =
            std::find_if(worlds.begin(), worlds.end(), [&](auto const& one) {
                return one.first == digest;
            });
        if (found == worlds.end()) return nullptr;
        worlds.splice(worlds.begin(), worlds, found);
        return &worlds.front().second;
    }

    std::list<std::pair<std::string, World>> worlds;
};

Experiment::Experiment(Plan const& plan, std::function<bool()> stop)
    : plan_{plan}
    , stop_{std::move(stop)}
    , scenarios_{read_scenarios(plan)}
    , layout_{OutputLayout::of(
          plan.study(),
          scenarios_.front().empty_world(scenarios_.front().plain(), 1),
          plan.facts().months)}
    , table_{plan.file("design.csv")}
    , openings_{std::make_unique<Openings>()} {}

Experiment::~Experiment() = default;

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
    auto const seed = plan_.seed(place);
    auto const starting = Clock::now();
    auto world = opening(scenario, varied, seed);
    timing_.start = seconds_since(starting);

    auto const running = Clock::now();
    RunOutputs outputs{layout_};
    auto const& chosen = plan_.study().outputs.run_files;
    auto const observe = [&](Trajectory const& trajectory) {
        outputs.take(trajectory.kpis(), trajectory.world().month);
        timing_.firms = trajectory.firms();
    };
    if (std::find(chosen.begin(), chosen.end(), place.point) != chosen.end()) {
        auto const out =
            plan_.folder() / "runs" / ("point-" + std::to_string(place.point));
        std::filesystem::create_directories(out / varied.name);
        record_run(
            varied,
            std::move(world),
            {.seed = seed,
             .first_of_scenario = place.replicate == 0,
             .out = out,
             .progress = {},
             .stop = stop_},
            observe);
    } else {
        Trajectory trajectory{varied, std::move(world)};
        while (!trajectory.done()) {
            if (stop_ && stop_()) throw Interrupted{};
            trajectory.step();
            observe(trajectory);
        }
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

World Experiment::opening(
    ScenarioTemplate const& scenario, Scenario const& varied, std::uint64_t seed) {
    auto const start_seed = start_seed_of(varied, seed);
    auto const digest = digest_of_start(varied, start_seed);
    // What an empty world has beyond the digest: clusters, communities, and freight
    // between places.
    auto const key = digest + varied.files.clusters.string()
                     + varied.files.communities.string()
                     + written(varied.parameters.common.costs.freight);
    World world;
    if (auto const* known = openings_->find(key)) {
        world = *known;
    } else {
        world = scenario.empty_world(varied, start_seed);
        auto const kept = plan_.facts().shared_starts
                              ? kept_start(plan_.folder(), digest)
                              : std::filesystem::path{};
        open_world(
            varied, kept, digest, {.seed = seed, .progress = {}, .stop = stop_}, world);
        openings_->keep(key, world);
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
