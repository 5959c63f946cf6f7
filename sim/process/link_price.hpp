#pragma once

#include "sim/process/firm_cost.hpp"
#include "sim/rules/tiers.hpp"

namespace canopy {

/// What a unit of a good costs on a link before freight, and where it comes from.
struct LinkPrice {
    double price = 0.0; ///< [yuan/unit]
    PlaceId from;
};

/// The seller's price after the discount of the tier, the inspection of a stranger's
/// goods and the saving by a good match. Source: MODEL.md S3, S4.
[[nodiscard]] inline LinkPrice
link_price(World const& world, Link const& link, SectorId good, CostRules const& rules) {
    auto const& firms = world.firms;
    auto const tier = index_of(link.tier);
    // By place in a list and not by branches, which nobody could foresee.
    auto const zone = static_cast<std::size_t>(link.seller.in_zone());
    auto const seller = FirmId{zone * link.seller.firm().row()};
    std::array const list_price{
        world.outside.import_price[good.row()],
        static_cast<double>(firms.price[seller]) * (1.0 - rules::tier_terms[tier].discount)};
    std::array const from{link.seller.outside_place(), firms.place[seller]};
    std::array const inspected{1.0, 1.0 + rules.stranger_inspection};
    auto const stranger = static_cast<std::size_t>(link.tier == Tier::stranger);
    return {
        .price = list_price[zone] * inspected[stranger]
                 * (1.0 - rules.match_saving * (link.fit_value() - 0.75)),
        .from = from[zone]};
}

} // namespace canopy
