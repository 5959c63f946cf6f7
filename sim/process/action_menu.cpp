#include "sim/process/action_menu.hpp"

#include "sim/rules/action_value.hpp"

#include <algorithm>

namespace canopy {

namespace {

double term(World const& now, FirmId firm, CostTerm which) {
    return static_cast<double>(now.firms.unit_cost[firm][index_of(which)]);
}

bool is_company(World const& now, FirmId firm) {
    return now.firms.kind[firm] == FirmKind::company;
}

bool industry(World const& now, FirmId firm) {
    return now.sectors[now.firms.sector[firm].row()].industry;
}

} // namespace

Prospect ActionMenu::look(
    World const& now, FirmId firm, Action action, Standing const& standing) const {
    auto const once = action != Action::process_rd && action != Action::local_sourcing;
    if (once && now.firms.done(firm, action)) return {};
    switch (action) {
    case Action::process_rd:
        return research(now, firm, standing);
    case Action::local_sourcing:
        return sourcing(now, firm, standing);
    case Action::pooled_logistics:
        return pooling(now, firm, standing);
    case Action::shared_equipment:
        return equipment(now, firm, standing);
    case Action::standard_factory:
        return factory(now, firm, standing);
    case Action::energy_saving:
    case Action::green_power:
        return energy(now, firm, action, standing);
    case Action::digital:
        break; // has a hazard of its own
    }
    return {};
}

double
ActionMenu::research_success(World const& now, FirmId firm, double spending) const {
    auto const embedded =
        static_cast<double>(now.firms.kin_share[firm]) > prices_.kin_limit;
    return now.park_services.effect_of(ParkService::innovation, now.firms.place[firm])
           * rules::research_success(
        spending,
        now.sectors[now.firms.sector[firm].row()].wage,
        prices_.rd_slope,
        embedded ? 1.0 - prices_.kin_loss : 1.0);
}

Prospect
ActionMenu::research(World const& now, FirmId firm, Standing const& standing) const {
    if (!is_company(now, firm)) return {};
    auto const& firms = now.firms;
    auto const share = firms.high_tech[firm] != 0 ? prices_.rd_high_tech : prices_.rd;
    auto const spending = share * standing.sales;
    auto const sector = firms.sector[firm];
    auto const place = firms.place[firm];
    auto const voucher = now.policy.rd_voucher(FirmKind::company, sector, place);
    return {
        .open = true,
        .spending = spending,
        .subsidy = std::min(
            voucher * spending,
            now.policy.rd_voucher_limit(FirmKind::company, sector, place)),
        .gain = research_success(now, firm, spending) * prices_.rd_promise};
}

/// The outside link that would save most at the zone's mean price, freight included.
Prospect
ActionMenu::sourcing(World const& now, FirmId firm, Standing const& standing) const {
    auto const& firms = now.firms;
    auto const& recipe = now.technology.recipe(firms.kind[firm], firms.sector[firm]);
    auto const here = firms.place[firm];
    auto const& freight = now.places.freight[here.row()];
    auto const landed = [&](LinkedInput const& input, double price, PlaceId from) {
        return price
               * (1.0 + (input.freight ? rules_.freight * freight[from.row()] : 0.0));
    };
    double best = 0.0;
    std::uint32_t which = 0;
    std::uint32_t number = 0;
    for (auto const& link : now.links.of(firm)) {
        auto const at = number++;
        if (link.dead() || link.seller.in_zone()) continue;
        auto const& input = recipe.linked[link.input];
        if (now.directory.sellers(input.good).size() == 0) continue;
        auto const good = input.good.row();
        auto const saving =
            static_cast<double>(link.volume)
            * (landed(
                   input, now.outside.import_price[good], link.seller.outside_place())
               - landed(input, now.around.mean_price[good], here));
        if (saving > best) {
            best = saving;
            which = at;
        }
    }
    if (best <= 0.0) return {};
    return {
        .open = true,
        .spending = prices_.sourcing_fixed + prices_.sourcing_share * standing.sales,
        .gain = prices_.sourcing_moved * best
                / std::max(1.0, standing.demand * standing.unit_cost),
        .link = which};
}

Prospect
ActionMenu::pooling(World const& now, FirmId firm, Standing const& standing) const {
    auto const gain =
        now.around.pooling_gain[now.firms.place[firm].row()] + prices_.pooling_hope;
    return {
        .open = true,
        .spending = prices_.pooling_fixed,
        .gain = gain * term(now, firm, CostTerm::logistics) / standing.unit_cost};
}

Prospect
ActionMenu::equipment(World const& now, FirmId firm, Standing const& standing) const {
    if (!is_company(now, firm)) return {};
    if (!industry(now, firm) && now.firms.high_tech[firm] == 0) return {};
    auto const saved =
        rules_.equipment_services_saving * term(now, firm, CostTerm::services)
        + rules_.equipment_materials_saving * term(now, firm, CostTerm::materials);
    return {
        .open = true,
        .spending = prices_.equipment_fixed + prices_.equipment_share * standing.sales,
        .gain = saved / standing.unit_cost};
}

Prospect
ActionMenu::factory(World const& now, FirmId firm, Standing const& standing) const {
    auto const& firms = now.firms;
    if (!is_company(now, firm) || !industry(now, firm)
        || firms.space_kind[firm] == SpaceKind::standard_factory) {
        return {};
    }
    return {
        .open = true,
        .spending = prices_.factory_per_m2 * static_cast<double>(firms.space[firm]),
        .gain = rules_.standard_factory_saving * term(now, firm, CostTerm::land)
                / standing.unit_cost};
}

Prospect ActionMenu::energy(
    World const& now, FirmId firm, Action action, Standing const& standing) const {
    auto const& firms = now.firms;
    auto const green = action == Action::green_power;
    auto const saved = (green ? rules_.green_saving : rules_.saving_of_energy)
                       * term(now, firm, CostTerm::energy);
    // Roofs and machines differ: the same firm has the same luck with its site for
    // ever.
    auto const site = prices_.site_low
                      + prices_.site_range
                            * now.luck(
                                firms.id[firm],
                                Month{0},
                                Purpose::adopt,
                                static_cast<std::uint32_t>(index_of(action)));
    auto const payback = green ? prices_.green_payback : prices_.saving_payback;
    auto const spending = site * payback * 12.0 * saved * standing.demand;
    auto const offered = green ? now.policy.green_subsidy(
                             firms.kind[firm], firms.sector[firm], firms.place[firm])
                               : 0.0;
    return {
        .open = true,
        .spending = spending,
        .subsidy = offered * spending,
        .gain = saved / standing.unit_cost};
}

CostTerm term_moved(World const& now, FirmId firm, Action action) {
    switch (action) {
    case Action::local_sourcing:
        return CostTerm::materials;
    case Action::pooled_logistics:
        return CostTerm::logistics;
    case Action::shared_equipment:
        return CostTerm::services;
    case Action::standard_factory:
        return CostTerm::land;
    case Action::energy_saving:
    case Action::green_power:
        return CostTerm::energy;
    case Action::digital:
        return CostTerm::labour;
    case Action::process_rd:
        break;
    }
    auto const& terms = now.firms.unit_cost[firm];
    return static_cast<CostTerm>(
        std::max_element(terms.begin(), terms.end()) - terms.begin());
}

} // namespace canopy
