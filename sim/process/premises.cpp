#include "sim/process/premises.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/matching/two_sided.hpp"
#include "sim/process/land_sale.hpp"

#include <algorithm>
#include <utility>

namespace canopy {

double Premises::needed(World const& now, FirmId firm) {
    auto const& firms = now.firms;
    return std::max(1, firms.workers[firm])
           * now.sectors[firms.sector[firm].row()].space_per_worker;
}

double Premises::affordable(World const& now, FirmId firm, double wanted) const {
    auto const& firms = now.firms;
    auto const has = static_cast<double>(firms.space[firm]);
    if (firms.space_kind[firm] != SpaceKind::own_land || wanted <= has) return wanted;
    auto const place = firms.place[firm];
    auto const price =
        now.places[place].land_price * params_.land_per_space
        * (1.0 - now.policy.land_discount(firms.kind[firm], firms.sector[firm], place));
    auto const money = params_.cash_for_land * std::max(0.0, yuan(firms.cash[firm]))
                       * std::max(0.0, 1.0 + now.outside.land_demand);
    return std::min(wanted, has + money / price);
}

void Premises::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    into.movers = select_rows<FirmId>(firms.rows(), [&](FirmId firm) {
        if (!firms.alive(firm)) return false;
        auto const stayed = now.month.index() - firms.arrival[firm];
        return stayed > 0 && stayed % params_.lease_months == 0
               && needed(now, firm) != static_cast<double>(firms.space[firm]);
    });
    std::vector<matching::Proposal> proposals;
    into.space.clear();
    for (auto const firm : into.movers) {
        auto const has = static_cast<double>(firms.space[firm]);
        auto const wanted = affordable(now, firm, needed(now, firm));
        into.space.push_back(static_cast<float>(std::min(wanted, has)));
        if (wanted <= has) continue;
        proposals.push_back(
            {.seller = static_cast<std::uint32_t>(firms.place[firm].row()),
             .request = static_cast<std::uint32_t>(into.space.size() - 1),
             .tier = 0,
             .score = static_cast<float>(wanted / has),
             .hash =
                 combine(firms.id[firm], static_cast<std::uint64_t>(now.month.index())),
             .quantity = wanted - has});
    }
    std::array<double, max_places> room{};
    for (std::size_t place = 0; place < now.n_zone_places(); ++place)
        room[place] = std::max(
            0.0,
            now.places[PlaceId{place}].space - now.places[PlaceId{place}].occupied);
    for (auto const& answer : matching::share_out(proposals, room, 0.5)) {
        auto& space = into.space[answer.request];
        space = answer.accepted ? space + static_cast<float>(answer.quantity)
                                : firms.space[into.movers[answer.request]];
    }
    // Whoever wanted more keeps at least what it has.
    for (std::size_t at = 0; at < into.movers.size(); ++at) {
        auto const has = firms.space[into.movers[at]];
        if (needed(now, into.movers[at]) > static_cast<double>(has)) {
            into.space[at] = std::max(into.space[at], has);
        }
    }
}

void Premises::apply(Decision const& decision, World& world) const {
    auto& firms = world.firms;
    std::vector<std::pair<FirmId, LandSale>> sales;
    Fen claimed = 0;
    for (std::size_t at = 0; at < decision.movers.size(); ++at) {
        auto const firm = decision.movers[at];
        auto const added = static_cast<double>(decision.space[at])
                           - static_cast<double>(firms.space[firm]);
        firms.space[firm] = decision.space[at];
        if (added <= 0.0 || firms.space_kind[firm] != SpaceKind::own_land) continue;
        sales.push_back(
            {firm,
             {.kind = firms.kind[firm],
              .sector = firms.sector[firm],
              .place = firms.place[firm],
              .area = added * params_.land_per_space}});
        claimed += land_claim(world, sales.back().second);
    }
    auto const allowed = land_money(world);
    for (auto const& [firm, sale] : sales) {
        auto const due = sell_land(
            world, sale, paid_part(land_claim(world, sale), claimed, allowed));
        firms.cash[firm] -= due;
        world.ledger.pay(Flow::land_sales, Account::enterprises, due);
    }
}

} // namespace canopy
