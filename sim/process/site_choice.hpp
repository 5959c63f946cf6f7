#pragma once

#include "sim/rules/nested_logit.hpp"
#include "sim/rules/site_value.hpp"
#include "sim/world/world.hpp"

#include <array>

namespace canopy {

/// What every firm that considers moving sees of the places this month.
struct PlaceViews {
    std::array<double, max_places> log_market_access{};
    std::array<std::array<double, max_places>, max_sectors> log_sector_jobs{};
    std::array<std::uint32_t, max_places> name{}; ///< keys a place's draws

    void look(World const& now);
};

/// Shares of a firm's local trade that a move beyond the zone loses.
struct TradeLost {
    double metro = 0.4;
    double coast = 0.9;
};

/// All places as a firm that considers moving values them, in nests: zone, metropolitan
/// area (city and province), coast and beyond. Source: MODEL.md S11.
using Sites = std::array<rules::Alternative, max_places>;

[[nodiscard]] Sites sites_of(
    World const& now,
    FirmId firm,
    std::array<double, max_places> const& unit_cost,
    PlaceViews const& views,
    rules::SiteTaste const& taste,
    TradeLost const& lost);

/// Where a firm that considers moving will stand: its own place, or another.
[[nodiscard]] PlaceId
choose_site(World const& now, FirmId firm, Sites sites, PlaceViews const& views);

/// Probability that it will stand outside the zone.
[[nodiscard]] double chance_of_leaving(World const& now, Sites const& sites);

/// How much of a firm's trade is tied to the zone, in [0, 1]: purchases plus sales.
[[nodiscard]] double local_tie(World const& now, FirmId firm);

} // namespace canopy
