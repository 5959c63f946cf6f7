#include "sim/process/pricing.hpp"

#include "sim/base/many_draws.hpp"
#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"

#include <algorithm>

namespace canopy {

void Pricing::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    into.unit_cost.resize(firms.rows());
    into.price.resize(firms.rows());
    into.markup.resize(firms.rows());
    auto const reprice = [&](FirmId firm, DrawBlock const& draws) {
        into.price[firm] = firms.price[firm];
        into.markup[firm] = firms.markup[firm];
        into.unit_cost[firm] = {};
        if (!firms.alive(firm)) return;
        auto const terms = unit_cost_at(now, firm, firms.place[firm], costs_);
        double cost = 0.0;
        for (std::size_t term = 0; term < n_terms; ++term) {
            into.unit_cost[firm][term] = static_cast<float>(terms[term]);
            cost += terms[term];
        }
        auto const markup = new_markup(now, firm);
        into.markup[firm] = static_cast<float>(markup);
        if (uniform(draws[0]) >= params_.reprice) return;
        auto const sector = firms.sector[firm].row();
        auto const log_market = now.sectors[sector].market == Market::outside
                                    ? now.outside.log_import_price[sector]
                                    : now.around.log_mean_price[sector];
        auto const wanted =
            exp(params_.pass_through * log((1.0 + markup) * cost)
                + (1.0 - params_.pass_through) * log_market);
        into.price[firm] = static_cast<float>(std::clamp(wanted, 0.2, 5.0));
    };
    for_each_drawn<FirmId>(
        now.luck, now.month, Purpose::reprice, firms.id.values(), reprice);
}

double Pricing::new_markup(World const& now, FirmId firm) const {
    auto const& firms = now.firms;
    auto const markup = static_cast<double>(firms.markup[firm]);
    if (now.month.of_year() % 3 != 0 || firms.leader[firm] != 0) return markup;
    auto const before = static_cast<double>(firms.orders_at_markup[firm]);
    if (before <= 0.0) return markup;
    auto const growth = std::clamp(
        firms.orders[firm] / before - 1.0, -params_.markup_bound, params_.markup_bound);
    return std::clamp(markup * (1.0 + params_.markup_response * growth), 0.0, 1.5);
}

void Pricing::apply(Decision& decision, World& world) const {
    auto& firms = world.firms;
    firms.unit_cost.swap(decision.unit_cost);
    firms.price.swap(decision.price);
    firms.markup.swap(decision.markup);
    if (world.month.of_year() % 3 != 0) return;
    for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
        firms.orders_at_markup[firm] = static_cast<float>(firms.orders[firm]);
    });
}

} // namespace canopy
