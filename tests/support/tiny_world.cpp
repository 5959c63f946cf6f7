#include "tests/support/tiny_world.hpp"

#include "sim/base/error.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/founding.hpp"
#include "sim/rules/tiers.hpp"
#include "sim/world/identities.hpp"

#include <algorithm>
#include <stdexcept>

namespace canopy::tiny {

namespace {

Sector sector_of(char const* code, bool industry) {
    Sector sector;
    sector.code = code;
    sector.linked = true;
    sector.industry = industry;
    sector.stores_output = industry;
    sector.market = industry ? Market::outside : Market::local;
    sector.output_per_worker = 120'000.0;
    sector.wage = 24'000.0;
    sector.space_per_worker = 40.0;
    sector.rent = 12.0;
    sector.above_scale_line = 2e6;
    sector.local_market_share = 0.5;
    sector.skill_mix = {0.5, 0.3, 0.2};
    return sector;
}

Place place_of(char const* name, Ring ring) {
    Place place;
    place.name = name;
    place.ring = ring;
    place.in_zone = ring == Ring::zone;
    place.in_district = place.in_zone;
    place.space = 100'000.0;
    place.factory_space = 5'000.0;
    return place;
}

void set_distances(Places& places) {
    constexpr std::array<double, 5> from_zone{0.0, 0.0, 0.0, 50.0, 650.0};
    for (std::size_t a = 0; a < places.size(); ++a)
        for (std::size_t b = 0; b < places.size(); ++b) {
            auto const km = std::max({10.0, from_zone[a], from_zone[b]});
            auto const log_distance = log(1.0 + km / 10.0);
            places.km[a][b] = km;
            places.log_distance[a][b] = log_distance;
            places.freight[a][b] = 0.02 + 0.02 * log_distance;
        }
}

FirmId add(World& world, std::uint64_t id, FirmKind kind, SectorId sector, PlaceId place, int workers) {
    auto const firm = found_firm(
        world,
        {.id = id,
         .kind = kind,
         .sector = sector,
         .place = place,
         .workers = workers,
         .productivity = 1.0,
         .quality = 0.5,
         .birth = world.month.index() - 30});
    give_cash(world, firm, 50'000.0);
    return firm;
}

NewLink buys(FirmId buyer, Seller seller, double volume, double trust, double owed) {
    Link link;
    link.seller = seller;
    link.volume = static_cast<float>(volume);
    link.set_trust(trust);
    link.tier = static_cast<Tier>(rules::tier_of(trust));
    link.fit = 191;
    link.owed = fen(owed);
    return {buyer, link};
}

} // namespace

World empty_zone() {
    World world;
    world.month = Month{15};
    world.luck = Luck{1};
    world.sectors = {
        sector_of("METAL", true), sector_of("MACH", true), sector_of("SHOP", false)};
    world.sectors[machines.row()].high_tech = true;
    world.places.rows = {
        place_of("east", Ring::zone),
        place_of("west", Ring::zone),
        place_of("old_town", Ring::zone),
        place_of("capital", Ring::province),
        place_of("coast", Ring::beyond)};
    world.set_zone_places(3);
    set_distances(world.places);
    auto& technology = world.technology;
    technology.coefficients =
        Eigen::MatrixXd{{0.1, 0.3, 0.0}, {0.0, 0.1, 0.4}, {0.05, 0.05, 0.02}};
    technology.depreciation = Eigen::VectorXd::Constant(3, 0.04);
    make_recipes(technology, world.sectors);
    for (auto& recipes : technology.recipes)
        for (auto& recipe : recipes)
            recipe.markup = 0.25;
    world.outside.import_price.fill(1.0);
    world.around.mean_price.fill(1.0);
    world.directory.reset(3, 5, 16);
    world.leaders.resize(1);
    world.balances.of(Account::households) = fen(1e7);
    return world;
}

World tiny_zone() {
    auto world = empty_zone();
    constexpr auto company = FirmKind::company;
    constexpr auto individual = FirmKind::individual;
    add(world, 101, company, metal, east, 20);
    add(world, 102, company, machines, east, 10);
    add(world, 103, company, machines, west, 10);
    add(world, 104, individual, shops, old_town, 2);
    add(world, 105, company, metal, west, 100);
    add(world, 106, individual, shops, east, 1);
    auto& firms = world.firms;
    firms.leader[giant] = 1;
    firms.loan[giant] = fen(4'000.0);
    give_loan(world, builder, 10'000.0);

    // Needs of metal: builder and rival .3 × 100,000 = 30,000 a month; of machines: shop
    // .4 × 20,000 = 8,000.
    std::array const links{
        buys(builder, Seller{smelter}, 20'000.0, 0.6, 700.0),
        buys(builder, Seller::outside(coast, metal, 7), 10'000.0, 0.3, 300.0),
        buys(rival, Seller{smelter}, 30'000.0, 0.0, 0.0),
        buys(shop, Seller{builder}, 8'000.0, 0.3, 50.0)};
    world.links.rebuild(firms.rows(), links);
    firms.payables[builder] = fen(1'000.0);
    firms.payables[shop] = fen(50.0);
    firms.receivables[smelter] = fen(700.0);
    firms.receivables[builder] = fen(50.0);
    world.outside.receivables = fen(300.0);
    world.directory.index_customers(firms, world.links);
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        auto const sector = firms.sector[firm].row();
        world.around.firms(firms.kind[firm], firms.sector[firm], firms.place[firm]) += 1.0;
        world.around.firms_in[firms.place[firm].row()] += 1.0;
        world.around.firms_of_kind[index_of(firms.kind[firm])] += 1.0;
        world.around.workers[sector][firms.place[firm].row()] += firms.workers[firm];
        firms.final_demand[firm] = firms.expected_demand[firm];
    }
    world.around.individual_revenue = 180'000.0; // (240,000 + 120,000) / 2
    world.opening.firms = world.around.firms;
    for (auto& of_kind : world.opening.margin)
        of_kind.fill(0.08);
    world.around.margin = world.opening.margin;
    world.opening.mean_workers = {40.0, 20.0 / 3.0, 1.0};
    world.open_month();
    return world;
}

void give_cash(World& world, FirmId firm, double yuan) {
    auto& cash = world.firms.cash[firm];
    world.balances.of(Account::enterprises) += fen(yuan) - cash;
    world.balances.of(Account::outside) -= fen(yuan) - cash; // where it came from
    cash = fen(yuan);
}

void give_loan(World& world, FirmId firm, double yuan) {
    auto& loan = world.firms.loan[firm];
    world.balances.bank_loans += fen(yuan) - loan;
    world.balances.of(Account::outside) += fen(yuan) - loan;
    world.balances.of(Account::bank) =
        world.balances.bank_equity - world.balances.bank_loans;
    loan = fen(yuan);
}

std::string open_identity(World world) {
    auto const residuals = close_month(world);
    try {
        require_closed(world.month, residuals);
    } catch (InvariantError const& error) {
        return error.what();
    }
    return {};
}

Link& link_of(World& world, FirmId buyer, Seller seller) {
    for (auto& link : world.links.of(buyer))
        if (link.seller == seller) return link;
    throw std::logic_error{"no such link"};
}

} // namespace canopy::tiny
