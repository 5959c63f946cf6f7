#include "sim/process/investor_views.hpp"

#include "sim/base/vector_math.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr double least_sector_jobs = 50.0;

/// Mean freight share from the zone's own parks and from outside sellers to a place.
struct Distances {
    double from_zone = 0.0;
    double from_outside = 0.0;
};

Distances distances_to(World const& now, std::size_t to) {
    Distances sum;
    double zone = 0.0;
    double outside = 0.0;
    for (std::size_t from = 0; from < now.places.size(); ++from) {
        auto const freight = now.places.freight[to][from];
        if (now.in_zone(PlaceId{from})) {
            auto const weight = 1.0 + now.around.workers_in[from];
            sum.from_zone += weight * freight;
            zone += weight;
        } else {
            auto const weight = now.places[PlaceId{from}].supplier_weight;
            sum.from_outside += weight * freight;
            outside += weight;
        }
    }
    return {sum.from_zone / std::max(1.0, zone), sum.from_outside / std::max(1e-9, outside)};
}

/// Goods carried for a unit of output [yuan].
double carried(Recipe const& recipe) {
    double value = 0.0;
    for (auto const& input : recipe.linked)
        if (input.freight) value += input.coefficient;
    return value;
}

double log_sector_jobs(World const& now, std::size_t sector, std::size_t place) {
    auto const least = least_sector_jobs * now.scale;
    auto const mean = std::max(least, now.opening.mean_workers[sector]);
    auto const jobs = now.in_zone(PlaceId{place})
                          ? std::max(least, now.around.workers[sector][place])
                          : mean * now.places[PlaceId{place}].market_access;
    return log(jobs / mean);
}

} // namespace

double local_supply_of(World const& now, SectorId sector) {
    auto const& recipe = now.technology.recipe(FirmKind::company, sector);
    double local = 0.0;
    double all = 0.0;
    for (auto const& input : recipe.linked) {
        auto const good = input.good.row();
        auto const bought = now.counts.purchases[good];
        auto const share =
            bought > 0.0 ? now.counts.purchased_in[good][index_of(Ring::zone)] / bought
                         : now.sectors[good].local_market_share;
        local += input.coefficient * share;
        all += input.coefficient;
    }
    return all > 0.0 ? local / all : 0.0;
}

void InvestorViews::look(
    World const& now, CostRules const& rules, InvestorGlasses const& glasses) {
    for (std::size_t row = 0; row < now.sectors.size(); ++row) {
        SectorId const sector{row};
        auto const& recipe = now.technology.recipe(FirmKind::company, sector);
        auto const& about = now.sectors[row];
        auto const output = std::max(1.0, about.output_per_worker);
        auto const supply = local_supply_of(now, sector);
        for (std::size_t at = 0; at < now.places.size(); ++at) {
            PlaceId const place{at};
            auto const zone = now.in_zone(place);
            auto const& there = now.places[place];
            auto const distance = distances_to(now, at);
            auto const share = std::clamp(
                zone ? supply + glasses.local_supply_added : glasses.rival_supply,
                0.0,
                1.0);
            auto const from_near = zone ? distance.from_zone : 0.02;
            auto const freight = carried(recipe)
                                 * (share * from_near
                                    + (1.0 - share) * distance.from_outside);
            auto& view = views_[row][at];
            view.labour = now.wage_index(sector, place) * about.wage / output;
            view.land = about.space_per_worker * there.land_price
                        / glasses.land_years / output;
            view.energy = recipe.pooled_cost[index_of(CostTerm::energy)]
                          * there.power_index * (1.0 + now.outside.power_price);
            view.logistics = rules.freight * freight;
            if (zone) {
                view.land *=
                    glasses.land_factor
                    * (1.0 - now.policy.land_discount(FirmKind::company, sector, place));
                view.logistics *= glasses.freight_factor;
                view.energy *=
                    1.0 - now.policy.power_discount(FirmKind::company, sector, place);
            }
            view.local_supply = share;
            view.log_market_access = log(there.market_access);
            view.log_sector_jobs = log_sector_jobs(now, row, at);
            view.service = there.service;
            view.livability = there.livability;
        }
    }
}

} // namespace canopy
