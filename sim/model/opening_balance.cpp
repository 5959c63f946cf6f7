#include "sim/model/opening_balance.hpp"

#include <algorithm>
#include <cmath>

namespace canopy {

namespace {

constexpr double least_surplus = 0.05;
constexpr double spent_of_wages =
    0.62 * 1.35; ///< wages of public staff included; prototype
constexpr double speed = 0.3;
constexpr double least_demand = 0.02;

/// Value-added shares that a mark-up must pay.
double shares_above_cost(World const& world, std::size_t sector) {
    auto const at = static_cast<Eigen::Index>(sector);
    auto const& technology = world.technology;
    return technology.product_tax[at] + technology.depreciation[at]
           + std::max(least_surplus, technology.surplus[at]);
}

/// Mean unit cost of ordinary firms by kind and sector, with inputs at the prices and
/// freight that links will bring instead of the spot market's.
std::array<std::array<double, max_sectors>, 2>
mean_cost(World const& world, CostRules const& costs) {
    auto as_linked = costs;
    as_linked.spot_markup = 0.005;
    as_linked.spot_freight = 0.06;
    std::array<std::array<double, max_sectors>, 2> sum{};
    std::array<std::array<double, max_sectors>, 2> weight{};
    auto const& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (!firms.alive(firm) || firms.leader[firm] != 0) continue;
        auto const kind = index_of(firms.kind[firm]);
        auto const sector = firms.sector[firm].row();
        double cost = 0.0;
        for (auto const term : unit_cost_at(world, firm, firms.place[firm], as_linked))
            cost += term;
        sum[kind][sector] += cost * firms.expected_demand[firm];
        weight[kind][sector] += firms.expected_demand[firm];
    }
    for (std::size_t kind = 0; kind < 2; ++kind)
        for (std::size_t sector = 0; sector < max_sectors; ++sector)
            sum[kind][sector] = weight[kind][sector] > 0.0
                                    ? sum[kind][sector] / weight[kind][sector]
                                    : 0.0;
    return sum;
}

void scale_recipe(Recipe& recipe, double gap) {
    double pooled = 0.0;
    for (auto const share : recipe.pooled_cost)
        pooled += share;
    auto const factor = pooled > 1e-6 ? std::max(0.05, 1.0 + gap / pooled) : 1.0;
    for (auto& share : recipe.pooled_cost)
        share *= factor;
    for (auto& share : recipe.pooled)
        share *= factor;
    auto const left = gap - pooled * (factor - 1.0);
    double linked = 0.0;
    for (auto const& input : recipe.linked)
        linked += input.coefficient;
    if (linked <= 0.0 || std::abs(left) < 1e-9) return;
    auto const linked_factor = std::max(0.5, 1.0 + left / linked);
    for (auto& input : recipe.linked)
        input.coefficient *= linked_factor;
}

} // namespace

void balance_prices(World& world, CostRules const& costs) {
    auto const cost = mean_cost(world, costs);
    for (std::size_t kind = 0; kind < 2; ++kind)
        for (std::size_t sector = 0; sector < world.sectors.size(); ++sector) {
            auto& recipe = world.technology.recipes[kind][sector];
            auto const target =
                std::clamp(1.0 - shares_above_cost(world, sector), 0.4, 0.96);
            if (cost[kind][sector] > 0.0)
                scale_recipe(recipe, target - cost[kind][sector]);
            recipe.markup = 1.0 / target - 1.0;
        }
    auto& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (!firms.alive(firm)) continue;
        auto const& recipe =
            world.technology.recipe(firms.kind[firm], firms.sector[firm]);
        firms.markup[firm] = static_cast<float>(recipe.markup);
        for (std::size_t input = 0; input < recipe.linked.size(); ++input)
            firms.input_stock[firm][input] =
                on_grid(recipe.linked[input].coefficient * firms.expected_demand[firm]);
        if (firms.leader[firm] == 0) continue;
        double own = 0.0;
        for (auto const term : unit_cost_at(world, firm, firms.place[firm], costs))
            own += term;
        firms.markup[firm] =
            static_cast<float>(std::max(0.03, 1.0 / (own * 0.97) - 1.0));
    }
}

std::array<double, max_sectors> opening_sales(World const& world) {
    std::array<double, max_sectors> sales{};
    auto const& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (firms.alive(firm) && firms.leader[firm] == 0) {
            sales[firms.sector[firm].row()] += firms.expected_demand[firm];
        }
    }
    return sales;
}

void balance_demand(World& world) {
    auto const sales = opening_sales(world);
    std::array<double, max_sectors> needed{};
    std::array<double, max_sectors> dealers{};
    double wages = 0.0;
    auto const& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (!firms.alive(firm)) continue;
        auto const sector = firms.sector[firm];
        auto const& recipe = world.technology.recipe(firms.kind[firm], sector);
        for (auto const& input : recipe.linked)
            needed[input.good.row()] += input.coefficient * firms.expected_demand[firm];
        for (std::size_t good = 0; good < world.sectors.size(); ++good)
            dealers[good] += recipe.pooled[good] * firms.expected_demand[firm];
        wages += world.sectors[sector.row()].wage / 12.0 * firms.workers[firm];
    }
    auto& outside = world.outside;
    outside.wage_bill = wages;
    outside.dealer_sales = dealers;
    for (std::size_t good = 0; good < world.sectors.size(); ++good) {
        auto& sector = world.sectors[good];
        // Not more than .65 of local output may be wanted by links. Source:
        // prototype 2.7.
        if (needed[good] > 0.0) {
            sector.local_market_share =
                std::min(sector.local_market_share, 0.65 * sales[good] / needed[good]);
        }
        auto const links = sector.local_market_share * needed[good];
        auto const pooled = sector.local_market_share * dealers[good];
        auto households =
            spent_of_wages * wages * sector.household_share * sector.household_local;
        auto const room = std::max(0.0, 0.9 * (sales[good] - links - pooled));
        households = std::min(households, room);
        outside.household_share[good] = wages > 0.0 ? households / wages : 0.0;
        outside.demand[good] =
            std::max(0.05 * sales[good], sales[good] - links - pooled - households);
    }
}

void close_demand(World& world, std::array<double, max_sectors> const& target) {
    std::array<double, max_sectors> orders{};
    auto const& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (firms.alive(firm) && firms.leader[firm] == 0) {
            orders[firms.sector[firm].row()] +=
                firms.orders[firm] * static_cast<double>(firms.price[firm]);
        }
    }
    for (std::size_t sector = 0; sector < world.sectors.size(); ++sector) {
        auto& demand = world.outside.demand[sector];
        demand = std::max(
            least_demand * target[sector],
            demand + speed * (target[sector] - orders[sector]));
    }
}

} // namespace canopy
