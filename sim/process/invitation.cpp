#include "sim/process/invitation.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/entry.hpp"
#include "sim/process/founding.hpp"
#include "sim/rules/nested_logit.hpp"

#include <algorithm>
#include <cmath>

namespace canopy {

namespace {

/// Sectors of the zone's clusters by the people who work in them: whom the zone invites.
std::array<double, max_sectors> sector_weights(World const& now) {
    std::array<double, max_sectors> weight{};
    double sum = 0.0;
    for (auto const& cluster : now.clusters)
        for (auto const sector : cluster.sectors) {
            if (!now.sectors[sector.row()].industry) continue;
            weight[sector.row()] = 1.0 + now.opening.mean_workers[sector.row()];
        }
    for (auto const one : weight)
        sum += one;
    for (auto& one : weight)
        one = sum > 0.0 ? one / sum : 0.0;
    return weight;
}

std::array<double, 7> parts_at(
    InvestorViews const& views,
    rules::InvestorTaste const& taste,
    SectorId sector,
    PlaceId place) {
    return taste.parts(views.of(sector, place));
}

double sum_of_parts(std::array<double, 7> const& parts) {
    double sum = 0.0;
    for (auto const part : parts)
        sum += part;
    return sum;
}

} // namespace

void Invitation::decide(World const& now, Decision& into) const {
    into.contacts.clear();
    into.views.look(
        now,
        costs_,
        {.local_supply_added = params_.local_supply_added,
         .freight_factor = params_.freight_factor,
         .land_factor = params_.land_factor,
         .rival_supply = params_.rival_supply});
    into.share_per_yuan = market_share_per_yuan(now);
    auto const weights = sector_weights(now);
    auto const monthly =
        params_.contacts / 12.0 * now.scale * (1.0 + now.policy.invitation_effort);
    for (std::size_t row = 0; row < now.sectors.size(); ++row)
        if (weights[row] > 0.0)
            contact(now, SectorId{row}, monthly * weights[row], into);
}

void Invitation::contact(
    World const& now, SectorId sector, double mean, Decision& into) const {
    auto const cause =
        combine(hash_text(now.sectors[sector.row()].code), hash_text("invited"));
    auto const count = poisson(mean, now.luck(cause, now.month, Purpose::invitation));
    for (int ordinal = 0; ordinal < count; ++ordinal) {
        auto const month = static_cast<std::uint64_t>(now.month.index());
        Contact found{
            .id = id_from(
                combine(combine(cause, month), static_cast<std::uint64_t>(ordinal))),
            .sector = sector,
            .chosen = {}};
        auto const u = now.luck(found.id, Month{0}, Purpose::invitation);
        found.workers = static_cast<int>(std::clamp(
            params_.median_workers * exp(params_.worker_spread * normal(u)),
            5.0,
            params_.most_workers));
        choose(now, into.views, found);
        into.contacts.push_back(found);
    }
}

void Invitation::choose(
    World const& now, InvestorViews const& views, Contact& contact) const {
    double best_zone = -1e300;
    double best = -1e300;
    PlaceId best_park;
    for (std::size_t row = 0; row < now.places.size(); ++row) {
        PlaceId const place{row};
        auto const zone = now.in_zone(place);
        if (zone && !now.places[place].park) continue;
        auto const value =
            sum_of_parts(parts_at(views, params_, contact.sector, place))
            + (zone ? params_.home : 0.0)
            + gumbel(now.luck(
                contact.id,
                now.month,
                Purpose::invitation,
                static_cast<std::uint32_t>(hash_text(now.places[place].name))));
        if (zone && value > best_zone) {
            best_zone = value;
            best_park = place;
        }
        if (value > best) {
            best = value;
            contact.chosen = place;
        }
    }
    if (now.in_zone(contact.chosen) || !best_park.valid()) return;
    auto const reason = rules::largest_gap(
        parts_at(views, params_, contact.sector, contact.chosen),
        parts_at(views, params_, contact.sector, best_park));
    contact.reason = static_cast<InvitationReason>(reason);
}

LandSale Invitation::land_of(World const& world, Contact const& contact) const {
    auto const& sector = world.sectors[contact.sector.row()];
    return {
        .kind = FirmKind::company,
        .sector = contact.sector,
        .place = contact.chosen,
        .area = contact.workers * sector.space_per_worker * land_per_space_};
}

InvitedProject
Invitation::project_of(World const& world, Contact const& contact) const {
    auto const u = world.luck(contact.id, Month{1}, Purpose::invitation);
    return {
        .id = contact.id,
        .sector = contact.sector,
        .place = contact.chosen,
        .workers = contact.workers,
        .opens = world.month.index() + params_.least_build_months
                 + static_cast<int>(u * params_.build_months_range)};
}

/// An investor buys land of the developer and begins to build.
void Invitation::sign(World& world, Contact const& contact, Fen foregone) const {
    auto const due = sell_land(world, land_of(world, contact), foregone);
    world.ledger.pay(Flow::land_sales, Account::outside, due);
    world.invited.push_back(project_of(world, contact));
    ++world.counts.invited_signed;
}

void Invitation::open(World& world) const {
    auto const opening = world.month;
    Decision past;
    for (int before = params_.least_build_months + params_.build_months_range;
         before > 0;
         --before) {
        world.month = Month{opening.index() - before};
        decide(world, past);
        for (auto const& contact : past.contacts) {
            if (!world.in_zone(contact.chosen)) continue;
            auto const project = project_of(world, contact);
            if (project.opens > opening.index()) world.invited.push_back(project);
        }
    }
    world.month = opening;
}

void Invitation::found(
    World& world,
    InvitedProject const& project,
    std::array<double, max_sectors> const& share_per_yuan) const {
    Newborn newborn{
        .id = project.id,
        .kind = FirmKind::company,
        .sector = project.sector,
        .place = project.place,
        .birth = world.month.index()};
    draw_entrant(world, demography_, newborn);
    newborn.workers = project.workers;
    newborn.productivity = params_.productivity;
    auto const firm = found_firm(world, newborn);
    auto& firms = world.firms;
    firms.owner[firm] = Owner::outside;
    firms.space_kind[firm] = SpaceKind::own_land;
    // Its plant stands on land of its own: the park has that much more space.
    world.places[project.place].space += static_cast<double>(firms.space[firm]);
    start_small(world, firm, params_.first_demand, share_per_yuan);
    auto const capital = sales_of(world, firm, params_.start_cash);
    endow(world, firm, Account::outside, capital);
    auto const sales =
        firms.expected_demand[firm] * static_cast<double>(firms.price[firm]);
    auto const grown = pow(1.0 + demand_growth_, world.month.index() / 12.0);
    auto const orders = params_.own_orders * sales / grown;
    world.outside.demand[project.sector.row()] += orders;
    world.brought_orders.push_back({project.id, firm, project.sector, orders});
    ++world.counts.invited_opened;
    world.counts.invited_jobs += project.workers;
    record_entry(world, firm, EventKind::invited, capital);
}

/// What a closed or moved enterprise had brought along is ordered elsewhere.
void Invitation::withdraw_orders(World& world) {
    std::erase_if(world.brought_orders, [&](BroughtOrders const& brought) {
        auto const stays = world.firms.alive(brought.firm)
                           && world.firms.id[brought.firm] == brought.id;
        if (!stays) world.outside.demand[brought.sector.row()] -= brought.orders;
        return !stays;
    });
}

void Invitation::apply(Decision const& decision, World& world) const {
    world.counts.invited_contacts +=
        static_cast<MonthCounts::Count>(decision.contacts.size());
    Fen claimed = 0;
    for (auto const& contact : decision.contacts)
        if (world.in_zone(contact.chosen))
            claimed += land_claim(world, land_of(world, contact));
    auto const allowed = land_money(world);
    for (auto const& contact : decision.contacts) {
        if (world.in_zone(contact.chosen)) {
            auto const claim = land_claim(world, land_of(world, contact));
            sign(world, contact, paid_part(claim, claimed, allowed));
        } else {
            ++world.counts.invited_lost[static_cast<std::size_t>(contact.reason)];
        }
    }
    withdraw_orders(world);
    for (auto const& project : world.invited)
        if (project.opens <= world.month.index())
            found(world, project, decision.share_per_yuan);
    std::erase_if(world.invited, [&](InvitedProject const& project) {
        return project.opens <= world.month.index();
    });
}

} // namespace canopy
