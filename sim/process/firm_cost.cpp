#include "sim/process/firm_cost.hpp"

#include "sim/process/labour_output.hpp"
#include "sim/process/link_price.hpp"

#include <algorithm>
#include <cmath>

namespace canopy {

namespace {

/// Volume, value and freight of the goods agreed on links, by input; of ended ones
/// last.
struct LinkedBasket {
    std::array<double, max_inputs + 1> volume{};
    std::array<double, max_inputs + 1> value{};
    std::array<double, max_inputs + 1> freight{};
};

LinkedBasket
linked_basket(World const& world, FirmId firm, PlaceId place, CostRules const& rules) {
    LinkedBasket basket;
    auto const& freight_from = world.places.freight[place.row()];
    auto const& recipe =
        world.technology.recipe(world.firms.kind[firm], world.firms.sector[firm]);
    for (auto const& link : world.links.of(firm)) {
        auto const input = link.live_input();
        auto const [price, from] =
            link_price(world, link, recipe.linked[link.input].good, rules);
        auto const volume = static_cast<double>(link.volume);
        basket.volume[input] += volume;
        basket.value[input] += volume * price;
        basket.freight[input] += volume * price * freight_from[from.row()];
    }
    return basket;
}

} // namespace

double normal_output(World const& world, FirmId firm) {
    auto const& firms = world.firms;
    auto const by_labour =
        output_per_worker(world, firm) * static_cast<double>(firms.workers[firm]);
    if (firms.kind[firm] == FirmKind::company) return std::max(1.0, 0.95 * by_labour);
    return std::max({1.0, firms.expected_demand[firm], 0.5 * by_labour});
}

double
list_rent_at(World const& world, FirmId firm, PlaceId place, CostRules const& rules) {
    auto const& firms = world.firms;
    auto const& where = world.places[place];
    auto const rent = world.sectors[firms.sector[firm].row()].rent * where.rent_index
                      * where.rent_pressure;
    return firms.space_kind[firm] == SpaceKind::standard_factory
               ? rent * (1.0 - rules.standard_factory_saving)
               : rent;
}

double rent_relief_at(World const& world, FirmId firm, PlaceId place) {
    auto const& firms = world.firms;
    auto const kind = firms.kind[firm];
    auto const sector = firms.sector[firm];
    auto const newcomer = place == firms.place[firm]
                          && firms.arrival[firm] == firms.birth[firm]
                          && world.month.index() - firms.arrival[firm]
                                 < world.policy.rent_free_months(kind, sector, place);
    return newcomer ? 1.0 : world.policy.rent_discount(kind, sector, place);
}

double rent_at(World const& world, FirmId firm, PlaceId place, CostRules const& rules) {
    return list_rent_at(world, firm, place, rules)
           * (1.0
              - rent_relief_at(world, firm, place)
                    * world.policy.covered[index_of(LeverKind::rent_relief)]);
}

double interest_relief_at(World const& world, FirmId firm, PlaceId place) {
    auto const& firms = world.firms;
    if (firms.leader[firm] != 0) return 0.0;
    return std::min(
        world.policy.interest_points(firms.kind[firm], firms.sector[firm], place),
        static_cast<double>(firms.interest_rate[firm]));
}

double interest_at(World const& world, FirmId firm, PlaceId place) {
    return static_cast<double>(world.firms.interest_rate[firm])
           - interest_relief_at(world, firm, place)
                 * world.policy.covered[index_of(LeverKind::interest_subsidy)];
}

double
wages_at(World const& world, FirmId firm, PlaceId place, CostRules const& rules) {
    auto const& firms = world.firms;
    auto const sector = firms.sector[firm];
    return world.wage_index(sector, place) * world.sectors[sector.row()].wage / 12.0
           * static_cast<double>(firms.workers[firm])
           * std::sqrt(static_cast<double>(firms.productivity[firm]))
           * (1.0 - rules.digital_labour_saving * firms.digital_level[firm]);
}

double energy_price_level(World const& world, PlaceId place) {
    return world.places[place].power_index * (1.0 + world.outside.power_price);
}

double list_energy_price_at(
    World const& world, FirmId firm, PlaceId place, CostRules const& rules) {
    auto const& firms = world.firms;
    auto price = energy_price_level(world, place);
    if (firms.done(firm, Action::green_power)) price *= 1.0 - rules.green_saving;
    if (firms.done(firm, Action::energy_saving)) price *= 1.0 - rules.saving_of_energy;
    return price;
}

double energy_price_at(
    World const& world, FirmId firm, PlaceId place, CostRules const& rules) {
    auto const& firms = world.firms;
    return list_energy_price_at(world, firm, place, rules)
           * (1.0
              - world.policy.power_discount(firms.kind[firm], firms.sector[firm], place)
                    * world.policy.covered[index_of(LeverKind::direct_power)]);
}

CostTerms
unit_cost_at(World const& world, FirmId firm, PlaceId place, CostRules const& rules) {
    auto const& firms = world.firms;
    auto const kind = firms.kind[firm];
    auto const sector = firms.sector[firm];
    auto const& recipe = world.technology.recipe(kind, sector);
    auto terms = recipe.pooled_cost;

    auto const basket = linked_basket(world, firm, place, rules);
    double freight = 0.0;
    for (std::size_t input = 0; input < recipe.linked.size(); ++input) {
        auto const& needed = recipe.linked[input];
        auto const covered = basket.volume[input] > 1e-9;
        auto const price = covered
                               ? basket.value[input] / basket.volume[input]
                               : (1.0 + rules.spot_markup)
                                     * world.outside.import_price[needed.good.row()];
        terms[index_of(needed.term)] += needed.coefficient * price;
        if (!needed.freight) continue;
        freight += needed.coefficient
                   * (covered ? basket.freight[input] / basket.volume[input]
                              : rules.spot_freight);
    }
    auto& logistics = terms[index_of(CostTerm::logistics)];
    logistics += rules.freight * freight;
    if (firms.done(firm, Action::pooled_logistics) && world.in_zone(place)) {
        logistics *= 1.0 - world.around.pooling_gain[place.row()];
    }
    terms[index_of(CostTerm::energy)] *= energy_price_at(world, firm, place, rules);
    if (firms.done(firm, Action::shared_equipment)) {
        terms[index_of(CostTerm::services)] *= 1.0 - rules.equipment_services_saving;
        terms[index_of(CostTerm::materials)] *= 1.0 - rules.equipment_materials_saving;
    }

    auto const output = normal_output(world, firm);
    terms[index_of(CostTerm::labour)] += wages_at(world, firm, place, rules) / output;
    terms[index_of(CostTerm::land)] += rent_at(world, firm, place, rules)
                                       * static_cast<double>(firms.space[firm])
                                       / output;
    terms[index_of(CostTerm::finance)] +=
        interest_at(world, firm, place) / 12.0 * yuan(firms.loan[firm])
        / std::max(firms.expected_demand[firm], 0.3 * output);

    // What the firm has learnt saves inputs; of people and space it needs less because
    // its productivity rose with it.
    auto const learnt = static_cast<double>(firms.process_cost[firm]);
    for (auto const term :
         {CostTerm::materials,
          CostTerm::logistics,
          CostTerm::energy,
          CostTerm::services})
        terms[index_of(term)] *= learnt;
    return terms;
}

} // namespace canopy
