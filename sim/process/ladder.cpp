#include "sim/process/ladder.hpp"

#include "sim/process/firm_event.hpp"
#include "sim/process/incorporation.hpp"
#include "sim/rules/ladder_hazard.hpp"

#include <algorithm>
#include <limits>

namespace canopy {

namespace {

/// Companies among the zone's customers of a firm, 0 if it has none.
double company_customers(World const& now, FirmId firm) {
    double customers = 0.0;
    double companies = 0.0;
    for (auto const position : now.links.sold_by(firm)) {
        if (now.links[position].dead()) continue;
        customers += 1.0;
        if (now.firms.kind[now.links.buyer(position)] == FirmKind::company)
            companies += 1.0;
    }
    return customers > 0.0 ? companies / customers : 0.0;
}

void record(World& world, FirmId firm, EventKind kind) {
    auto event = firm_event(world, firm, kind);
    event.amount = fen(world.firms.revenue_12m(firm));
    world.events.push_back(event);
}

} // namespace

bool Ladder::becomes_company(World const& now, FirmId firm, double sales) const {
    auto const relative = sales / std::max(1.0, now.around.individual_revenue);
    auto const u = now.luck(now.firms.id[firm], now.month, Purpose::ladder);
    if (u >= rules::conversion_bound(params_.conversion, relative)) return false;
    return u < rules::conversion_hazard(
               params_.conversion, relative, company_customers(now, firm));
}

bool Ladder::is_listed(World const& now, FirmId firm) const {
    auto const busy =
        rules::listing_calendar[static_cast<std::size_t>(now.month.of_year() - 1)];
    return now.luck(now.firms.id[firm], now.month, Purpose::ladder)
           < params_.listing * busy;
}

void Ladder::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    into.collect<FirmId>(firms.rows(), [&](std::vector<Change>& found, FirmId firm) {
        if (!firms.alive(firm) || firms.leader[firm] != 0) return;
        auto const sales = firms.revenue_12m(firm);
        if (firms.kind[firm] == FirmKind::individual) {
            if (becomes_company(now, firm, sales))
                found.push_back({firm, Step::becomes_company});
            return;
        }
        auto const line = now.sectors[firms.sector[firm].row()].above_scale_line;
        auto const over = line > 0.0 && sales > line;
        if (firms.above_scale[firm] != 0) {
            if (!over)
                found.push_back({firm, Step::below_line});
            else if (firms.below_line_months[firm] != 0)
                found.push_back({firm, Step::above_line});
        } else if (over && is_listed(now, firm)) {
            found.push_back({firm, Step::listed});
        }
    });
}

void Ladder::apply(Decision const& decision, World& world) const {
    auto& firms = world.firms;
    for (auto const& [firm, step] : decision.all()) {
        auto& months = firms.below_line_months[firm];
        switch (step) {
        case Step::becomes_company:
            incorporate(world, firm);
            ++world.counts.individual_to_company;
            record(world, firm, EventKind::individual_to_company);
            break;
        case Step::listed:
            firms.above_scale[firm] = 1;
            months = 0;
            ++world.counts.above_scale_new;
            record(world, firm, EventKind::above_scale);
            break;
        case Step::below_line:
            if (months < std::numeric_limits<std::uint8_t>::max()) ++months;
            if (static_cast<double>(months) > params_.patience) {
                firms.above_scale[firm] = 0;
                months = 0;
            }
            break;
        case Step::above_line:
            months = 0;
            break;
        }
    }
}

} // namespace canopy
