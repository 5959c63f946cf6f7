#pragma once

#include "sim/world/world.hpp"

#include <cstdint>

namespace canopy {

/// A firm about to be founded: all that its birth does not settle by rule.
struct Newborn {
    std::uint64_t id = 0;     ///< made from its cause, never 0
    std::uint64_t parent = 0; ///< id of the firm it is spun off from, or 0
    FirmKind kind = FirmKind::individual;
    SectorId sector;
    PlaceId place;
    int workers = 1;
    double productivity = 1.0;
    double quality = 0.5;
    int birth = 0; ///< month index
};

/// Turns a hash of the cause into an id that the run file can hold: positive, never 0.
[[nodiscard]] constexpr std::uint64_t id_from(std::uint64_t cause) {
    return cause >> 1U | 1U;
}

/// Output a month of a newcomer's people at their normal pace where it begins [units].
[[nodiscard]] double normal_capacity(World const& world, Newborn const& newborn);

/// Gives a newcomer its row, plant, space, stocks and price as an ordinary firm of its
/// size, and lists it among the sellers; counts its people and goods. It gets no money.
/// Source: MODEL.md 8, S2; numbers of the prototype.
FirmId found_firm(World& world, Newborn const& newborn);

/// Founders, or another firm, pay a newcomer its start cash.
void endow(World& world, FirmId firm, Account payer, Fen amount);

/// Notes that a firm has begun: by kind, and as an event.
void record_entry(World& world, FirmId firm, EventKind kind, Fen capital);

} // namespace canopy
