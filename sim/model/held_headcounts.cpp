#include "sim/model/held_headcounts.hpp"

#include "sim/base/parallel.hpp"
#include "sim/process/labour_demand.hpp"

#include <algorithm>
#include <array>

namespace canopy {

namespace {

constexpr double usual_slack = 0.1; ///< of people over work, the default of S12

constexpr std::size_t largest_small = 15; ///< people of a firm that are hard to halve

/// Share of what its people make that a firm sells: a person cannot be halved, so small
/// firms have more people than work. Source: judgement, by what the months that follow
/// come to (MODEL.md 8).
double opening_use(double workers) {
    return 1.013 - 0.28 / (workers + 0.45);
}

/// Sums of all firms with as many people; larger ones are together.
struct SameHeads {
    std::array<double, largest_small + 2> demand{};
    std::array<double, largest_small + 2> aim{};

    SameHeads& operator+=(SameHeads const& other) {
        for (std::size_t heads = 0; heads < demand.size(); ++heads) {
            demand[heads] += other.demand[heads];
            aim[heads] += other.aim[heads];
        }
        return *this;
    }
};

std::size_t heads_of(Firms const& firms, FirmId firm) {
    return std::min(
        static_cast<std::size_t>(std::max(0, firms.workers[firm])), largest_small + 1);
}

/// Work over that of firms with as many people: who pays little finds few, and pay goes
/// with the root of productivity. Source: judgement, by what the months that follow
/// come to (MODEL.md 8).
double opening_shortage(double productivity) {
    return 1.0 + 0.16 * std::clamp(1.0 / productivity - 1.0, 0.0, 3.0);
}

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
    auto const shortage = [&](FirmId firm) {
        return opening_shortage(static_cast<double>(firms.productivity[firm]));
    };
    auto const all =
        sum_rows<FirmId>(firms.rows(), SameHeads{}, [&](SameHeads& sum, FirmId firm) {
            if (!firms.alive(firm) || firms.leader[firm] != 0) return;
            auto const heads = heads_of(firms, firm);
            sum.demand[heads] += firms.expected_demand[firm] * shortage(firm);
            sum.aim[heads] += opening_use(firms.workers[firm]) * firms.capacity[firm]
                              / plant_over_normal;
        });
    for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
        if (!firms.alive(firm) || firms.leader[firm] != 0) return;
        auto const heads = heads_of(firms, firm);
        auto const factor =
            all.aim[heads] / std::max(1.0, all.demand[heads]) * shortage(firm);
        firms.expected_demand[firm] *= factor;
        firms.planned_output[firm] *= factor;
        firms.market_share[firm] *= factor;
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
