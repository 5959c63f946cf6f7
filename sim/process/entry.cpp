#include "sim/process/entry.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/labour_output.hpp"

#include <algorithm>

namespace canopy {

namespace {

struct FinalSales {
    std::array<double, max_sectors> share{};
    std::array<double, max_sectors> sales{};

    FinalSales& operator+=(FinalSales const& other) {
        for (std::size_t sector = 0; sector < max_sectors; ++sector) {
            share[sector] += other.share[sector];
            sales[sector] += other.sales[sector];
        }
        return *this;
    }
};

/// Cause of the newcomers of a cell, by names and not by rows.
std::uint64_t
cell_cause(World const& now, FirmKind kind, SectorId sector, PlaceId place) {
    return combine(
        combine(
            hash_text(now.places[place].name),
            hash_text(now.sectors[sector.row()].code)),
        index_of(kind));
}

} // namespace

std::array<double, max_sectors> market_share_per_yuan(World const& now) {
    auto const& firms = now.firms;
    auto const total =
        sum_rows<FirmId>(firms.rows(), FinalSales{}, [&](FinalSales& sum, FirmId firm) {
            // This month's newcomers have a share but no sales yet.
            if (!firms.alive(firm) || firms.leader[firm] != 0
                || firms.birth[firm] == now.month.index()) {
                return;
            }
            auto const sector = firms.sector[firm].row();
            sum.share[sector] += firms.market_share[firm];
            sum.sales[sector] +=
                firms.final_demand[firm] * static_cast<double>(firms.price[firm]);
        });
    std::array<double, max_sectors> share{};
    for (std::size_t sector = 0; sector < max_sectors; ++sector)
        share[sector] =
            total.sales[sector] > 0.0 ? total.share[sector] / total.sales[sector] : 1.0;
    return share;
}

Fen sales_of(World const& world, FirmId firm, double months) {
    auto const& firms = world.firms;
    auto const output = output_per_worker(world, firm) * firms.workers[firm];
    return fen(months * output * static_cast<double>(firms.price[firm]));
}

void start_small(
    World& world,
    FirmId firm,
    double part,
    std::array<double, max_sectors> const& share_per_yuan) {
    auto& firms = world.firms;
    firms.expected_demand[firm] *= part;
    firms.market_share[firm] = share_per_yuan[firms.sector[firm].row()]
                               * firms.expected_demand[firm]
                               * static_cast<double>(firms.price[firm]);
}

void Entry::decide(World const& now, Decision& into) const {
    into.newborns.clear();
    into.share_per_yuan = market_share_per_yuan(now);
    auto const trend = pow(1.0 + params_.growth, std::max(0, now.month.index()) / 12.0);
    std::array<double, 2> opening{};
    for (auto const kind : {FirmKind::individual, FirmKind::company})
        for (std::size_t sector = 0; sector < now.sectors.size(); ++sector)
            for (std::size_t place = 0; place < now.n_zone_places(); ++place)
                opening[index_of(kind)] +=
                    now.opening.firms(kind, SectorId{sector}, PlaceId{place});

    for (auto const kind : {FirmKind::individual, FirmKind::company}) {
        auto const k = index_of(kind);
        auto const relative =
            now.around.firms_of_kind[k] / std::max(1.0, opening[k] * trend);
        for (std::size_t row = 0; row < now.sectors.size(); ++row) {
            SectorId const sector{row};
            for (std::size_t at = 0; at < now.n_zone_places(); ++at) {
                PlaceId const place{at};
                arrive(
                    now,
                    kind,
                    sector,
                    place,
                    {.stock = now.around.firms(kind, sector, place),
                     .opening_stock = now.opening.firms(kind, sector, place),
                     .trend = trend,
                     .relative_stock = relative,
                     .margin = now.around.margin[k][row],
                     .opening_margin = now.opening.margin[k][row],
                     .livability = now.places[place].livability,
                     .ease = now.places[place].ease},
                    into.newborns);
            }
        }
    }
}

void Entry::arrive(
    World const& now,
    FirmKind kind,
    SectorId sector,
    PlaceId place,
    rules::EntryPull const& pull,
    std::vector<Newborn>& newborns) const {
    auto const rate = kind == FirmKind::company ? params_.company : params_.individual;
    auto const mean = params_.monthly(rate, pull);
    if (mean <= 0.0) return;
    auto const cell = cell_cause(now, kind, sector, place);
    auto const count = poisson(mean, now.luck(cell, now.month, Purpose::entry_count));
    auto const month = static_cast<std::uint64_t>(now.month.index());
    for (int ordinal = 0; ordinal < count; ++ordinal) {
        auto const cause =
            combine(combine(cell, month), static_cast<std::uint64_t>(ordinal));
        Newborn newborn{
            .id = id_from(cause),
            .kind = kind,
            .sector = sector,
            .place = place,
            .birth = now.month.index()};
        draw_entrant(now, demography_, newborn);
        newborns.push_back(newborn);
    }
}

void Entry::apply(Decision const& decision, World& world) const {
    for (auto const& newborn : decision.newborns) {
        auto const firm = found_firm(world, newborn);
        start_small(world, firm, params_.first_demand, decision.share_per_yuan);
        auto const capital = sales_of(world, firm, params_.start_cash);
        endow(world, firm, Account::households, capital);
        record_entry(world, firm, EventKind::entry, capital);
    }
}

} // namespace canopy
