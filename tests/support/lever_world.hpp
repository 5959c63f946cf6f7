#pragma once

#include "sim/world/reach.hpp"

#include <cstring>
#include <memory>

namespace canopy::test {

inline constexpr SectorId vehicles{0};
inline constexpr SectorId metals{1};
inline constexpr SectorId shops{2};
inline constexpr PlaceId hexi{0};
inline constexpr PlaceId tianxin{1};
inline constexpr auto company = FirmKind::company;
inline constexpr auto individual = FirmKind::individual;

/// A zone without firms' rows: two places, three sectors (shops are no industry) and
/// 1,000 firms by count: in Hexi 100 companies of each sector and 300 individual shops,
/// in Tianxin 100 companies of each sector and 100 individual shops; 5,000 people live in
/// one community of Hexi.
inline std::unique_ptr<World> lever_world(Month month = Month{13}) {
    auto world = std::make_unique<World>();
    world->month = month;
    for (auto const* code : {"AUTO", "METAL", "TRADE"}) {
        Sector sector;
        sector.code = code;
        sector.industry = sector.code != "TRADE";
        world->sectors.push_back(sector);
    }
    world->clusters.push_back({"new_materials", "新材料", {metals}});
    for (auto const* name : {"hexi", "tianxin", "changsha"}) {
        Place place;
        place.name = name;
        world->places.rows.push_back(place);
    }
    world->places.rows.back().ring = Ring::province;
    world->set_zone_places(2);
    for (auto const place : {hexi, tianxin})
        for (auto const sector : {vehicles, metals, shops})
            world->around.firms(company, sector, place) = 100.0;
    world->around.firms(individual, shops, hexi) = 300.0;
    world->around.firms(individual, shops, tianxin) = 100.0;
    world->around.firms_in[hexi.row()] = 600.0;
    world->around.firms_in[tianxin.row()] = 400.0;
    Community community;
    community.place = hexi;
    community.in_district = true;
    community.people[index_of(AgeBand::young)] = 5000.0;
    community.capacity.fill(100.0);
    world->communities.rows.push_back(community);
    world->communities.n_district = 1;
    return world;
}

/// Full strength everywhere.
inline Reach everywhere(World const& world, double strength = 1.0) {
    Reach reach;
    reach.strength = strength;
    for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
        reach.in_place[place] = strength;
        for (std::size_t sector = 0; sector < world.sectors.size(); ++sector)
            for (auto const kind : {individual, company})
                reach.share(kind, SectorId{sector}, PlaceId{place}) = strength;
    }
    return reach;
}

/// Equal to the last bit.
inline bool same(PolicyBook const& left, PolicyBook const& right) {
    return std::memcmp(&left, &right, sizeof(PolicyBook)) == 0;
}

inline bool empty(PolicyBook const& book) {
    return same(book, PolicyBook{});
}

} // namespace canopy::test
