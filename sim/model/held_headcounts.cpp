#include "sim/model/held_headcounts.hpp"

#include "sim/base/parallel.hpp"
#include "sim/process/labour_demand.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr double usual_slack = 0.1; ///< of people over work, the default of S12

/// A person cannot be halved: small firms have more people than work. Source: judgement,
/// by what the months that follow come to (MODEL.md 8).
double opening_use(double workers) { return 1.05 - 0.5 / (workers + 0.8); }

/// People whom a firm would hire (lay off, if negative) this month.
int would_hire(World const& world, FirmId firm, StartParams const& start) {
    auto const& firms = world.firms;
    auto const workers = static_cast<double>(firms.workers[firm]);
    auto const normal = firms.capacity[firm] / plant_over_normal;
    auto const wanted = workers * firms.expected_demand[firm]
                        / std::max(1.0, normal * usual_utilisation);
    auto const u = world.luck(firms.id[firm], world.month, Purpose::job_offer);
    auto const missing = wanted - workers * (1.0 + start.open_jobs);
    if (missing > 0.0) return round_by_luck(missing * start.anchor_short, u);
    return has_idle_people(workers, wanted, usual_slack)
               ? -round_by_luck((workers - wanted) * start.anchor_idle, u)
               : 0;
}

} // namespace

void set_opening_use(World& world) {
    auto& firms = world.firms;
    for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
        if (!firms.alive(firm) || firms.leader[firm] != 0) return;
        auto const use = opening_use(firms.workers[firm]);
        firms.expected_demand[firm] *= use;
        firms.market_share[firm] *= use;
    });
}

void anchor_sales(World& world, StartParams const& start) {
    auto& firms = world.firms;
    for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
        if (!firms.alive(firm) || firms.leader[firm] != 0) return;
        auto const workers = static_cast<double>(firms.workers[firm]);
        auto const people =
            std::max(0.5 * workers, workers + would_hire(world, firm, start));
        auto const factor = std::max(0.5, workers / people);
        firms.market_share[firm] *= factor;
        firms.expected_demand[firm] *= factor;
    });
}

} // namespace canopy
