#include "sim/model/kpis.hpp"

#include "sim/base/error.hpp"
#include "sim/kpi/actions.hpp"
#include "sim/kpi/budget.hpp"
#include "sim/kpi/developer.hpp"
#include "sim/kpi/entities.hpp"
#include "sim/kpi/fund.hpp"
#include "sim/kpi/invitation.hpp"
#include "sim/kpi/ladder.hpp"
#include "sim/kpi/levers.hpp"
#include "sim/kpi/livability.hpp"
#include "sim/kpi/money.hpp"
#include "sim/kpi/parks.hpp"
#include "sim/kpi/people.hpp"
#include "sim/kpi/production.hpp"
#include "sim/kpi/relocation.hpp"
#include "sim/kpi/supply.hpp"
#include "sim/kpi/unit_cost.hpp"
#include "sim/kpi/work.hpp"
#include "sim/model/axes.hpp"

#include <algorithm>
#include <iterator>

namespace canopy {

Measures kpis() {
    Measures all;
    auto const add = [&](Measures group) {
        std::move(group.begin(), group.end(), std::back_inserter(all));
    };
    add(entity_measures());     // how many, begun and ended
    add(work_measures());       // jobs, wages
    add(job_measures());        // offers, how people find work, official counts
    add(people_measures());     // who lives here, comes, goes, commutes
    add(livability_measures()); // services, senses of people and firms
    add(production_measures()); // output, value added, sales, profit
    add(unit_cost_measures());  // the seven terms
    add(supply_measures());     // links and local supply
    add(relocation_measures()); // moves in, within, out
    add(ladder_measures());     // individual to company, above scale
    add(action_measures());     // cost reduction, digital, green, R&D
    add(money_measures());      // cash, loans, budget, balances
    add(budget_measures());     // cap of policy, projects, bonds
    add(developer_measures());  // the state developer's books
    add(invitation_measures()); // invited projects
    add(park_measures());       // the parks' services
    add(fund_measures());       // zone fund, guarantees, credit lost
    add(lever_measures());      // what policy costs and who uses it
    return all;
}

std::string stored_name(Measure const& measure) {
    std::string name{measure.key};
    if (!measure.axis.empty()) name.append("_by_").append(measure.axis);
    return name;
}

KpiRow::KpiRow(World const& world)
    : measures_{kpis()}
    , first_{0} {
    auto const axes = kpi_axes(world);
    for (auto const& measure : measures_) {
        auto const axis =
            std::find_if(axes.begin(), axes.end(), [&](io::Axis const& known) {
                return known.name == measure.axis;
            });
        if (!measure.axis.empty() && axis == axes.end()) {
            throw InvariantError{"no axis for the measure " + stored_name(measure)};
        }
        first_.push_back(
            first_.back() + (measure.axis.empty() ? 1 : axis->labels.size()));
    }
    values_.resize(first_.back());
}

void KpiRow::compute(World const& world, Tally const& tally) {
    for (std::size_t measure = 0; measure < measures_.size(); ++measure)
        measures_[measure].compute(
            world,
            tally,
            std::span{values_}.subspan(
                first_[measure], first_[measure + 1] - first_[measure]));
}

std::span<double const> KpiRow::operator[](std::string_view stored) const {
    for (std::size_t measure = 0; measure < measures_.size(); ++measure)
        if (stored_name(measures_[measure]) == stored) {
            return std::span{values_}.subspan(
                first_[measure], first_[measure + 1] - first_[measure]);
        }
    throw InvariantError{"no measure is called " + std::string{stored}};
}

} // namespace canopy
