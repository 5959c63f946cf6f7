#include "sim/process/founding.hpp"

#include "sim/process/firm_event.hpp"
#include "sim/process/labour_output.hpp"
#include "sim/process/payments.hpp"
#include "sim/rules/lending_rate.hpp"

#include <algorithm>
#include <cmath>

namespace canopy {

namespace {

constexpr double output_stock_months = 0.3; ///< S2's target
constexpr double opening_margin = 0.08;     ///< before a firm has a record
constexpr float usual_satisfaction = 0.5F;
constexpr double factory_probability = 0.5;
constexpr float largest_in_factory = 2000.0F; ///< [m²]
constexpr double spot_markup = 0.08;          ///< until suppliers are found

SpaceKind space_for(World const& world, Newborn const& newborn, float space) {
    if (newborn.kind != FirmKind::company
        || !world.sectors[newborn.sector.row()].industry) {
        return SpaceKind::market_rent;
    }
    auto const u = world.luck(newborn.id, Month{0}, Purpose::land);
    return space <= largest_in_factory && u < factory_probability
               ? SpaceKind::standard_factory
               : SpaceKind::own_land;
}

/// A first estimate, with all inputs bought on the spot; the firm's own accounts
/// replace it.
std::array<float, n_terms>
estimated_cost(World const& world, Newborn const& newborn, double output, float space) {
    auto const& sector = world.sectors[newborn.sector.row()];
    auto const& recipe = world.technology.recipe(newborn.kind, newborn.sector);
    auto const& place = world.places[newborn.place];
    auto terms = recipe.pooled_cost;
    for (auto const& input : recipe.linked)
        terms[index_of(input.term)] += input.coefficient * (1.0 + spot_markup);
    terms[index_of(CostTerm::labour)] += world.wage_index(newborn.sector, newborn.place)
                                         * sector.wage / 12.0 * newborn.workers
                                         * std::sqrt(newborn.productivity) / output;
    terms[index_of(CostTerm::land)] += sector.rent * place.rent_index
                                       * place.rent_pressure
                                       * static_cast<double>(space) / output;
    std::array<float, n_terms> rounded{};
    std::transform(terms.begin(), terms.end(), rounded.begin(), [](double term) {
        return static_cast<float>(term);
    });
    return rounded;
}

void stock_up(World& world, FirmId firm, double output) {
    auto& firms = world.firms;
    auto const& recipe = world.technology.recipe(firms.kind[firm], firms.sector[firm]);
    if (world.sectors[firms.sector[firm].row()].stores_output) {
        firms.output_stock[firm] = on_grid(output_stock_months * output);
        world.counts.output_entered += firms.output_stock[firm];
    }
    for (std::size_t input = 0; input < recipe.linked.size(); ++input) {
        auto const need = on_grid(recipe.linked[input].coefficient * output);
        firms.input_stock[firm][input] = need;
        world.counts.inputs_entered += need;
    }
}

} // namespace

double normal_capacity(World const& world, Newborn const& newborn) {
    auto const sector = newborn.sector.row();
    return newborn.productivity
           * world.around.agglomeration[sector][newborn.place.row()]
           * world.sectors[sector].output_per_worker / 12.0 * newborn.workers;
}

FirmId found_firm(World& world, Newborn const& newborn) {
    auto& firms = world.firms;
    auto const firm = firms.add();
    auto const& sector = world.sectors[newborn.sector.row()];
    auto const company = newborn.kind == FirmKind::company;
    auto const output = std::max(1.0, normal_capacity(world, newborn));
    auto const space = static_cast<float>(newborn.workers * sector.space_per_worker);
    auto const mean_price = world.around.mean_price[newborn.sector.row()];
    auto const price = mean_price > 0.0 ? mean_price : 1.0;

    firms.id[firm] = newborn.id;
    firms.parent[firm] = newborn.parent;
    firms.kind[firm] = newborn.kind;
    firms.sector[firm] = newborn.sector;
    firms.place[firm] = newborn.place;
    firms.owner[firm] = Owner::private_owner;
    firms.space_kind[firm] = space_for(world, newborn, space);
    firms.birth[firm] = static_cast<std::int16_t>(newborn.birth);
    firms.arrival[firm] = static_cast<std::int16_t>(newborn.birth);
    firms.high_tech[firm] = sector.high_tech ? 1 : 0;
    firms.workers[firm] = newborn.workers;
    firms.productivity[firm] = static_cast<float>(newborn.productivity);
    firms.quality[firm] = static_cast<float>(newborn.quality);
    firms.process_cost[firm] = 1.0F;
    firms.price[firm] = static_cast<float>(price);
    firms.markup[firm] = static_cast<float>(
        world.technology.recipe(newborn.kind, newborn.sector).markup);
    firms.market_share[firm] = output * price;
    firms.expected_demand[firm] = output;
    firms.orders[firm] = output;
    firms.orders_at_markup[firm] = static_cast<float>(output);
    firms.planned_output[firm] = output;
    firms.capacity[firm] = plant_over_normal * output;
    firms.unit_cost[firm] = estimated_cost(world, newborn, output, space);
    firms.interest_rate[firm] = static_cast<float>(
        company ? rules::company_rate(newborn.workers) : rules::individual_rate);
    firms.space[firm] = space;
    firms.revenue_of_month[firm].fill(static_cast<float>(output * price));
    firms.margin_12m[firm] = static_cast<float>(opening_margin);
    firms.usual_margin[firm] = static_cast<float>(opening_margin);
    firms.usual_orders[firm] = static_cast<float>(output);
    firms.satisfaction[firm] = usual_satisfaction;
    stock_up(world, firm, output);

    world.places[newborn.place].occupied += static_cast<double>(space);
    world.counts.workers_entered += newborn.workers;
    world.directory.add(firms, firm);
    world.links.make_room(firms.rows());
    return firm;
}

void endow(World& world, FirmId firm, Account payer, Fen amount) {
    transfer(world, Flow::founding_capital, payer, firm, amount);
}

void record_entry(World& world, FirmId firm, EventKind kind, Fen capital) {
    auto const& firms = world.firms;
    ++world.counts.entries[index_of(firms.kind[firm])];
    auto event = firm_event(world, firm, kind);
    std::swap(event.place_from, event.place_to);
    if (auto const parent = firms.parent[firm]; parent != 0)
        event.partner = static_cast<std::int64_t>(parent);
    event.amount = capital;
    world.events.push_back(event);
}

} // namespace canopy
