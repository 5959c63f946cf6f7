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
    auto const local = link.seller.in_zone();
    auto const discount = rules::tier_terms[index_of(link.tier)].discount;
    auto price = local ? static_cast<double>(world.firms.price[link.seller.firm()])
                             * (1.0 - discount)
                       : world.outside.import_price[good.row()];
    if (link.tier == Tier::stranger) price *= 1.0 + rules.stranger_inspection;
    price *= 1.0 - rules.match_saving * (link.fit_value() - 0.75);
    return {
        price,
        local ? world.firms.place[link.seller.firm()] : link.seller.outside_place()};
}

} // namespace canopy
