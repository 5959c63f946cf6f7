#include "sim/process/site_choice.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/rules/move_hazard.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr double least_sector_jobs = 50.0;
constexpr std::array<double, 3> nest_scale{0.5, 0.6, 0.7}; // zone, metro, coast

std::size_t nest_of(Ring ring) {
    if (ring == Ring::zone) return 0;
    return ring == Ring::beyond ? 2 : 1;
}

double trade_kept(std::size_t nest, double tie, TradeLost const& lost) {
    if (nest == 0) return 1.0;
    return 1.0 - tie * (nest == 1 ? lost.metro : lost.coast);
}

} // namespace

void PlaceViews::look(World const& now) {
    auto const least = least_sector_jobs * now.scale;
    for (std::size_t row = 0; row < now.places.size(); ++row) {
        auto const& place = now.places[PlaceId{row}];
        name[row] = static_cast<std::uint32_t>(hash_text(place.name));
        log_market_access[row] = log(place.market_access);
        for (std::size_t sector = 0; sector < now.sectors.size(); ++sector) {
            auto const mean = std::max(least, now.opening.mean_workers[sector]);
            // Outside places are as large as the zone's mean times their market.
            auto const jobs = now.in_zone(PlaceId{row})
                                  ? std::max(least, now.around.workers[sector][row])
                                  : mean * place.market_access;
            log_sector_jobs[sector][row] = log(jobs / mean);
        }
    }
}

double local_tie(World const& now, FirmId firm) {
    auto const& firms = now.firms;
    auto const bought = static_cast<double>(firms.local_share[firm]);
    if (now.sectors[firms.sector[firm].row()].market == Market::local) return 1.0;
    double sold = 0.0;
    for (auto const position : now.links.sold_by(firm))
        if (auto const& link = now.links[position]; !link.dead())
            sold += static_cast<double>(link.volume);
    return std::min(1.0, bought + sold / std::max(1.0, firms.expected_demand[firm]));
}

Sites sites_of(
    World const& now,
    FirmId firm,
    std::array<double, max_places> const& unit_cost,
    PlaceViews const& views,
    rules::SiteTaste const& taste,
    TradeLost const& lost) {
    auto const& firms = now.firms;
    auto const here = firms.place[firm];
    auto const margin = static_cast<double>(firms.margin_12m[firm]);
    auto const tie = local_tie(now, firm);
    Sites sites{};
    for (std::size_t row = 0; row < now.places.size(); ++row) {
        PlaceId const there{row};
        auto const& place = now.places[there];
        auto const nest = nest_of(place.ring);
        auto const gain = rules::relocation_gain(
            unit_cost[here.row()],
            unit_cost[row],
            static_cast<double>(firms.price[firm]),
            margin);
        sites[row] = {
            .value = taste.value(
                {.gain = there == here ? 0.0 : gain,
                 .log_market_access = views.log_market_access[row],
                 .log_sector_jobs =
                     views.log_sector_jobs[firms.sector[firm].row()][row],
                 .trade_kept = trade_kept(nest, tie, lost),
                 .livability = place.livability,
                 .service = place.service,
                 .log_distance = now.places.log_distance[here.row()][row],
                 .margin = margin,
                 .here = there == here,
                 .outside_zone = nest != 0,
                 .beyond_province = nest == 2}),
            .nest = nest};
    }
    return sites;
}

PlaceId
choose_site(World const& now, FirmId firm, Sites sites, PlaceViews const& views) {
    auto const id = now.firms.id[firm];
    for (std::size_t row = 0; row < now.places.size(); ++row)
        sites[row].luck =
            gumbel(now.luck(id, now.month, Purpose::destination, views.name[row]));
    std::array<double, 3> nest_luck{};
    auto const draws = now.luck.block(id, now.month, Purpose::destination);
    for (std::size_t nest = 0; nest < nest_luck.size(); ++nest)
        nest_luck[nest] = gumbel(uniform(draws[nest]));
    return PlaceId{rules::choose_nested<3>(
        std::span{sites}.first(now.places.size()), nest_scale, nest_luck)};
}

double chance_of_leaving(World const& now, Sites const& sites) {
    auto const worths = rules::nest_worths<3>(
        std::span{sites}.first(now.places.size()), nest_scale);
    return 1.0 - rules::chance_of_nest(worths, nest_of(Ring::zone));
}

} // namespace canopy
