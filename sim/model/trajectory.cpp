#include "sim/model/trajectory.hpp"

#include "sim/kpi/tally.hpp"
#include "sim/model/month.hpp"

#include <chrono>
#include <memory>
#include <utility>

namespace canopy {

namespace {

std::shared_ptr<LeverProgram> levers_of(Scenario const& scenario) {
    auto levers = std::make_shared<LeverProgram>();
    for (auto const& lever : scenario.levers)
        lever.add(*levers);
    return levers;
}

} // namespace

Trajectory::Trajectory(Scenario const& scenario, World opening)
    : world_{std::move(opening)}
    , levers_{levers_of(scenario)}
    , month_{make_month(scenario.parameters, scenario.shocks, levers_)}
    , kpis_{world_}
    , seconds_(month_.stages().size() + 1, 0.0)
    , n_months_{scenario.time.last.index()} {}

Trajectory::Trajectory(Scenario const& scenario, Moment moment)
    : Trajectory{scenario, std::move(moment.world)} {
    n_done_ = world_.month.index();
    levers_->go_on_from(moment.levers, world_);
}

void Trajectory::step() {
    world_.month = Month{++n_done_};
    world_.open_month();
    month_.run(world_);
    for (std::size_t stage = 0; stage < month_.stages().size(); ++stage)
        seconds_[stage] = month_.stages()[stage].seconds;
    auto const books = std::chrono::steady_clock::now();
    auto const residuals = close_month(world_);
    require_closed(world_.month, residuals);
    residuals_.assign(residuals.begin(), residuals.end());
    kpis_.compute(world_, take_tally(world_));
    seconds_.back() =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - books).count();
}

std::int64_t Trajectory::firms() const {
    return static_cast<std::int64_t>(
        world_.around.firms_of_kind[0] + world_.around.firms_of_kind[1]);
}

std::vector<std::string> Trajectory::stages() const {
    std::vector<std::string> names;
    for (auto const& stage : month_.stages())
        names.push_back(stage.name);
    names.emplace_back("books");
    return names;
}

} // namespace canopy
