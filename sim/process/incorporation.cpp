#include "sim/process/incorporation.hpp"

#include "sim/process/payments.hpp"
#include "sim/rules/lending_rate.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace canopy {

namespace {

std::optional<std::size_t> place_in(Recipe const& recipe, SectorId good) {
    auto const found = std::find_if(
        recipe.linked.begin(), recipe.linked.end(), [&](LinkedInput const& input) {
            return input.good == good;
        });
    if (found == recipe.linked.end()) return std::nullopt;
    return static_cast<std::size_t>(std::distance(recipe.linked.begin(), found));
}

void move_links(World& world, FirmId firm, Recipe const& from, Recipe const& to) {
    for (auto& link : world.links.of(firm)) {
        if (link.settled()) continue;
        if (auto const place = place_in(to, from.linked[link.input].good)) {
            link.input = static_cast<std::uint8_t>(*place);
        } else {
            settle(world, firm, link, link.owed);
            end_link(world, link);
        }
    }
}

void move_stocks(World& world, FirmId firm, Recipe const& from, Recipe const& to) {
    auto const old_stock = world.firms.input_stock[firm];
    std::array<double, max_inputs> stock{};
    for (std::size_t input = 0; input < from.linked.size(); ++input) {
        if (auto const place = place_in(to, from.linked[input].good)) {
            stock[*place] = old_stock[input];
        } else {
            world.counts.inputs_scrapped += old_stock[input];
        }
    }
    world.firms.input_stock[firm] = stock;
}

} // namespace

void incorporate(World& world, FirmId firm) {
    auto& firms = world.firms;
    auto const sector = firms.sector[firm];
    auto const& from = world.technology.recipe(FirmKind::individual, sector);
    auto const& to = world.technology.recipe(FirmKind::company, sector);
    move_links(world, firm, from, to);
    move_stocks(world, firm, from, to);
    firms.kind[firm] = FirmKind::company;
    firms.markup[firm] = 0.5F * (firms.markup[firm] + static_cast<float>(to.markup));
    firms.interest_rate[firm] =
        static_cast<float>(rules::company_rate(firms.workers[firm]));
}

} // namespace canopy
