#pragma once

#include "sim/world/world.hpp"

namespace canopy {

/// Why a firm closes.
enum class ExitReason : std::uint8_t {
    given_up,  ///< its owner stops
    insolvent, ///< its creditors stop it
    withdrawn  ///< a shock of the scenario takes it away
};

/// Winds a firm up: customers settle, stocks are sold or scrapped, bank and then
/// suppliers are paid from what there is and bear the rest, owners keep what is left;
/// links end, workers and space become free. Exact to the fen. Source: MODEL.md S7,
/// S10.
void close_firm(World& world, FirmId firm, ExitReason reason);

/// A firm takes cash, goods and debts out of the zone, its people stay: customers settle, it
/// pays its suppliers and its loan in full with money from outside where its own does
/// not suffice. Source: MODEL.md S11.
void leave_zone(World& world, FirmId firm, PlaceId to);

/// Assets less debts [yuan]: cash, plant at 80 %, stocks, claims, minus loan and
/// payables. Source: MODEL.md S10.
[[nodiscard]] double equity_of(World const& world, FirmId firm);

} // namespace canopy
