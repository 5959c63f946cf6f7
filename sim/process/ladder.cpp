#include "sim/process/ladder.hpp"

#include "sim/process/firm_event.hpp"
#include "sim/process/incorporation.hpp"
#include "sim/process/payments.hpp"
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

constexpr int least_certified_workers = 10;

double boost_of(World const& now, FirmId firm) {
    auto const& firms = now.firms;
    return 1.0
           + now.policy.ladder_boost(
               firms.kind[firm], firms.sector[firm], firms.place[firm]);
}

/// A bonus that a firm may claim for a step.
struct Bonus {
    FirmId firm;
    Fen claim = 0;
};

Bonus bonus_for(World const& world, FirmId firm, FirmKind kind, CellTable<double> const& offer) {
    return {firm, fen(offer(kind, world.firms.sector[firm], world.firms.place[firm]))};
}

/// Pays the month's bonuses, each the same share of its claim where money is short.
void pay_bonuses(World& world, std::vector<Bonus> const& bonuses) {
    Fen claimed = 0;
    for (auto const& bonus : bonuses)
        claimed += bonus.claim;
    auto const allowed = world.policy.allowed(LeverKind::ladder_service);
    for (auto const& [firm, claim] : bonuses) {
        auto const paid = paid_part(claim, claimed, allowed);
        if (paid == 0) continue;
        transfer(world, Flow::subsidies, Account::government, firm, paid);
        world.use.claim(LeverKind::ladder_service, 1.0, paid);
    }
}

} // namespace

bool Ladder::becomes_company(
    World const& now, FirmId firm, double sales, double u) const {
    auto const relative = sales / std::max(1.0, now.around.individual_revenue);
    auto const base = params_.conversion * boost_of(now, firm);
    if (u >= rules::conversion_bound(base, relative)) return false;
    return u < rules::conversion_hazard(
               base, relative, company_customers(now, firm));
}

bool Ladder::is_listed(World const& now, FirmId firm, double u) const {
    auto const busy =
        rules::listing_calendar[static_cast<std::size_t>(now.month.of_year() - 1)];
    return u < params_.listing * busy * boost_of(now, firm);
}

/// Rungs beyond: what a company has to show for the next one. Source: MODEL.md S9.
bool Ladder::climbs(World const& now, FirmId firm, double sales) const {
    auto const& firms = now.firms;
    double hazard = 0.0;
    switch (firms.rung[firm]) {
    case Rung::none:
        hazard = firms.workers[firm] >= least_certified_workers
                         && (firms.high_tech[firm] != 0
                             || firms.process_cost[firm] < 1.0F)
                     ? params_.certification
                     : 0.0;
        break;
    case Rung::high_tech:
        hazard = sales > params_.specialised_sales && firms.quality[firm] > 0.5F
                     ? params_.specialisation
                     : 0.0;
        break;
    case Rung::specialised:
        hazard = sales > params_.listed_sales && firms.margin_12m[firm] > 0.05F
                     ? params_.flotation
                     : 0.0;
        break;
    case Rung::listed:
        break;
    }
    return hazard > 0.0
           && now.luck(firms.id[firm], now.month, Purpose::rung)
                  < hazard / 12.0 * boost_of(now, firm);
}

/// A certified company pays the lower tax, a specialised one half a point less on its
/// loans, a listed one raises capital outside.
void Ladder::climb(World& world, FirmId firm) const {
    constexpr float points_less = 0.005F;
    auto& firms = world.firms;
    auto& rung = firms.rung[firm];
    rung = static_cast<Rung>(index_of(rung) + 1);
    ++world.counts.rungs_climbed[index_of(rung)];
    if (rung == Rung::high_tech) firms.high_tech[firm] = 1;
    if (rung == Rung::specialised)
        firms.interest_rate[firm] =
            std::max(0.02F, firms.interest_rate[firm] - points_less);
    if (rung == Rung::listed)
        transfer(
            world,
            Flow::founding_capital,
            Account::outside,
            firm,
            fen(params_.equity_raised * firms.revenue_12m(firm)));
}

void Ladder::open(World& world) const {
    auto& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (!firms.alive(firm) || firms.kind[firm] != FirmKind::company
            || firms.high_tech[firm] == 0
            || firms.workers[firm] < least_certified_workers) {
            continue;
        }
        auto const draws = world.luck.block(firms.id[firm], Month{0}, Purpose::rung);
        if (uniform(draws[0]) >= params_.certified_share) continue;
        auto const specialised =
            firms.revenue_12m(firm) > params_.specialised_sales
            && uniform(draws[1]) < params_.specialised_share;
        firms.rung[firm] = specialised ? Rung::specialised : Rung::high_tech;
    }
}

void Ladder::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    auto const may_climb = [&](FirmId firm) {
        return firms.alive(firm) && firms.leader[firm] == 0;
    };
    auto const look = [&](std::vector<Change>& found, FirmId firm, DrawBlock const& draws) {
        auto const u = uniform(draws[0]);
        auto const sales = firms.revenue_12m(firm);
        if (firms.kind[firm] == FirmKind::individual) {
            if (becomes_company(now, firm, sales, u))
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
        } else if (over && is_listed(now, firm, u)) {
            found.push_back({firm, Step::listed});
        }
        if (climbs(now, firm, sales)) found.push_back({firm, Step::climbs});
    };
    into.collect_drawn<FirmId>(
        now.luck, now.month, Purpose::ladder, firms.id.values(), may_climb, look);
}

void Ladder::apply(Decision const& decision, World& world) const {
    auto& firms = world.firms;
    std::vector<Bonus> bonuses;
    for (auto const& [firm, step] : decision.all()) {
        auto& months = firms.below_line_months[firm];
        switch (step) {
        case Step::becomes_company:
            incorporate(world, firm);
            ++world.counts.individual_to_company;
            record(world, firm, EventKind::individual_to_company);
            bonuses.push_back(bonus_for(
                world, firm, FirmKind::individual, world.policy.conversion_bonus));
            break;
        case Step::listed:
            firms.above_scale[firm] = 1;
            months = 0;
            ++world.counts.above_scale_new;
            record(world, firm, EventKind::above_scale);
            bonuses.push_back(
                bonus_for(world, firm, FirmKind::company, world.policy.listing_bonus));
            break;
        case Step::climbs:
            climb(world, firm);
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
    pay_bonuses(world, bonuses);
}

} // namespace canopy
