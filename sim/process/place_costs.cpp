#include "sim/process/place_costs.hpp"

#include "sim/process/link_price.hpp"

#include <algorithm>

namespace canopy {

namespace {

using ByPlace = std::array<double, max_places>;

/// What linked inputs cost a unit of output: by term, and the carried goods by where
/// they come from. A seller "from here" is one that stands wherever the buyer does.
struct LinkedInputs {
    std::array<double, n_terms> terms{};
    ByPlace carried{};         ///< [yuan of goods/unit]
    double spot_freight = 0.0; ///< on inputs without a supplier
};

struct Basket {
    double volume = 0.0;
    double value = 0.0;
    ByPlace value_from{};
};

LinkedInputs linked_inputs(World const& world, FirmId firm, CostRules const& rules) {
    auto const& firms = world.firms;
    auto const& recipe = world.technology.recipe(firms.kind[firm], firms.sector[firm]);
    std::array<Basket, max_inputs + 1> baskets{};
    for (auto const& link : world.links.of(firm)) {
        auto const [price, from] =
            link_price(world, link, recipe.linked[link.input].good, rules);
        auto const value = static_cast<double>(link.volume) * price;
        auto& basket = baskets[link.live_input()];
        basket.volume += static_cast<double>(link.volume);
        basket.value += value;
        basket.value_from[from.row()] += value;
    }
    LinkedInputs inputs;
    for (std::size_t number = 0; number < recipe.linked.size(); ++number) {
        auto const& input = recipe.linked[number];
        auto const& basket = baskets[number];
        auto const covered = basket.volume > 1e-9;
        auto const price = covered ? basket.value / basket.volume
                                   : (1.0 + rules.spot_markup)
                                         * world.outside.import_price[input.good.row()];
        inputs.terms[index_of(input.term)] += input.coefficient * price;
        if (!input.freight) continue;
        if (!covered) {
            inputs.spot_freight += input.coefficient * rules.spot_freight;
            continue;
        }
        // Most places send nothing.
        for (std::size_t from = 0; from < world.places.size(); ++from)
            if (auto const value = basket.value_from[from]; value != 0.0)
                inputs.carried[from] += input.coefficient * value / basket.volume;
    }
    return inputs;
}

} // namespace

std::array<double, max_places>
unit_cost_everywhere(World const& world, FirmId firm, CostRules const& rules) {
    auto const& firms = world.firms;
    auto const kind = firms.kind[firm];
    auto const sector = firms.sector[firm];
    auto const inputs = linked_inputs(world, firm, rules);
    auto terms = world.technology.recipe(kind, sector).pooled_cost;
    for (std::size_t term = 0; term < n_terms; ++term)
        terms[term] += inputs.terms[term];
    if (firms.done(firm, Action::shared_equipment)) {
        terms[index_of(CostTerm::services)] *= 1.0 - rules.equipment_services_saving;
        terms[index_of(CostTerm::materials)] *= 1.0 - rules.equipment_materials_saving;
    }
    auto const output = normal_output(world, firm);
    auto const space = static_cast<double>(firms.space[firm]) / output;
    auto const borrowed = yuan(firms.loan[firm]) / 12.0
                          / std::max(firms.expected_demand[firm], 0.3 * output);
    auto const pools = firms.done(firm, Action::pooled_logistics);
    auto const learnt = static_cast<double>(firms.process_cost[firm]);
    auto const bought =
        terms[index_of(CostTerm::materials)] + terms[index_of(CostTerm::services)];
    auto const everywhere = terms[index_of(CostTerm::labour)]
                            + terms[index_of(CostTerm::land)]
                            + terms[index_of(CostTerm::finance)];
    ByPlace cost{};
    for (std::size_t row = 0; row < world.places.size(); ++row) {
        PlaceId const place{row};
        double freight = inputs.spot_freight;
        for (std::size_t from = 0; from < world.places.size(); ++from)
            freight += inputs.carried[from] * world.places.freight[row][from];
        auto logistics = terms[index_of(CostTerm::logistics)] + rules.freight * freight;
        if (pools && world.in_zone(place))
            logistics *= 1.0 - world.around.pooling_gain[row];
        auto const energy = terms[index_of(CostTerm::energy)]
                            * energy_price_at(world, firm, place, rules);
        cost[row] = learnt * (bought + logistics + energy) + everywhere
                    + wages_at(world, firm, place, rules) / output
                    + rent_at(world, firm, place, rules) * space
                    + borrowed * interest_at(world, firm, place);
    }
    return cost;
}

} // namespace canopy
