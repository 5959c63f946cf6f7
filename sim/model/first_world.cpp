#include "sim/model/first_world.hpp"

#include "sim/base/parallel.hpp"
#include "sim/engine/schedule.hpp"
#include "sim/model/opening_balance.hpp"
#include "sim/model/opening_stocks.hpp"
#include "sim/process/labour_demand.hpp"

#include <algorithm>

namespace canopy {

namespace {

/// Everybody's floor space, and the zone's, before the first month.
void open_space(World& world, StartParams const& start) {
    std::array<double, max_places> occupied{};
    auto const& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row)
        if (firms.alive(FirmId{row})) {
            occupied[firms.place[FirmId{row}].row()] +=
                static_cast<double>(firms.space[FirmId{row}]);
        }
    for (std::size_t at = 0; at < world.n_zone_places(); ++at) {
        auto& place = world.places[PlaceId{at}];
        place.occupied = occupied[at];
        place.space = occupied[at] / start.occupancy;
        place.factory_space = place.park ? start.factory_share * place.space : 0.0;
    }
}

/// What everybody sees around, with the zone's floor space as it is.
LookAround still_surroundings(LookAround::Params surroundings) {
    surroundings.space_growth = 0.0;
    return LookAround{surroundings};
}

Schedule growing(StartProcesses const& processes, bool prices_move) {
    auto quiet = processes.demand;
    quiet.selection = 0.0;
    quiet.shock_probability = 0.0;
    quiet.cycle_spread = 0.0;
    quiet.leader_spread = 0.0;
    auto pricing = processes.pricing;
    if (!prices_move) pricing.reprice = 0.0;
    Schedule month;
    month.append(still_surroundings(processes.surroundings));
    month.append(Expectations{quiet});
    month.append(Renewal{processes.renewal});
    month.append(SupplySearch{processes.search});
    month.append(Production{processes.production});
    month.append(Delivery{processes.delivery, processes.production, processes.costs});
    month.append(Pricing{pricing, processes.costs});
    month.append(Relations{processes.relations});
    return month;
}

Schedule settling(StartProcesses const& processes) {
    Schedule month;
    month.append(still_surroundings(processes.surroundings));
    month.append(Expectations{processes.demand});
    month.append(Renewal{processes.renewal});
    month.append(SupplySearch{processes.search});
    month.append(Production{processes.production});
    month.append(Delivery{processes.delivery, processes.production, processes.costs});
    month.append(Pricing{processes.pricing, processes.costs});
    month.append(Accounts{processes.accounts, processes.costs});
    month.append(Relations{processes.relations});
    return month;
}

/// A person cannot be halved: small firms have more people than work. Source: judgement,
/// by what the months that follow come to (MODEL.md 8).
double opening_use(double workers) { return 1.05 - 0.5 / (workers + 0.8); }

/// Customers of the drawn firms take what their people usually make.
void set_opening_use(World& world) {
    auto& firms = world.firms;
    for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
        if (!firms.alive(firm) || firms.leader[firm] != 0) return;
        auto const use = opening_use(firms.workers[firm]);
        firms.expected_demand[firm] *= use;
        firms.market_share[firm] *= use;
    });
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
    auto const idle = workers > 1.1 * wanted + 0.6;
    return idle ? -round_by_luck((workers - wanted) * start.anchor_idle, u) : 0;
}

/// While headcounts are held, sales follow people as people would otherwise follow sales:
/// a firm that would hire one more, or lay one off, keeps its people and has as much less,
/// or more, to do for each of them.
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

} // namespace

void build_first_world(
    World& world,
    PopulationParams const& population,
    Demography const& demography,
    StartParams const& start,
    StartProcesses const& processes,
    std::function<void(int, int)> const& progress) {
    populate(
        world,
        population,
        demography,
        still_surroundings(processes.surroundings));
    open_space(world, start);
    set_opening_use(world);
    balance_prices(world, processes.costs);
    balance_demand(world);
    auto const target = opening_sales(world);
    world.links.rebuild(world.firms.rows(), {});
    world.directory.refill(world.firms);

    auto const all = start.growth_months + start.settling_months;
    auto const without_prices = start.growth_months / 5;
    auto first = growing(processes, false);
    auto second = growing(processes, true);
    auto third = settling(processes);
    for (int done = 0; done < all; ++done) {
        world.month = Month{done - all + 1};
        world.open_month();
        if (done < start.growth_months) {
            (done < without_prices ? first : second).run(world);
            close_demand(world, target);
        } else {
            third.run(world);
            anchor_sales(world, start);
        }
        if (progress) progress(done + 1, all);
    }
    open_books(world, start);
}

} // namespace canopy
