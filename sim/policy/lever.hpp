#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/reach.hpp"

#include <array>
#include <string_view>

namespace canopy {

/// Which of the plan's systems a lever belongs to.
enum class System { open, efficient, professional, friendly };

/// Their keys, in that order.
inline constexpr std::array<std::string_view, 4> system_keys{
    "open", "efficient", "professional", "friendly"};

/// What a lever is for, declared before it is ever run: a measure of the run file (or
/// one label of a breakdown), the sign of its change, and after how many months it
/// should show.
struct Aim {
    std::string_view
        measure; ///< "local_supply_ratio", "unit_cost_by_cost_term[finance]"
    int sign;    ///< +1 or −1
    int horizon_months;
};

/// What is counted as one use of a lever, in both languages.
struct LeverUnit {
    std::string_view en;
    std::string_view zh;
};

/// How a month's use, and with it the cost, is known.
enum class Metering {
    capacity, ///< what is offered is what is paid for: meetings, hubs, centres,
              ///< buildings
    users,    ///< processes report the users; at most the offered number is paid for
    claims    ///< processes report what was claimed, up to the month's allowance
};

// A lever is a class with
//
//   static constexpr LeverKind kind;  static constexpr std::string_view key, name_zh;
//   static constexpr System system;   static constexpr Aim aim;
//   static constexpr LeverUnit unit;  static constexpr Metering metering;
//   static constexpr Account payee;                      // if not operators outside
//   static constexpr bool by_place;   // serves whole places: a scope may not name whom
//   struct Params { … static void describe(auto&& field) … };
//   bool idle() const;                                   // intensity zero
//   void write(Reach const&, World const&, PolicyBook&) const;
//   double offered(Reach const&, World const&) const;    // this month, in its unit or
//   in firms double operation(double used, Reach const&, World const&) const;  // yuan,
//   if it is run
//
// It says what is offered; when, where, for whom and with what money is its scope's.

/// Adds share × intensity in every cell of the scope.
inline void offer(
    CellTable<double>& book, Reach const& reach, World const& world, double intensity) {
    reach.for_each_cell(
        world, [&](FirmKind kind, SectorId sector, PlaceId place, double share) {
            book(kind, sector, place) += share * intensity;
        });
}

/// Firms that are offered something, each counted with its share: how levers that pay
/// claims divide the bill of their kind.
[[nodiscard]] inline double firms_offered(Reach const& reach, World const& world) {
    return reach.strength * firms_in_scope(reach, world);
}

/// Mean of an offer over all its users when `added` users with another strength join
/// `users`.
[[nodiscard]] inline double
joined(double strength, double users, double other, double added) {
    return (strength * users + other * added) / (users + added);
}

} // namespace canopy
