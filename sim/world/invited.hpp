#pragma once

#include "sim/base/id.hpp"
#include "sim/base/month.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace canopy {

/// Why a place was chosen instead of the zone: the part of its value that made most of
/// the difference.
enum class InvitationReason : std::uint8_t {
    labour,
    land,
    energy,
    logistics,
    local_supply,
    market,
    surroundings, ///< service, livability, firms of the sector
    luck          ///< the zone was worth as much; personal ties, chance
};
inline constexpr std::size_t n_invitation_reasons = 8;
inline constexpr std::array<std::string_view, n_invitation_reasons>
    invitation_reason_names{
        "labour",
        "land",
        "energy",
        "logistics",
        "local_supply",
        "market",
        "surroundings",
        "luck"};
inline constexpr std::array<std::string_view, n_invitation_reasons>
    invitation_reason_names_zh{
        "用工", "用地", "用能", "物流", "产业配套", "市场", "服务与环境", "偶然"};

/// An invited project 招商项目 that has signed and is being built. Source: MODEL.md S8.
struct InvitedProject {
    std::uint64_t id = 0; ///< that its enterprise will have
    SectorId sector;
    PlaceId place;
    int workers = 1;
    std::int32_t opens = 0; ///< month index
};

/// Orders from outside that an opened project brought along; they go when it goes.
struct BroughtOrders {
    std::uint64_t id = 0; ///< of the enterprise
    FirmId firm;
    SectorId sector;
    double orders = 0.0; ///< [yuan/month] at the demand of December 2022
};

/// Projects between signature and opening, in the order of their signatures.
using InvitedProjects = std::vector<InvitedProject>;

} // namespace canopy
