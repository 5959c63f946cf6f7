#include "sim/process/production.hpp"

#include "sim/base/parallel.hpp"
#include "sim/process/labour_output.hpp"

#include <algorithm>

namespace canopy {

void Production::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    into.output.resize(firms.rows());
    into.orders.resize(firms.rows());
    into.drift.resize(firms.rows());
    for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
        into.output[firm] = 0.0;
        if (!firms.alive(firm)) return;
        into.output[firm] = on_grid(possible_output(now, firm));
        auto const& recipe =
            now.technology.recipe(firms.kind[firm], firms.sector[firm]);
        std::array<double, max_inputs> agreed{};
        for (auto const& link : now.links.of(firm))
            if (!link.dead()) agreed[link.input] += static_cast<double>(link.volume);
        InputNeeds const needs{now, firm};
        for (std::size_t input = 0; input < recipe.linked.size(); ++input) {
            auto const volume = agreed[input];
            auto const& needed = recipe.linked[input];
            auto const need = needs.monthly(needed);
            auto const ratio =
                volume > 0.0
                    ? wanted(needs, needed, firms.input_stock[firm][input], params_)
                          / volume
                    : 0.0;
            into.orders[firm][input] =
                static_cast<float>(std::min(ratio, params_.most_order));
            into.drift[firm][input] =
                volume > 0.0 ? static_cast<float>(std::clamp(need / volume, 0.92, 1.03))
                             : 1.0F;
        }
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

void Production::apply(Decision& decision, World& world) const {
    world.firms.output.swap(decision.output);
    for_each_row<FirmId>(world.firms.rows(), [&](FirmId firm) {
        for (auto& link : world.links.of(firm)) {
            if (link.dead()) {
                link.flow = 0.0;
                continue;
            }
            link.flow = on_grid(
                static_cast<double>(link.volume)
                * static_cast<double>(decision.orders[firm][link.input]));
            link.volume *= decision.drift[firm][link.input];
        }
    });
}

} // namespace canopy
