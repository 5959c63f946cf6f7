#pragma once

#include "sim/world/world.hpp"

#include <cstdint>
#include <string>

namespace canopy::tiny {

inline constexpr SectorId metal{0};    ///< industry
inline constexpr SectorId machines{1}; ///< industry, high-tech
inline constexpr SectorId shops{2};    ///< local market, stores nothing

inline constexpr PlaceId east{0}; ///< the zone's three places, 10 km apart
inline constexpr PlaceId west{1};
inline constexpr PlaceId old_town{2};
inline constexpr PlaceId capital{3}; ///< the province's, 50 km away
inline constexpr PlaceId coast{4};   ///< 650 km away

inline constexpr FirmId smelter{0};
inline constexpr FirmId builder{1};
inline constexpr FirmId rival{2};
inline constexpr FirmId shop{3};
inline constexpr FirmId giant{4};
inline constexpr FirmId kiosk{5};

/// Sectors, places and recipes without a firm. Output per worker is 10,000 units a month, the
/// wage 2,000 yuan, floor space 40 m² a worker; all places cost the same.
[[nodiscard]] World empty_zone();

/// Six firms of the month March 2024 with price 1, productivity 1 and 50,000 yuan each:
/// - smelter (id 101): metal, company, east, 20 workers
/// - builder (102): machines, company, east, 10 workers; buys metal from the smelter as a
///   friend and owes it 700 yuan, buys metal from the coast and owes 300 yuan
/// - rival (103): machines, company, west, 10 workers; buys metal from the smelter
/// - shop (104): shops, individual, old town, 2 workers; buys machines from the builder as an
///   acquaintance and owes it 50 yuan
/// - giant (105): metal, company, west, 100 workers, a leader that owes 4,000 yuan outside
/// - kiosk (106): shops, individual, east, 1 worker, without partners
/// The builder owes the bank 10,000 yuan. Books close.
[[nodiscard]] World tiny_zone();

/// Cash of a firm in yuan, with the bank's and the enterprises' accounts kept in step.
void give_cash(World& world, FirmId firm, double yuan);

/// Loan of a firm in yuan, with the bank's books kept in step.
void give_loan(World& world, FirmId firm, double yuan);

/// Empty if every identity of the month closes, else the first that does not.
[[nodiscard]] std::string open_identity(World world);

/// The link on which `buyer` buys from `seller`.
[[nodiscard]] Link& link_of(World& world, FirmId buyer, Seller seller);

} // namespace canopy::tiny
