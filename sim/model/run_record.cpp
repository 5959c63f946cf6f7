#include "sim/model/run_record.hpp"

#include "sim/model/provenance.hpp"
#include "sim/model/trajectory.hpp"
#include "sim/world/state_hash.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace canopy {

namespace {

std::string seed_name(std::uint64_t seed) {
    std::array<char, 32> name{};
    std::snprintf(
        name.data(),
        name.size(),
        "seed-%04llu.h5",
        static_cast<unsigned long long>(seed));
    return name.data();
}

std::vector<std::string> stages_and_record(Trajectory const& run) {
    auto names = run.stages();
    names.emplace_back("record");
    return names;
}

} // namespace

bool keeps_snapshot(Scenario const& scenario, bool first_of_scenario, Month month) {
    auto const& wanted = scenario.record.snapshots;
    if (wanted.empty()) {
        return first_of_scenario && (month == Month{1} || month == scenario.time.last);
    }
    return std::any_of(wanted.begin(), wanted.end(), [&](std::string const& text) {
        return text == "yearly" ? month.of_year() == 12 : Month::parse(text) == month;
    });
}

RunRecord::RunRecord(
    Scenario const& scenario, RunOptions const& options, Trajectory const& run)
    : scenario_{scenario}
    , first_of_scenario_{options.first_of_scenario}
    , path_{options.out / scenario.name / seed_name(options.seed)}
    , recording_{
          path_,
          run_header(scenario, options.seed),
          run.world(),
          run.kpis().measures(),
          stages_and_record(run)}
    , seconds_(run.stages().size() + 1, 0.0) {}

void RunRecord::month(Trajectory const& run) {
    auto const began = std::chrono::steady_clock::now();
    state_hash_ = state_hash(run.world());
    take(run);
    seconds_.back() =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

void RunRecord::month(Trajectory const& run, RunRecord const& first) {
    state_hash_ = first.state_hash_;
    seconds_.back() = first.seconds_.back();
    take(run);
}

void RunRecord::take(Trajectory const& run) {
    std::copy(run.seconds().begin(), run.seconds().end(), seconds_.begin());
    auto const& world = run.world();
    recording_.month(
        world, {run.kpis().values(), run.residuals(), state_hash_, seconds_});
    if (keeps_snapshot(scenario_, first_of_scenario_, world.month))
        recording_.snapshot(world);
}

std::filesystem::path RunRecord::finish() {
    recording_.finish();
    return path_;
}

} // namespace canopy
