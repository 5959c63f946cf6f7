#include "sim/model/first_world.hpp"

#include "sim/engine/schedule.hpp"
#include "sim/model/held_headcounts.hpp"
#include "sim/model/opening_balance.hpp"
#include "sim/model/opening_stocks.hpp"

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
    set_opening_use(world);
    open_books(world, start);
}

} // namespace canopy
