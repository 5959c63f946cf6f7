#include "sim/process/production.hpp"

#include "sim/base/parallel.hpp"
#include "sim/process/labour_output.hpp"

#include <algorithm>

namespace canopy {

void Production::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    into.output.resize(firms.rows());
    for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
        into.output[firm] =
            firms.alive(firm) ? on_grid(possible_output(now, firm)) : 0.0;
    });
}

double Production::possible_output(World const& now, FirmId firm) const {
    auto const& firms = now.firms;
    auto const sector_id = firms.sector[firm];
    auto const& sector = now.sectors[sector_id.row()];
    auto const by_labour = output_per_worker(now, firm)
                           * static_cast<double>(firms.workers[firm])
                           * params_.overtime;
    auto output = std::min(by_labour, firms.capacity[firm]);
    // Who cannot store makes what is asked for, up to what it can.
    if (sector.stores_output) output = std::min(output, firms.planned_output[firm]);
    auto const& recipe = now.technology.recipe(firms.kind[firm], sector_id);
    InputNeeds const needs{now, firm};
    auto share = 1.0;
    for (std::size_t input = 0; input < recipe.linked.size(); ++input) {
        auto const& needed = recipe.linked[input];
        auto const limit = firms.input_stock[firm][input] / needs.per_unit(needed);
        if (limit >= output) continue;
        if (needed.critical) {
            output = limit;
        } else {
            share = std::min(
                share,
                1.0 - params_.shortage_loss * (1.0 - limit / std::max(output, 1e-9)));
        }
    }
    return std::max(0.0, output * share);
}

void Production::order(World& world, FirmId firm) const {
    auto const& firms = world.firms;
    auto const& recipe = world.technology.recipe(firms.kind[firm], firms.sector[firm]);
    std::array<double, max_inputs + 1> agreed{};
    for (auto const& link : world.links.of(firm))
        agreed[link.live_input()] += static_cast<double>(link.volume);
    std::array<float, max_inputs + 1> orders{}; ///< over the agreed volume
    std::array<float, max_inputs + 1> drift{};  ///< factor on the agreed volume
    drift[max_inputs] = 1.0F;
    InputNeeds const needs{world, firm};
    for (std::size_t input = 0; input < recipe.linked.size(); ++input) {
        auto const volume = agreed[input];
        auto const& needed = recipe.linked[input];
        auto const need = needs.monthly(needed);
        auto const ratio =
            volume > 0.0
                ? wanted(needs, needed, firms.input_stock[firm][input], params_)
                      / volume
                : 0.0;
        orders[input] = static_cast<float>(std::min(ratio, params_.most_order));
        drift[input] = volume > 0.0
                           ? static_cast<float>(std::clamp(need / volume, 0.92, 1.03))
                           : 1.0F;
    }
    for (auto& link : world.links.of(firm)) {
        auto const input = link.live_input();
        link.flow = positive_on_grid(
            static_cast<double>(link.volume) * static_cast<double>(orders[input]));
        link.volume *= drift[input];
    }
}

void Production::apply(Decision& decision, World& world) const {
    world.firms.output.swap(decision.output);
    for_each_row<FirmId>(world.firms.rows(), [&](FirmId firm) { order(world, firm); });
}

} // namespace canopy
