#pragma once

#include "sim/process/firm_cost.hpp"
#include "sim/rules/tiers.hpp"

#include <array>

namespace canopy {

/// What a unit of a good costs on a link before freight, and where it comes from.
struct LinkPrice {
    double price = 0.0; ///< [yuan/unit]
    PlaceId from;
};

/// The seller's price after the discount of the tier, the inspection of a stranger's
/// goods and the saving by a good match. Source: MODEL.md S3, S4.
[[nodiscard]] inline LinkPrice link_price(
    World const& world, Link const& link, SectorId good, CostRules const& rules) {
    // By place in a list and not by branches, which nobody could foresee.
    auto const local = static_cast<std::size_t>(link.seller.in_zone());
    std::array const sellers{FirmId{0}, link.seller.firm()};
    auto const seller = sellers[local];
    auto const discount = rules::tier_terms[index_of(link.tier)].discount;
    std::array const listed{
        world.outside.import_price[good.row()],
        static_cast<double>(world.firms.price[seller]) * (1.0 - discount)};
    std::array const places{link.seller.outside_place(), world.firms.place[seller]};
    auto const inspection =
        rules.stranger_inspection * static_cast<double>(link.tier == Tier::stranger);
    return {
        listed[local] * (1.0 + inspection)
            * (1.0 - rules.match_saving * (link.fit_value() - 0.75)),
        places[local]};
}

} // namespace canopy
