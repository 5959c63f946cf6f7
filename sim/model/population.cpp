#include "sim/model/population.hpp"

#include "sim/base/hash.hpp"

#include <algorithm>
#include <cmath>

namespace canopy {

namespace {

constexpr std::uint64_t leader_cause = 0x1ead;
constexpr std::uint64_t opening_cause = 0x0b0b;
constexpr int leader_age = 200; ///< [months]

/// Index of the first share whose running sum exceeds u · total.
template<class Weight>
std::size_t draw_weighted(std::size_t count, double u, Weight const& weight) {
    double total = 0.0;
    for (std::size_t at = 0; at < count; ++at)
        total += weight(at);
    auto left = u * total;
    std::size_t last = 0;
    for (std::size_t at = 0; at < count; ++at) {
        if (weight(at) <= 0.0) continue;
        last = at;
        left -= weight(at);
        if (left < 0.0) break;
    }
    return last;
}

/// Age in months: shares of young, middle and old firms, uniform within the first two.
int draw_age(PopulationParams const& counts, double u, double within) {
    auto const& shares = counts.age_shares;
    auto const young = shares.at(0);
    auto const middle = shares.at(0) + shares.at(1);
    auto const years = u < young    ? 5.0 * within
                       : u < middle ? 5.0 + 5.0 * within
                                    : 10.0 + 15.0 * within * within;
    return static_cast<int>(12.0 * years);
}

/// Firms of one territory to be drawn: how many, of which kind, at which of its places.
struct Territory {
    std::uint64_t cause;
    int count;
    double individual_share;
    std::vector<PlaceId> places;
};

Newborn draw_firm(
    World const& world,
    PopulationParams const& counts,
    Demography const& demography,
    Territory const& territory,
    int number) {
    Newborn firm;
    firm.id = id_from(combine(territory.cause, static_cast<std::uint64_t>(number)));
    auto const first = world.luck.block(firm.id, Month{0}, Purpose::opening_kind);
    auto const second = world.luck.block(firm.id, Month{0}, Purpose::opening_age);
    // The number of individual businesses is exact, not drawn: month 0 equals the
    // count.
    auto const individuals =
        static_cast<int>(territory.count * territory.individual_share + 0.5);
    firm.kind = number < individuals ? FirmKind::individual : FirmKind::company;
    auto const place_weight = [&](std::size_t sector) {
        double weight = 0.0;
        for (auto const place : territory.places)
            weight += world.sectors[sector].opening_places[place.row()];
        return weight;
    };
    auto const sector =
        draw_weighted(world.sectors.size(), uniform(first[1]), [&](std::size_t at) {
            auto const& candidate = world.sectors[at];
            return (firm.kind == FirmKind::individual ? candidate.individual_share
                                                      : candidate.company_share)
                   * (territory.places.size() > 1 ? 1.0 : place_weight(at));
        });
    firm.sector = SectorId{sector};
    firm.place = territory.places[draw_weighted(
        territory.places.size(), uniform(first[2]), [&](std::size_t at) {
            return world.sectors[sector].opening_places[territory.places[at].row()];
        })];
    firm.birth = -draw_age(counts, uniform(second[0]), uniform(second[1]));
    draw_opening(world, demography, firm);
    return firm;
}

/// Factor on companies' headcounts that gives the district its jobs, by bisection.
double
company_factor(World const& world, std::vector<Newborn> const& firms, double jobs) {
    auto const jobs_at = [&](double factor) {
        double sum = 0.0;
        for (auto const& firm : firms) {
            if (!world.places[firm.place].in_district) continue;
            sum += firm.kind == FirmKind::individual
                       ? firm.workers
                       : std::max(1.0, std::floor(firm.workers * factor + 0.5));
        }
        return sum;
    };
    double low = 0.05;
    double high = 20.0;
    for (int step = 0; step < 60; ++step) {
        auto const middle = 0.5 * (low + high);
        (jobs_at(middle) < jobs ? low : high) = middle;
    }
    return high;
}

/// Jobs by sector and place, their mean over the zone's places, which agglomeration is
/// measured against, and the agglomeration that follows.
void set_densities(
    World& world, std::vector<Newborn> const& firms, LookAround const& surroundings) {
    auto const places = static_cast<double>(world.n_zone_places());
    auto& around = world.around;
    auto const add = [&](SectorId sector, PlaceId place, int workers) {
        around.workers[sector.row()][place.row()] += workers;
        around.workers_in[place.row()] += workers;
        world.opening.mean_workers[sector.row()] += workers / places;
        world.opening.mean_workers_all += workers / places;
    };
    for (auto const& leader : world.leaders)
        add(leader.sector, leader.place, leader.workers);
    for (auto const& firm : firms)
        add(firm.sector, firm.place, firm.workers);
    surroundings.set_agglomeration(world, around);
}

void found_leaders(World& world) {
    for (std::size_t at = 0; at < world.leaders.size(); ++at) {
        auto const& leader = world.leaders[at];
        Newborn newborn;
        newborn.id = id_from(combine(leader_cause, at));
        newborn.kind = FirmKind::company;
        newborn.sector = leader.sector;
        newborn.place = leader.place;
        newborn.workers = std::max(1, leader.workers);
        newborn.productivity = 1.0;
        newborn.productivity = leader.revenue / 12.0 / normal_capacity(world, newborn);
        newborn.quality = 0.7;
        newborn.birth = -leader_age;
        auto const firm = found_firm(world, newborn);
        world.firms.leader[firm] = static_cast<std::uint8_t>(at + 1);
        world.firms.above_scale[firm] = 1;
        world.firms.owner[firm] = Owner::state;
        world.firms.market_share[firm] = leader.revenue / 12.0;
    }
}

} // namespace

void populate(
    World& world,
    PopulationParams const& counts,
    Demography const& demography,
    LookAround const& surroundings) {
    auto const scaled = [&](int count) {
        return static_cast<int>(std::floor(count * world.scale + 0.5));
    };
    std::vector<PlaceId> district;
    for (std::size_t place = 0; place < world.n_zone_places(); ++place)
        if (world.places[PlaceId{place}].in_district)
            district.push_back(PlaceId{place});
    std::vector<Territory> territories{
        {opening_cause,
         scaled(counts.district_entities),
         counts.individual_share,
         district}};
    for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
        auto const& name = world.places[PlaceId{place}].name;
        auto const companies = name == "tianxin"       ? counts.tianxin_companies
                               : name == "dongjiaduan" ? counts.dongjiaduan_companies
                                                       : 0;
        if (companies > 0) {
            territories.push_back(
                {opening_cause + 1 + place, scaled(companies), 0.0, {PlaceId{place}}});
        }
    }
    std::vector<Newborn> firms;
    for (auto const& territory : territories)
        for (int number = 0; number < territory.count; ++number)
            firms.push_back(draw_firm(world, counts, demography, territory, number));

    double leaders_jobs = 0.0;
    for (auto const& leader : world.leaders)
        if (world.places[leader.place].in_district) leaders_jobs += leader.workers;
    auto const factor =
        company_factor(world, firms, scaled(counts.district_jobs) - leaders_jobs);
    for (auto& firm : firms)
        if (firm.kind == FirmKind::company) {
            firm.workers =
                std::max(1, static_cast<int>(std::floor(firm.workers * factor + 0.5)));
        }
    set_densities(world, firms, surroundings);
    world.directory.reset(world.sectors.size(), world.places.size(), firms.size());
    found_leaders(world);
    for (auto const& firm : firms)
        found_firm(world, firm);
}

} // namespace canopy
