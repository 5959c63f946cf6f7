#pragma once

#include "sim/world/world.hpp"

#include <cstdint>

namespace canopy::tests {

inline constexpr SectorId parts{0};
inline constexpr SectorId trade{1};
inline constexpr PlaceId park{0};     ///< in the zone and the district
inline constexpr PlaceId far_park{1}; ///< in the zone, not in the district
inline constexpr PlaceId coast{2};    ///< outside

/// Two sectors, two parks and one place outside; no enterprise yet. Making parts takes
/// .2 of parts, trading takes .5 of parts.
inline World empty_world() {
    World world;
    world.month = Month{4};
    world.sectors.resize(2);
    for (auto const sector : {parts, trade}) {
        auto& row = world.sectors[sector.row()];
        row.code = sector == parts ? "PARTS" : "TRADE";
        row.name_zh = sector == parts ? "零件" : "贸易";
        row.linked = true;
        row.output_per_worker = 120'000.0;
        row.skill_mix = {0.5, 0.3, 0.2};
    }
    world.clusters = {{"makers", "制造", {parts}}};
    world.places.rows.resize(3);
    world.places.rows[0] = {
        .name = "park", .name_zh = "园区", .in_zone = true, .in_district = true};
    world.places.rows[1] = {.name = "far_park", .name_zh = "远园区", .in_zone = true};
    world.places.rows[2] = {.name = "coast", .name_zh = "沿海"};
    world.set_zone_places(2);
    world.communities.rows.resize(2);
    world.communities.rows[0].name = "home";
    world.communities.rows[0].name_zh = "本区社区";
    world.communities.rows[0].place = park;
    world.communities.rows[0].in_district = true;
    world.communities.rows[1].name = "side";
    world.communities.rows[1].name_zh = "周边";
    world.communities.rows[1].place = coast;
    world.communities.n_district = 1;
    world.technology.coefficients = Eigen::MatrixXd{{0.2, 0.5}, {0.0, 0.0}};
    world.technology.depreciation = Eigen::VectorXd::Constant(2, 0.04);
    make_recipes(world.technology, world.sectors);
    world.directory.reset(2, 3, 16);
    return world;
}

/// A living company with three people, price 1 and nothing else.
inline FirmId add_firm(
    World& world, std::uint64_t id, SectorId sector = parts, PlaceId place = park) {
    auto& firms = world.firms;
    auto const firm = firms.add();
    firms.id[firm] = id;
    firms.kind[firm] = FirmKind::company;
    firms.sector[firm] = sector;
    firms.place[firm] = place;
    firms.workers[firm] = 3;
    firms.price[firm] = 1.0F;
    return firm;
}

/// A link of the first linked good of the buyer.
inline NewLink link_between(FirmId buyer, Seller seller, Tier tier = Tier::stranger) {
    Link link;
    link.seller = seller;
    link.tier = tier;
    return {buyer, link};
}

/// Three firms with money, debts, stocks and a link on which the second owes the first
/// 700 fen and the coast 300; its books close.
inline World closed_world() {
    auto world = empty_world();
    auto& firms = world.firms;
    auto const maker = add_firm(world, 11);
    auto const trader = add_firm(world, 12, trade);
    auto const leader = add_firm(world, 13, parts, far_park);
    firms.leader[leader] = 1;
    firms.cash[maker] = 5'000;
    firms.cash[trader] = 2'000;
    firms.loan[trader] = 900;
    firms.loan[leader] = 40'000;
    firms.payables[trader] = 1'000;
    firms.receivables[maker] = 700;
    firms.output_stock[maker] = 12.5;
    firms.input_stock[trader][0] = 3.25;
    world.outside.receivables = 300;
    world.balances.of(Account::enterprises) = 7'000;
    world.balances.bank_loans = 900;
    world.balances.bank_equity = 100;
    world.balances.of(Account::bank) = -800;
    world.balances.of(Account::households) = 50'000;
    auto local = link_between(trader, Seller{maker}, Tier::friend_);
    local.link.owed = 700;
    auto outside = link_between(trader, Seller::outside(coast, parts, 1));
    outside.link.owed = 300;
    std::array const born{local, outside};
    world.links.rebuild(firms.rows(), born);
    world.open_month();
    return world;
}

} // namespace canopy::tests
