#pragma once

#include "sim/base/money.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace canopy {

/// What kinds of thing happen to a firm; codes of `/event/kind`.
enum class EventKind : std::int8_t {
    entry,
    exit,
    move,
    individual_to_company,
    above_scale,
    spin_off,
    invited,
    adoption,
    default_,
    tier
};
inline constexpr std::array<std::string_view, 10> event_names{
    "entry",
    "exit",
    "move",
    "individual_to_company",
    "above_scale",
    "spin_off",
    "invited",
    "adoption",
    "default",
    "tier"};

/// One event; −1 where a field does not apply.
struct Event {
    std::int32_t month = 0; ///< month index
    EventKind kind = EventKind::entry;
    std::int64_t firm = -1;
    std::int64_t partner = -1;
    std::int8_t place_from = -1;
    std::int8_t place_to = -1;
    std::int8_t sector = -1;
    Fen amount = 0;
    std::int8_t action = -1;
    std::int8_t cost_term = -1;
    std::int8_t legal_form = -1; ///< of the firm, FirmKind
    std::int8_t tier = -1;       ///< that the link reached
};

} // namespace canopy
